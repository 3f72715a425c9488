import type {
  FoundWords,
  ProposalForm,
  ProposalPlace,
  ProposalToSend,
} from '../../edges/http/contract/proposals.ts';

/** What somebody fills in. */
export type ProposalFields = {
  title: string;
  change: string;
  today: string;
  effect: string;
  lineOfBusiness: string;
  process: string;
  origin: 'own' | 'agency' | 'colleague';
  originName: string;
  anonymous: boolean;
};

export const emptyFields: ProposalFields = {
  title: '',
  change: '',
  today: '',
  effect: '',
  lineOfBusiness: '',
  process: '',
  origin: 'own',
  originName: '',
  anonymous: false,
};

/** A title is no longer than a card shows. */
const LONGEST_TITLE = 60;

/** The title that was written, or the first sentence of what should change. */
export function titleOf({ title, change }: Pick<ProposalFields, 'title' | 'change'>): string {
  if (title.trim() !== '') return title.trim();
  const [first = ''] = change.trim().split(/[。\n!?！？]/);
  const letters = [...first.trim()];
  return letters.length > LONGEST_TITLE ? `${letters.slice(0, LONGEST_TITLE - 1).join('')}…` : first.trim();
}

/** The texts that are looked through before they are sent, in the order in which the server names them. */
export function textsOf(fields: ProposalFields): string[] {
  return [titleOf(fields), fields.today, fields.change, fields.effect];
}

/** The words of a finding. */
export function wordsOf(found: FoundWords, texts: readonly string[]): string {
  return (texts[found.text] ?? '').slice(found.start, found.end);
}

/** As it goes out. */
export function toSend(
  fields: ProposalFields,
  { place, proposalId, kept }: { place: ProposalPlace; proposalId: string; kept: string[] },
): ProposalToSend {
  return {
    ...place,
    proposalId,
    anonymous: fields.anonymous,
    kept,
    words: { title: titleOf(fields), today: fields.today, change: fields.change, effect: fields.effect },
    facts: {
      lineOfBusiness: fields.lineOfBusiness || null,
      process: fields.process || null,
      ownerDepartmentId: null,
      origin: fields.origin,
      originName: fields.origin === 'own' ? '' : fields.originName,
      coProposerIds: [],
    },
  };
}

/** Where it is written: what a workplace suggested, a voice with its second, a message, or nothing of these. */
export function placeOf(
  { taken, voice }: Pick<ProposalForm, 'taken' | 'voice'>,
  isMessage: boolean,
): ProposalPlace {
  if (taken) return taken.place;
  const source = voice ? 'voice' : isMessage ? 'message' : 'page';
  return { source, sourceId: null, voiceId: voice?.id ?? null, atMs: voice?.atMs ?? null };
}
