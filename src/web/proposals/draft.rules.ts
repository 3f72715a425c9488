import type { ProposalPage } from '../../edges/http/contract/proposalPage.ts';
import type {
  ProposalFacts,
  ProposalForm,
  ProposalPlace,
  ProposalToSend,
  ProposalWords,
} from '../../edges/http/contract/proposals.ts';
import type { Bilingual } from '../../edges/http/contract.ts';
import { titleOf } from './title.rules.ts';

export type Named = { id: string; name: Bilingual };

/** A proposal while it is written. */
export interface ProposalDraft {
  proposalId: string;
  words: ProposalWords;
  /** False: the title follows what is written. */
  hasOwnTitle: boolean;
  /** Keys; '': not said. */
  lineOfBusiness: string;
  process: string;
  ownerDepartment: Named | null;
  origin: ProposalFacts['origin'];
  originName: string;
  coProposers: Named[];
  anonymous: boolean;
  place: ProposalPlace;
}

const nowhere: ProposalPlace = { source: 'page', sourceId: null, voiceId: null, atMs: null };

/** Where a proposal begins: a place in a voice, a suggestion, words that somebody brought along. */
export function newDraft(
  proposalId: string,
  form: Pick<ProposalForm, 'voice' | 'taken'>,
  brought: { words: string; source: 'page' | 'message' },
): ProposalDraft {
  const { voice, taken } = form;
  const from = voice
    ? { source: 'voice' as const, sourceId: null, voiceId: voice.id, atMs: voice.atMs }
    : { ...nowhere, source: brought.source };
  const change = brought.words || taken?.words || '';
  return {
    proposalId,
    words: { title: titleOf(change), today: '', change, effect: '' },
    hasOwnTitle: false,
    lineOfBusiness: '',
    process: '',
    ownerDepartment: null,
    origin: 'own',
    originName: '',
    coProposers: [],
    anonymous: false,
    place: taken?.place ?? from,
  };
}

/** A proposal that is there already, to be changed. */
export function draftOf({ id, words, facts, proposer }: ProposalPage): ProposalDraft {
  return {
    proposalId: id,
    words,
    hasOwnTitle: true,
    lineOfBusiness: facts.lineOfBusiness?.key ?? '',
    process: facts.process?.key ?? '',
    ownerDepartment: facts.ownerDepartment,
    origin: facts.origin,
    originName: facts.originName,
    coProposers: facts.coProposers,
    anonymous: proposer === null,
    place: nowhere,
  };
}

/** The draft with words changed; its title follows as long as nobody wrote one. */
export function withWords(draft: ProposalDraft, change: Partial<ProposalWords>): ProposalDraft {
  const hasOwnTitle = change.title === undefined ? draft.hasOwnTitle : change.title.trim() !== '';
  const words = { ...draft.words, ...change };
  return {
    ...draft,
    hasOwnTitle,
    words: hasOwnTitle || change.title !== undefined ? words : { ...words, title: titleOf(words.change) },
  };
}

/** Nothing is written, or only what it began with. */
export function isBegun({ words }: ProposalDraft, begin: ProposalDraft): boolean {
  return (['change', 'today', 'effect'] as const).some(
    (field) => words[field].trim() !== '' && words[field] !== begin.words[field],
  );
}

export function wordsOf({ words }: ProposalDraft): ProposalWords {
  return { ...words, title: words.title.trim() || titleOf(words.change) };
}

export function factsOf(draft: ProposalDraft): ProposalFacts {
  const isForOthers = draft.origin !== 'own';
  return {
    lineOfBusiness: draft.lineOfBusiness || null,
    process: draft.process || null,
    ownerDepartmentId: draft.ownerDepartment?.id ?? null,
    origin: draft.origin,
    originName: isForOthers ? draft.originName.trim() : '',
    coProposerIds: draft.anonymous ? [] : draft.coProposers.map(({ id }) => id),
  };
}

export function bodyOf(draft: ProposalDraft, kept: readonly string[]): ProposalToSend {
  return {
    proposalId: draft.proposalId,
    words: wordsOf(draft),
    facts: factsOf(draft),
    anonymous: draft.anonymous,
    kept: [...kept],
    ...draft.place,
  };
}
