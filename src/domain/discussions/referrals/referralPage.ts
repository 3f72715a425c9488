import { inTransaction } from '../../../platform/db/client.ts';
import { AppError } from '../../../platform/errors.ts';
import type { Ctx } from '../../context.ts';
import {
  actingPerson,
  audit,
  countConcerned,
  type DepartmentRow,
  dayOf,
  findDepartment,
  findNames,
  type PersonRow,
} from '../../people/index.ts';
import type { Bilingual } from '../../ports.ts';
import { findVoice, type Voice } from '../../voices/index.ts';
import { isColleague, officesOf, openOffices, readersOfOffice } from './officeReaders.ts';
import { mayNameDepartment } from './places.rules.ts';
import { tellOffice } from './referralNotices.ts';
import { findReferral, type Referral, referralsTo, updateReferral } from './referrals.store.ts';

/** What was handed over, in a list: not a word of it. */
export interface ReferralEntry {
  insightId: string;
  office: string;
  /** yyyy-mm-dd */
  referredOn: string;
  takenOn: string | null;
  takenBy: Bilingual | null;
}

export interface ReferralPage {
  entry: ReferralEntry;
  insight: Referral['insight'];
  voice: Voice | null;
  /** Where it was written: the department, or only its kind where that would tell whose it is. */
  department: DepartmentRow | null;
  departmentKind: string;
  /** Keys of the offices that somebody reads for. */
  openOffices: string[];
}

/**
 * What was handed over to the offices of the person who acts; what nobody took on first.
 *
 * @throws AppError signIn.required, forbidden for who reads for no office
 */
export async function listReferrals(ctx: Ctx): Promise<ReferralEntry[]> {
  const person = await actingPerson(ctx);
  const offices = officesOf(person, ctx.settings);
  if (offices.length === 0) throw new AppError('referral.notReader');
  const notFrom = person.posts.map((post) => post.departmentId);
  const referrals = await referralsTo(ctx.db, offices, { notFrom });
  return entriesOf(ctx, referrals);
}

/**
 * Reads what was handed over. Every reading is a line in the 操作ログ.
 *
 * @throws AppError signIn.required, referral.notReader, referral.notFound
 */
export async function readReferral(ctx: Ctx, insightId: string): Promise<ReferralPage> {
  const person = await actingPerson(ctx);
  const referral = await referralFor(ctx, person, insightId);
  await audit(ctx, 'discussions.readReferral', insightId, { office: referral.office });
  const { discussion, voiceId } = referral.insight;
  const [entries, voice, department, counts, offices] = await Promise.all([
    entriesOf(ctx, [referral]),
    voiceId ? findVoice(ctx.db, voiceId) : null,
    findDepartment(ctx.db, discussion.departmentId),
    countConcerned(ctx.db, [discussion.departmentId]),
    openOffices(ctx, discussion.departmentId),
  ]);
  const [entry] = entries;
  if (!department || !entry) throw new AppError('referral.notFound');
  return {
    entry,
    insight: referral.insight,
    voice,
    department: mayNameDepartment(counts.get(department.id) ?? 0, referral) ? department : null,
    departmentKind: department.kind,
    openOffices: offices,
  };
}

/**
 * Takes on what was handed over, so that the others know that somebody does.
 *
 * @throws AppError signIn.required, referral.notReader, referral.notFound
 */
export async function takeReferral(ctx: Ctx, insightId: string): Promise<void> {
  const person = await actingPerson(ctx);
  await inTransaction(ctx, async (tx) => {
    const referral = await referralFor(tx, person, insightId);
    if (referral.takenAt) return;
    await updateReferral(tx.db, insightId, { takenById: person.id, takenAt: tx.clock.now() });
    await audit(tx, 'discussions.takeReferral', insightId, { office: referral.office });
  });
}

/**
 * Passes on what belongs to another office; from then on only that one reads it.
 *
 * @throws AppError signIn.required, referral.notReader, referral.notFound, discussion.unknownKey, referral.noReader
 */
export async function passOnReferral(
  ctx: Ctx,
  { insightId, office }: { insightId: string; office: string },
): Promise<void> {
  const person = await actingPerson(ctx);
  await inTransaction(ctx, async (tx) => {
    const referral = await referralFor(tx, person, insightId);
    if (!Object.hasOwn(tx.settings.offices, office)) throw new AppError('discussion.unknownKey');
    if (referral.office === office) return;
    const readers = await readersOfOffice(tx, office, referral.insight.discussion.departmentId);
    if (readers.length === 0) throw new AppError('referral.noReader', { office });
    await updateReferral(tx.db, insightId, { office, takenById: null, takenAt: null });
    await audit(tx, 'discussions.passOnReferral', insightId, { from: referral.office, office });
    await tellOffice(tx, readers);
  });
}

/** @throws AppError referral.notReader, referral.notFound; the same whether it is there or belongs to others */
async function referralFor(ctx: Ctx, person: PersonRow, insightId: string): Promise<Referral> {
  const offices = officesOf(person, ctx.settings);
  if (offices.length === 0) throw new AppError('referral.notReader');
  const referral = await findReferral(ctx.db, insightId);
  const isTheirs =
    referral &&
    offices.includes(referral.office) &&
    !isColleague(person, referral.insight.discussion.departmentId);
  if (!isTheirs) throw new AppError('referral.notFound');
  return referral;
}

async function entriesOf(ctx: Ctx, referrals: readonly Referral[]): Promise<ReferralEntry[]> {
  const names = await findNames(
    ctx.db,
    referrals.flatMap(({ takenById }) => (takenById ? [takenById] : [])),
  );
  return referrals.map(({ insightId, office, referredAt, takenAt, takenById }) => {
    const taker = takenById ? names.get(takenById) : undefined;
    return {
      insightId,
      office,
      referredOn: dayOf(referredAt, ctx.settings),
      takenOn: takenAt ? dayOf(takenAt, ctx.settings) : null,
      takenBy: taker ? { ja: taker.name, en: taker.nameEn } : null,
    };
  });
}
