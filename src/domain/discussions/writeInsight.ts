import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import { isBlank } from '../../platform/words/blank.ts';
import type { Ctx } from '../context.ts';
import { findEditionFrame } from '../listening/index.ts';
import type { Membership } from '../people/index.ts';
import { maskWritten } from '../privacy/index.ts';
import { changeDiscussion, requireDiscussion } from './changeDiscussion.ts';
import { showDiscussionCard, updateDiscussionCard } from './discussionCards.ts';
import { requireMember } from './discussions.policy.ts';
import {
  type Discussion,
  type DiscussionChange,
  insertCheckIns,
  lockDiscussion,
} from './discussions.store.ts';
import { ensureRemainder } from './groups.store.ts';
import { type InsightWords, insertInsight, updateInsightWords } from './insights.store.ts';
import { requireOpenForInsights } from './openForInsights.ts';
import { lockWriter, readWritingSituation, type WritingSituation } from './own.store.ts';

/** More than anybody needs; against a page that goes wild. */
const mostInsights = 10;
/** The same, for a whole department. */
const mostWithheld = 200;

export interface InsightToWrite {
  discussionId: string;
  /** The page's own id: writing twice is writing once, writing later is editing. */
  insightId: string;
  words: Omit<InsightWords, 'masked'>;
}

/**
 * Keeps what somebody writes alone. Until the reveal only they read it and may change it. What looks like
 * personal data is masked before anything is stored. The first insight begins the discussion.
 *
 * After the reveal a named insight is shown at once; an anonymous one goes to the quality department alone, for
 * whoever was there would know whose it is. Neither can be changed then.
 *
 * No line in the 操作ログ: it would tell who wrote what is anonymous.
 *
 * @throws AppError discussion.notFound, discussion.notMember, discussion.insightEmpty, discussion.unknownKey,
 *   discussion.insightsMany, discussion.insightGone (somebody else's, or shown already), discussion.tooLate
 */
export async function writeInsight(
  ctx: Ctx,
  { discussionId, insightId, words }: InsightToWrite,
): Promise<void> {
  const discussion = await requireDiscussion(ctx, discussionId);
  const atMs = await checkWords(ctx, discussion, words);
  const { texts, types } = await maskWritten(ctx.detector, [words.why, words.felt, words.change]);
  const [why = '', felt = '', change = ''] = texts;
  const feelings = [...new Set(words.feelings)];
  const masked = { ...words, atMs, feelings, why, felt, change, masked: types };
  if (discussion.state === 'waiting' || discussion.state === 'skipped') await begin(ctx, discussionId);
  const seen = await inTransaction(ctx, async (tx) => {
    const locked = await lockDiscussion(tx.db, discussionId, 'write');
    if (!locked) throw new AppError('discussion.notFound');
    const writer = await requireMember(tx, locked);
    await lockWriter(tx.db, discussionId, writer.id);
    const situation = await readWritingSituation(tx.db, discussionId, writer.id, insightId);
    if (situation.edition !== 'open') throw new AppError('discussion.tooLate');
    if (situation.known) {
      await editInsight(tx, locked, { ...situation.known, id: insightId }, writer, masked);
      return null;
    }
    if (situation.own >= mostInsights) throw new AppError('discussion.insightsMany', { most: mostInsights });
    // After the reveal an anonymous one is nobody's: all of them together are limited.
    if (situation.withheld >= mostWithheld) throw new AppError('discussion.tooLate');
    return addInsight(tx, locked, writer, insightId, masked);
  });
  // After, because writers share a lock and a change holds it alone.
  if (seen) await changeDiscussion(ctx, discussionId, 'member', async () => seen);
}

/** @returns the place in the sound, where there is such a one */
async function checkWords(
  ctx: Ctx,
  discussion: Discussion,
  { why, felt, change, feelings, voiceId, atMs }: Omit<InsightWords, 'masked'>,
): Promise<number | null> {
  const isEmpty = [why, felt, change].every(isBlank) && feelings.length === 0;
  if (isEmpty) throw new AppError('discussion.insightEmpty');
  if (feelings.some((key) => !Object.hasOwn(ctx.settings.feelings, key)))
    throw new AppError('discussion.unknownKey');
  if (voiceId === null) return null;
  const edition = await findEditionFrame(ctx.db, discussion.editionId);
  const voice = edition?.voices.find((one) => one.id === voiceId && one.state === 'approved');
  if (!voice) throw new AppError('discussion.unknownKey');
  return atMs !== null && atMs < voice.durationMs ? atMs : null;
}

/** The first insight: from now on others see that insights are coming in. */
async function begin(ctx: Ctx, discussionId: string): Promise<void> {
  await changeDiscussion(ctx, discussionId, 'member', async (tx, discussion) => {
    if (discussion.state !== 'waiting' && discussion.state !== 'skipped') return null;
    await requireOpenForInsights(tx, discussion);
    await showDiscussionCard(tx, discussion);
    return { state: 'reflecting', skipReason: null };
  });
}

async function editInsight(
  tx: Ctx,
  discussion: Discussion,
  known: NonNullable<WritingSituation['known']> & { id: string },
  writer: Membership,
  words: InsightWords,
): Promise<void> {
  const isOwn = known.discussionId === discussion.id && known.authorId === writer.id;
  if (isOwn && known.state === 'coming') return updateInsightWords(tx.db, known.id, words);
  // The same press once more, after the reveal: it is there.
  const isRepeated =
    known.state !== 'coming' &&
    known.discussionId === discussion.id &&
    known.why === words.why &&
    known.change === words.change;
  if (!isRepeated) throw new AppError('discussion.insightGone');
}

/** @returns what others see of it: itself, or that the first one has come in; null: nothing */
async function addInsight(
  tx: Ctx,
  discussion: Discussion,
  writer: Membership,
  insightId: string,
  words: InsightWords,
): Promise<DiscussionChange | null> {
  const isRevealed = discussion.revealedAt !== null;
  const isShown = isRevealed && !words.anonymous;
  // Pages and the channel's card say that insights are coming in; not how many, and not when.
  const isFirst = !isRevealed && !discussion.insightsCame;
  if (isFirst) await updateDiscussionCard(tx, discussion.id);
  await insertCheckIns(tx.db, discussion.id, [writer.id]);
  await insertInsight(tx.db, {
    ...words,
    id: insightId,
    discussionId: discussion.id,
    authorId: isRevealed && words.anonymous ? null : writer.id,
    state: isShown ? 'shown' : isRevealed ? 'withheld' : 'coming',
    // Behind what was revealed together.
    position: isShown ? lastPosition : 0,
    groupId: isShown ? await remainderFor(tx, discussion, words) : null,
    writtenAt: isRevealed ? null : tx.clock.now(),
  });
  if (isFirst) return { insightsCame: true };
  return isShown ? {} : null;
}

const lastPosition = 1_000_000;

/** Where something new stands until the leader moves it: with the rest of what is about the same voice. */
async function remainderFor(tx: Ctx, discussion: Discussion, { voiceId }: InsightWords): Promise<string> {
  const edition = await findEditionFrame(tx.db, discussion.editionId);
  const isOnly = edition?.voices.length === 1;
  return ensureRemainder(tx.db, discussion.id, isOnly ? undefined : voiceId);
}
