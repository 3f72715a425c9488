import { mainPost, type PersonRow } from '../../domain/people/index.ts';
import {
  type ProposalForm,
  receiptNumber,
  type SimilarProposal,
  type TakenUp,
} from '../../domain/proposals/index.ts';
import type { Settings } from '../../platform/settings.ts';
import type {
  ProposalForm as FormView,
  PeopleList,
  SimilarProposal as SimilarView,
} from './contract/proposals.ts';
import type { TakenUpList } from './contract/proposing.ts';
import type { Label } from './contract.ts';
import { label, lineOfBusiness } from './present.ts';

/** What the form offers, and what it begins with. */
export function presentForm({ answerDueOn, voice, taken }: ProposalForm, settings: Settings): FormView {
  const place = voice && { id: voice.voice.id, quote: voice.voice.quote, atMs: voice.atMs };
  return {
    linesOfBusiness: Object.keys(settings.linesOfBusiness).map((key) => lineOfBusiness(key, settings)),
    processes: labelsOf(settings.processes),
    offices: labelsOf(settings.offices),
    answerDueOn,
    attachments: settings.proposal.attachments,
    attachmentMegabytes: settings.proposal.attachmentMegabytes,
    voice: place,
    taken: taken && {
      place: {
        source: taken.source,
        sourceId: taken.sourceId,
        voiceId: place?.id ?? null,
        atMs: place?.atMs ?? null,
      },
      words: taken.words,
      group: taken.group,
    },
  };
}

function labelsOf(taxonomy: Settings['processes']): Label[] {
  return Object.keys(taxonomy).map((key) => label(taxonomy, key));
}

/** Field by field: what is not named here does not leave. */
export function presentSimilar({ proposal, ...more }: SimilarProposal): SimilarView {
  const { answer, supporters, probable, supported } = more;
  const { id, title, change, state } = proposal;
  return {
    id,
    number: receiptNumber(proposal),
    title,
    change,
    state,
    answer,
    supporters,
    probable,
    supported,
  };
}

export function presentColleague(person: PersonRow): PeopleList['people'][number] {
  const department = mainPost(person)?.department;
  return {
    id: person.id,
    name: { ja: person.name, en: person.nameEn },
    department: { ja: department?.name ?? '', en: department?.nameEn ?? '' },
  };
}

export function presentTakenUp({
  suggestionId,
  sourceId,
  proposal,
}: TakenUp): TakenUpList['suggestions'][number] {
  return {
    id: suggestionId,
    sourceId,
    proposal: proposal && { id: proposal.id, number: receiptNumber(proposal), state: proposal.state },
  };
}
