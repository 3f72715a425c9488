import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { isBlank } from '../../platform/words/blank.ts';
import type { Ctx } from '../context.ts';
import { mayTakeUp } from '../discussions/index.ts';
import { emit } from '../emit.ts';
import { visibleVoice } from '../listening/index.ts';
import { actingPerson, audit, dayOf, findDepartment, findPeople, mainPost } from '../people/index.ts';
import { maskWritten, type PersonalDataType, typesButNames } from '../privacy/index.ts';
import { answerDay, fiscalYearOf, receiptNumber, termOf } from './proposal.rules.ts';
import { tellReceipt } from './proposalNotices.ts';
import {
  findProposal,
  insertCoProposers,
  insertProposal,
  lockNewProposal,
  nextSerial,
} from './proposals.store.ts';
import { isProposer, sealProposer } from './proposers.ts';
import { insertStep } from './steps.store.ts';

/** What somebody writes. */
export interface ProposalWords {
  title: string;
  /** What happens to the customer today. */
  today: string;
  /** What should change. */
  change: string;
  /** What will be better then. */
  effect: string;
}

/** What a proposal says of itself beside its words. */
export interface ProposalFacts {
  lineOfBusiness: string | null;
  process: string | null;
  ownerDepartmentId: string | null;
  origin: 'own' | 'agency' | 'colleague';
  originName: string;
  coProposerIds: string[];
}

/** Where it was written. */
export interface ProposalPlace {
  source: 'page' | 'voice' | 'insight' | 'group' | 'action' | 'message' | 'chat';
  sourceId: string | null;
  voiceId: string | null;
  atMs: number | null;
}

export interface ProposalToSend extends ProposalPlace {
  /** The page's own id: sending twice is sending once. */
  proposalId: string;
  words: ProposalWords;
  facts: ProposalFacts;
  anonymous: boolean;
  /** What the detector found and whoever sends it keeps. */
  kept: string[];
}

/** What the proposer is told at once. */
export interface Receipt {
  proposalId: string;
  number: string;
  /** yyyy-mm-dd */
  answerDueOn: string;
  /** Types of personal data that were masked. */
  masked: PersonalDataType[];
}

/**
 * Takes in an improvement proposal: masked, numbered, in the ledger, its receipt on the way. A press that comes twice
 * makes one. Who sent an anonymous one is sealed, and no line says who it was.
 *
 * @throws AppError signIn.required, proposal.empty, proposal.unknownKey, proposal.personUnknown, voice.notFound,
 *   proposal.notProposer where the id is somebody else's
 */
export async function sendProposal(ctx: Ctx, input: ProposalToSend): Promise<Receipt> {
  const { words, types } = await maskProposal(ctx, input.words, input.kept);
  const ownFacts = await maskFacts(ctx, input.facts);
  return inTransaction(ctx, async (tx) => {
    const person = await actingPerson(tx);
    const known = await lockNewProposal(tx.db, input.proposalId);
    if (known) {
      if (!(await isProposer(tx, known, person.id))) throw new AppError('proposal.notProposer');
      return { ...receiptOf(known), masked: types };
    }
    await checkFacts(tx, person.id, ownFacts);
    const longestMs = input.voiceId === null ? 0 : await requireDelivered(tx, input.voiceId);
    const now = tx.clock.now();
    const today = dayOf(now, tx.settings);
    const fiscalYear = fiscalYearOf(today);
    const { coProposerIds, ...facts } = ownFacts;
    await insertProposal(tx.db, {
      id: input.proposalId,
      fiscalYear,
      serial: await nextSerial(tx.db, fiscalYear),
      ...words,
      ...facts,
      anonymous: input.anonymous,
      proposerId: input.anonymous ? null : person.id,
      departmentId: input.anonymous ? null : (mainPost(person)?.departmentId ?? null),
      ...(await sourceOf(tx, input)),
      voiceId: input.voiceId,
      atMs: input.atMs !== null && input.atMs < longestMs ? input.atMs : null,
      receivedAt: now,
      stateSince: now,
      changedAt: now,
      dueOn: termOf('received', today, tx.settings),
      answerDueOn: answerDay(today, tx.settings),
    });
    if (input.anonymous) await sealProposer(tx, input.proposalId, person.id);
    // Names of others would narrow down who it was.
    else await insertCoProposers(tx.db, input.proposalId, coProposerIds);
    return received(tx, input.proposalId, input.anonymous, types);
  });
}

