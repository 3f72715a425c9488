import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { mayNameDepartment, officesOf, readersOfOffice, tellOffice } from '../discussions/index.ts';
import {
  actingPerson,
  audit,
  countConcerned,
  type Day,
  type DepartmentRow,
  dayOf,
  findDepartment,
  findNames,
  type PersonRow,
} from '../people/index.ts';
import type { Bilingual } from '../ports.ts';
import { type OpenedAttachment, openedFrom } from './attachFile.ts';
import { type Attachment, attachmentsOf } from './attachments.store.ts';
import { findProposal, type Proposal } from './proposals.store.ts';
import {
  lockProposalReferral,
  type ProposalReferral,
  proposalReferralsTo,
  updateProposalReferral,
} from './referrals.store.ts';

/** A proposal that was handed over, in a list: not a word of it. */
export interface ReferredEntry {
  proposalId: string;
  office: string;
  referredOn: Day;
  takenOn: Day | null;
  takenBy: Bilingual | null;
}

export interface ReferredPage {
  entry: ReferredEntry;
  proposal: Proposal;
  /** Null: anonymous. */
  proposer: Bilingual | null;
  /** Null: anonymous, or so small that its name would tell. */
  department: DepartmentRow | null;
  attachments: Attachment[];
}

/**
 * Proposals that were handed over to the offices of the person who acts; what nobody took on first.
 *
 * @throws AppError signIn.required, referral.notReader for who reads for no office
 */
export async function listReferredProposals(ctx: Ctx): Promise<ReferredEntry[]> {
  const person = await actingPerson(ctx);
  const offices = officesOf(person, ctx.settings);
  if (offices.length === 0) throw new AppError('referral.notReader');
  const found = await proposalReferralsTo(ctx.db, offices);
  return entriesOf(
    ctx,
    found.filter(({ proposal }) => isReadBy(person, proposal)).map(({ referral }) => referral),
  );
}

/** How many of them nobody has taken on. @throws AppError signIn.required */
export async function countReferredProposals(ctx: Ctx): Promise<number> {
  const person = await actingPerson(ctx);
  if (officesOf(person, ctx.settings).length === 0) return 0;
  return (await listReferredProposals(ctx)).filter(({ takenOn }) => takenOn === null).length;
}

/**
 * Reads a proposal that was handed over. Every reading is a line in the 操作ログ.
 *
 * @throws AppError signIn.required, referral.notReader, referral.notFound
 */
export async function readReferredProposal(ctx: Ctx, proposalId: string): Promise<ReferredPage> {
  return inTransaction(ctx, async (tx) => {
    const { referral, proposal } = await referralFor(tx, proposalId);
    await audit(tx, 'proposals.readReferral', proposalId, { office: referral.office });
    const [entry] = await entriesOf(tx, [referral]);
    if (!entry) throw new AppError('referral.notFound');
    const { proposerId, departmentId } = proposal;
    const names = await findNames(tx.db, proposerId ? [proposerId] : []);
    const proposer = proposerId ? names.get(proposerId) : undefined;
    const department = departmentId ? await findDepartment(tx.db, departmentId) : null;
    const people = department ? await countConcerned(tx.db, [department.id]) : new Map<string, number>();
    return {
      entry,
      proposal,
      proposer: proposer ? { ja: proposer.name, en: proposer.nameEn } : null,
      department: department && mayNameDepartment(people.get(department.id) ?? 0) ? department : null,
      attachments: await attachmentsOf(tx.db, proposalId),
    };
  });
}

/**
 * A picture or PDF of a proposal that was handed over. Every opening is a line in the 操作ログ.
 *
 * @throws AppError signIn.required, referral.notReader, referral.notFound, proposal.attachmentGone
 */
export async function openReferredAttachment(
  ctx: Ctx,
  { proposalId, attachmentId }: { proposalId: string; attachmentId: string },
): Promise<OpenedAttachment> {
  const attachments = await inTransaction(ctx, async (tx) => {
    const { referral } = await referralFor(tx, proposalId);
    await audit(tx, 'proposals.openReferredAttachment', proposalId, { office: referral.office });
    return attachmentsOf(tx.db, proposalId);
  });
  return openedFrom(ctx, attachments, attachmentId);
}

/**
 * Takes on what was handed over, so that the others know that somebody does.
 *
 * @throws AppError signIn.required, referral.notReader, referral.notFound
 */
export async function takeReferredProposal(ctx: Ctx, proposalId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { referral, person } = await referralFor(tx, proposalId);
    if (referral.takenAt) return;
    await updateProposalReferral(tx.db, proposalId, { takenById: person.id, takenAt: tx.clock.now() });
    await audit(tx, 'proposals.takeReferral', proposalId, { office: referral.office });
  });
}

/**
 * Passes on what belongs to another office; from then on only that one reads it.
 *
 * @throws AppError signIn.required, referral.notReader, referral.notFound, proposal.unknownKey, referral.noReader
 */
export async function passOnReferredProposal(
  ctx: Ctx,
  { proposalId, office }: { proposalId: string; office: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { referral, proposal } = await referralFor(tx, proposalId);
    if (!Object.hasOwn(tx.settings.offices, office)) throw new AppError('proposal.unknownKey');
    if (referral.office === office) return;
    const readers = await readersOfOffice(tx, office, proposal.departmentId);
    if (readers.length === 0) throw new AppError('referral.noReader', { office });
    await updateProposalReferral(tx.db, proposalId, { office, takenById: null, takenAt: null });
    await audit(tx, 'proposals.passOnReferral', proposalId, { from: referral.office, office });
    await tellOffice(tx, readers);
  });
}

interface Readable {
  referral: ProposalReferral;
  proposal: Proposal;
  person: PersonRow;
}

/** @throws AppError referral.notReader, referral.notFound; the same whether it is there or belongs to others */
async function referralFor(tx: Ctx, proposalId: string): Promise<Readable> {
  const person = await actingPerson(tx);
  const offices = officesOf(person, tx.settings);
  if (offices.length === 0) throw new AppError('referral.notReader');
  const referral = await lockProposalReferral(tx.db, proposalId);
  const proposal = referral && (await findProposal(tx.db, proposalId));
  const isTheirs = proposal && offices.includes(referral.office) && isReadBy(person, proposal);
  if (!isTheirs) throw new AppError('referral.notFound');
  return { referral, proposal, person };
}

/** Misconduct may be a colleague's. */
function isReadBy(person: PersonRow, { departmentId }: Proposal): boolean {
  return !person.posts.some((post) => post.departmentId === departmentId);
}

async function entriesOf(ctx: Ctx, referrals: readonly ProposalReferral[]): Promise<ReferredEntry[]> {
  const names = await findNames(
    ctx.db,
    referrals.flatMap(({ takenById }) => takenById ?? []),
  );
  return referrals.map(({ proposalId, office, referredAt, takenAt, takenById }) => {
    const taker = takenById ? names.get(takenById) : undefined;
    return {
      proposalId,
      office,
      referredOn: dayOf(referredAt, ctx.settings),
      takenOn: takenAt ? dayOf(takenAt, ctx.settings) : null,
      takenBy: taker ? { ja: taker.name, en: taker.nameEn } : null,
    };
  });
}
