import { randomUUID } from 'node:crypto';
import { translator } from '../../platform/i18n/i18n.ts';
import type { Ctx } from '../context.ts';
import { actingPerson } from '../people/index.ts';
import { maskWritten, type PersonalDataType, writtenFindings } from '../privacy/index.ts';
import type { ProposalDraftContent, ProposalSentContent } from '../proposalContents.ts';
import { titleOf } from './draftTitle.rules.ts';
import { receiptNumber } from './proposal.rules.ts';
import { findProposal } from './proposals.store.ts';
import { isProposer } from './proposers.ts';
import { maskProposal, type ProposalFacts, type ProposalWords, sendProposal } from './sendProposal.ts';

type Locale = 'ja' | 'en';

/** What was put into the form in chat. */
export interface ChatProposal {
  /** Made with the card: pressing twice is sending once. */
  proposalId: string;
  words: ProposalDraftContent['words'];
  anonymous: boolean;
  /** Whoever writes looked at what was found, and keeps it; numbers of customers and policies go all the same. */
  keep: boolean;
}

/** Longest text of one field in chat, in UTF-16 units; the page takes more. */
export const longestChatText = 2_000;

const noFacts: ProposalFacts = {
  lineOfBusiness: null,
  process: null,
  ownerDepartmentId: null,
  origin: 'own',
  originName: '',
  coProposerIds: [],
};

/**
 * The form in chat, empty or with what somebody wrote to the bot, masked; nothing is kept of it before it is sent.
 *
 * @param written '' for the empty form
 */
export async function draftProposal(
  ctx: Ctx,
  written: string,
  locale: Locale,
): Promise<ProposalDraftContent> {
  const { texts, types } = await maskWritten(ctx.detector, [
    written.slice(0, longestChatText).toWellFormed(),
  ]);
  return {
    card: 'proposalDraft',
    locale,
    // Random, not by time: an anonymous proposal tells nothing of its moment.
    proposalId: randomUUID(),
    words: { change: texts[0] ?? '', today: '', effect: '' },
    anonymous: false,
    why: types.length > 0 ? 'masked' : written === '' ? 'new' : 'draft',
    isCut: written.length > longestChatText,
    masks: masksOf(types),
    number: null,
  };
}

/**
 * Sends what was put into the form. Where something looks like personal data it is asked first, with the words as
 * they would be sent; where nothing is written, and where this card has sent other words before, the form comes back
 * with what was typed.
 *
 * @throws AppError signIn.required, proposal.notProposer where the id is somebody else's
 */
export async function sendFromChat(
  ctx: Ctx,
  { proposalId, words, anonymous, keep }: ChatProposal,
  locale: Locale,
): Promise<ProposalDraftContent | ProposalSentContent> {
  const written = [words.change.trim(), words.today.trim(), words.effect.trim()];
  const kept = keep ? await foundIn(ctx, written) : [];
  const { texts, types } = await maskWritten(ctx.detector, written, { kept });
  const [change = '', today = '', effect = ''] = texts;
  const draft: ProposalDraftContent = {
    card: 'proposalDraft',
    locale,
    proposalId,
    words: { change, today, effect },
    anonymous,
    why: 'masked',
    isCut: false,
    masks: masksOf(types),
    number: null,
  };
  if (change === '') return { ...draft, why: 'empty' };
  if (types.length > 0 && !keep) return draft;
  const masked = await maskProposal(ctx, { title: titleOf(change), today, change, effect }, kept);
  const earlier = await sentOtherwise(ctx, proposalId, masked.words, anonymous);
  if (earlier) return { ...draft, why: 'another', proposalId: randomUUID(), number: earlier };
  const { number, answerDueOn } = await sendProposal(ctx, {
    proposalId,
    words: masked.words,
    facts: noFacts,
    anonymous,
    kept,
    source: 'chat',
    sourceId: null,
    voiceId: null,
    atMs: null,
  });
  return { card: 'proposalSent', locale, proposalId, number, answerDueOn, anonymous, masks: draft.masks };
}

/**
 * The number of what this card has sent in other words. A card stays in the chat as it was posted: whoever fills it in
 * again means another proposal, and a press that Teams repeats means the same one.
 */
async function sentOtherwise(
  ctx: Ctx,
  proposalId: string,
  words: ProposalWords,
  anonymous: boolean,
): Promise<string | null> {
  const sent = await findProposal(ctx.db, proposalId);
  if (!sent || !(await isProposer(ctx, sent, (await actingPerson(ctx)).id))) return null;
  const isSame = (['today', 'change', 'effect'] as const).every((field) => sent[field] === words[field]);
  return isSame && sent.anonymous === anonymous ? null : receiptNumber(sent);
}

async function foundIn(ctx: Ctx, texts: readonly string[]): Promise<string[]> {
  const found = await writtenFindings(ctx.detector, texts);
  return found.flatMap((findings, index) =>
    findings.map(({ start, end }) => (texts[index] ?? '').slice(start, end)),
  );
}

/** Masks are Japanese wherever they stand. */
function masksOf(types: readonly PersonalDataType[]): string[] {
  const t = translator('ja');
  return types.map((type) => `【${t(`privacy.mask.${type}`)}】`);
}