async function received(
  tx: Ctx,
  proposalId: string,
  anonymous: boolean,
  masked: PersonalDataType[],
): Promise<Receipt> {
  const proposal = await findProposal(tx.db, proposalId);
  if (!proposal) throw new AppError('proposal.notFound');
  const at = tx.clock.now();
  const step = { proposalId, at, kind: 'received', from: null, to: 'received', actorId: null } as const;
  await insertStep(tx.db, { id: newId(), ...step, words: '', revision: null });
  // Whoever reads the 操作ログ may not learn who it was.
  if (!anonymous) await audit(tx, 'proposals.sendProposal', proposalId);
  await tellReceipt(tx, proposal);
  await emit(tx, 'proposals.proposal.received', { proposalId });
  return { ...receiptOf(proposal), masked };
}

function receiptOf(proposal: { id: string; fiscalYear: number; serial: number; answerDueOn: string }) {
  return {
    proposalId: proposal.id,
    number: receiptNumber(proposal),
    answerDueOn: proposal.answerDueOn,
  };
}

/**
 * What it takes up, where whoever sends it takes part: the mark may have gone while they wrote. Of an anonymous one it
 * would name the workplace.
 */
async function sourceOf(
  tx: Ctx,
  { source, sourceId, anonymous }: ProposalToSend,
): Promise<Pick<ProposalPlace, 'source' | 'sourceId'>> {
  if (source !== 'insight' && source !== 'group' && source !== 'action') return { source, sourceId: null };
  const takes = !anonymous && sourceId !== null && (await mayTakeUp(tx, { source, sourceId }));
  return takes ? { source, sourceId } : { source: 'page', sourceId: null };
}

/**
 * A proposal's page shows the quote of its voice: one that no month has carried stays unread. Withdrawn meanwhile, it
 * shows nothing and hinders nobody.
 *
 * @returns how long it is, in milliseconds
 * @throws AppError voice.notFound
 */
async function requireDelivered(tx: Ctx, voiceId: string): Promise<number> {
  try {
    return (await visibleVoice(tx, voiceId)).voice.durationMs;
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'voice.withdrawn')) throw error;
    return 0;
  }
}

/** @throws AppError proposal.empty */
export async function maskProposal(
  ctx: Ctx,
  { title, today, change, effect }: ProposalWords,
  kept: readonly string[],
): Promise<{ words: ProposalWords; types: PersonalDataType[] }> {
  if (isBlank(title) || isBlank(change)) throw new AppError('proposal.empty');
  const texts = [title.trim(), today.trim(), change.trim(), effect.trim()];
  const masked = await maskWritten(ctx.detector, texts, { kept });
  const [maskedTitle = '', maskedToday = '', maskedChange = '', maskedEffect = ''] = masked.texts;
  return {
    words: { title: maskedTitle, today: maskedToday, change: maskedChange, effect: maskedEffect },
    types: masked.types,
  };
}

/** An agency or a colleague may be named; their telephone number need not be there. */
export async function maskFacts(ctx: Ctx, facts: ProposalFacts): Promise<ProposalFacts> {
  const { texts } = await maskWritten(ctx.detector, [facts.originName], { only: typesButNames });
  return { ...facts, originName: texts[0] ?? '' };
}

/** @throws AppError proposal.unknownKey, proposal.personUnknown */
export async function checkFacts(tx: Ctx, proposerId: string, facts: ProposalFacts): Promise<void> {
  const { lineOfBusiness, process, ownerDepartmentId, coProposerIds } = facts;
  const { linesOfBusiness, processes } = tx.settings;
  if (lineOfBusiness !== null && !Object.hasOwn(linesOfBusiness, lineOfBusiness))
    throw new AppError('proposal.unknownKey');
  if (process !== null && !Object.hasOwn(processes, process)) throw new AppError('proposal.unknownKey');
  if (ownerDepartmentId !== null && !(await findDepartment(tx.db, ownerDepartmentId)))
    throw new AppError('proposal.unknownKey');
  const others = await findPeople(tx.db, coProposerIds);
  const areThere =
    others.length === new Set(coProposerIds).size && others.every((one) => one.status !== 'left');
  if (!areThere || coProposerIds.includes(proposerId)) throw new AppError('proposal.personUnknown');
}
