import { AppError } from '../../../platform/errors.ts';
import type { Ctx } from '../../context.ts';
import { emit } from '../../emit.ts';
import { actingPerson, audit, requireRole } from '../../people/index.ts';
import { deleteSuggestion } from '../actions.store.ts';
import { changeDiscussion } from '../changeDiscussion.ts';
import type { Discussion } from '../discussions.store.ts';
import { deleteEmptyGroups, groupsOf } from '../groups.store.ts';
import { findInsight } from '../insights.store.ts';
import { removeFromAllThemes } from '../themes/themes.store.ts';
import { readersOfOffice } from './officeReaders.ts';
import { tellOffice } from './referralNotices.ts';
import { insertReferral, setReferred } from './referrals.store.ts';

/**
 * Hands over an insight that is really a complaint, misconduct or a whistle-blower's report (引継ぎ), without anybody
 * learning whose it is. From then on only the readers of the office see it, and its writer is forgotten: it leaves
 * the discussion with its suggestions, the topics and the themes.
 *
 * By the quality department; by a leader (`refer` of the discussion's page) from their own discussion.
 *
 * @throws AppError signIn.required, forbidden, discussion.insightGone, discussion.unknownKey (no such office),
 *   referral.noReader
 */
export async function referInsight(
  ctx: Ctx,
  { insightId, office }: { insightId: string; office: string },
): Promise<void> {
  await requireRole(ctx, 'triager', 'curator');
  const insight = await findInsight(ctx.db, insightId);
  if (!insight) throw new AppError('discussion.insightGone');
  await changeDiscussion(ctx, insight.discussionId, 'product', (tx, discussion) =>
    handOver(tx, discussion, { insightId, office, from: ['shown', 'hidden', 'withheld'] }),
  );
}

/**
 * The same, by who leads the discussion.
 *
 * @throws AppError discussion.notFound, discussion.notMember, discussion.notLeader, discussion.insightGone,
 *   discussion.unknownKey, referral.noReader
 */
export async function referFromDiscussion(
  ctx: Ctx,
  { discussionId, insightId, office }: { discussionId: string; insightId: string; office: string },
): Promise<void> {
  await changeDiscussion(ctx, discussionId, 'leader', (tx, discussion) =>
    // What was withheld the leader does not even know of.
    handOver(tx, discussion, { insightId, office, from: ['shown', 'hidden'] }),
  );
}

interface HandOver {
  insightId: string;
  office: string;
  from: readonly string[];
}

async function handOver(tx: Ctx, discussion: Discussion, { insightId, office, from }: HandOver) {
  if (!Object.hasOwn(tx.settings.offices, office)) throw new AppError('discussion.unknownKey');
  const insight = await findInsight(tx.db, insightId);
  if (insight?.discussionId !== discussion.id) throw new AppError('discussion.insightGone');
  // The press came twice, or somebody was faster: it is where it belongs, or the office passes it on.
  if (insight.state === 'referred') return null;
  if (!from.includes(insight.state)) throw new AppError('discussion.insightGone');
  const readers = await readersOfOffice(tx, office, discussion.departmentId);
  if (readers.length === 0) throw new AppError('referral.noReader', { office });
  await takeOut(tx, discussion.id, insightId);
  await insertReferral(tx.db, {
    insightId,
    office,
    withheld: insight.state === 'withheld',
    referredById: (await actingPerson(tx)).id,
    referredAt: tx.clock.now(),
  });
  await audit(tx, 'discussions.referInsight', insightId, { office });
  await emit(tx, 'discussions.insight.referred', { insightId, discussionId: discussion.id });
  await tellOffice(tx, readers);
  return {};
}

/** Out of everything that others read: groups that are empty now go, and their votes come back. */
async function takeOut(tx: Ctx, discussionId: string, insightId: string): Promise<void> {
  const before = await groupsOf(tx.db, discussionId);
  await setReferred(tx.db, insightId);
  await deleteSuggestion(tx.db, 'insight', insightId);
  await removeFromAllThemes(tx.db, insightId);
  await deleteEmptyGroups(tx.db, discussionId);
  const left = new Set((await groupsOf(tx.db, discussionId)).map((group) => group.id));
  for (const { id } of before) {
    if (!left.has(id)) await deleteSuggestion(tx.db, 'group', id);
  }
}
