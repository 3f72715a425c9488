import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { emit } from '../emit.ts';
import { audit, type Day, dayOf, membersOf } from '../people/index.ts';
import { maskWritten, writtenFindings } from '../privacy/index.ts';
import { type ActionWords, actionsOf, replaceActions } from './actions.store.ts';
import { changeDiscussion } from './changeDiscussion.ts';
import { colleaguesIn } from './colleagues.rules.ts';
import { dueDaysAround, requireDiscussionMove } from './discussion.rules.ts';
import { showWrapUp } from './discussionCards.ts';
import type { Discussion } from './discussions.store.ts';
import { updateNudges } from './nudgeCards.ts';
import { requireReportable } from './openForInsights.ts';
import { groupInsights } from './revealInsights.ts';
import { settleInsights } from './settleInsights.ts';
import { tellOwners } from './tellOwners.ts';

/** What a leader says at the end. 「5分で」 says the same in fewer words. */
export interface WrapUp {
  discussionId: string;
  understood: string;
  /** 参加者数, people without Teams included. */
  participants: number;
  /** 実施日 */
  heldOn: Day;
  actions: readonly ActionWords[];
  /** How often it had been reported when the form was filled in; undefined: where no form is seen. */
  seenReports?: number;
}

/**
 * Ends a discussion, which is the 実施報告 in the same step, or corrects what was said at its end. The summary goes to
 * the department's channel.
 *
 * @throws AppError discussion.notFound, discussion.notMember, discussion.notLeader, discussion.badState,
 *   discussion.badDay, discussion.badDueDay, discussion.badParticipants, discussion.personUnknown (an owner who is no member),
 *   discussion.tooLate, discussion.reportedMeanwhile where somebody else reported since the form was filled in
 */
export async function wrapUp(ctx: Ctx, input: WrapUp): Promise<void> {
  const { discussionId, participants, heldOn, seenReports } = input;
  const [understood = '', ...texts] = await maskedTexts(ctx, input);
  const actions = input.actions.map((action, index) => ({ ...action, text: texts[index] ?? '' }));
  await changeDiscussion(ctx, discussionId, 'leader', async (tx, discussion, leader) => {
    requireDiscussionMove(discussion, 'wrapped_up');
    const { reports } = discussion;
    if (seenReports !== undefined && seenReports !== reports) {
      // The same press once more: it is there.
      if (await isReportedSo(tx, discussion, { ...input, understood, actions })) return null;
      throw new AppError('discussion.reportedMeanwhile');
    }
    const { edition, today } = await requireReportable(tx, discussion);
    const openedOn = dayOf(edition.openedAt ?? edition.opensAt, tx.settings);
    if (heldOn < openedOn || heldOn > today) throw new AppError('discussion.badDay');
    checkDueDays(today, actions);
    await checkPeople(tx, discussion, participants, actions);
    const settled = await settleInsights(tx, discussion);
    if (discussion.revealedAt === null) await groupInsights(tx, discussion);
    await replaceActions(tx.db, discussionId, actions);
    const isFirst = discussion.state !== 'wrapped_up';
    await audit(tx, isFirst ? 'discussions.wrapUp' : 'discussions.correctWrapUp', discussionId, {
      participants,
      heldOn,
    });
    if (isFirst) await emit(tx, 'discussions.discussion.wrappedUp', { discussionId });
    await showWrapUp(tx, discussion, leader?.id ?? null);
    await updateNudges(tx, discussionId);
    await tellOwners(tx, discussionId, leader?.id ?? null);
    return {
      ...settled,
      state: 'wrapped_up',
      revealedAt: discussion.revealedAt ?? tx.clock.now(),
      revealAt: null,
      stepEndsAt: null,
      restingMs: null,
      skipReason: null,
      understood,
      participants,
      heldOn,
      reports: reports + 1,
      // Corrected later, it stays reported when it was reported first.
      reportedOn: discussion.reportedOn ?? today,
      ...(isFirst && leader ? { reportedById: leader.id } : {}),
    };
  });
}

async function isReportedSo(
  tx: Ctx,
  discussion: Discussion,
  { understood, participants, heldOn, actions }: WrapUp,
): Promise<boolean> {
  const kept = await actionsOf(tx.db, discussion.id);
  const line = ({ id, text, ownerId, dueOn }: ActionWords) => JSON.stringify([id, text, ownerId, dueOn]);
  return (
    discussion.understood === understood &&
    discussion.participants === participants &&
    discussion.heldOn === heldOn &&
    kept.map(line).join() === actions.map(line).join()
  );
}

/** @throws AppError discussion.badDueDay */
function checkDueDays(today: Day, actions: readonly ActionWords[]): void {
  const { first, last } = dueDaysAround(today);
  const isFar = actions.some(({ dueOn }) => dueOn !== null && (dueOn < first || dueOn > last));
  if (isFar) throw new AppError('discussion.badDueDay', { first, last });
}

/** Colleagues may be named in what a workplace will do, customers nowhere. */
async function maskedTexts(ctx: Ctx, { understood, actions }: WrapUp): Promise<string[]> {
  const summary = await maskWritten(ctx.detector, [understood]);
  const texts = actions.map((action) => action.text);
  const kept = colleaguesIn(texts, await writtenFindings(ctx.detector, texts));
  const plans = await maskWritten(ctx.detector, texts, { kept });
  return [...summary.texts, ...plans.texts];
}

/** More than were ever in one room, for a department of this size: a slip of the finger. */
const mostParticipants = (members: number) => Math.max(50, members * 3);

async function checkPeople(
  tx: Ctx,
  discussion: Discussion,
  participants: number,
  actions: readonly ActionWords[],
): Promise<void> {
  const members = await membersOf(tx.db, discussion.departmentId);
  const most = mostParticipants(members.length);
  if (participants < 1 || participants > most) throw new AppError('discussion.badParticipants', { most });
  const known = new Set(members.map((member) => member.id));
  const stranger = actions.some(({ ownerId }) => ownerId !== null && !known.has(ownerId));
  if (stranger) throw new AppError('discussion.personUnknown');
}
