import type { Ctx } from '../context.ts';
import { type ContentOrDrop, type MarkedMessage, queueMessages, queueUpdates } from '../dispatch/index.ts';
import { type EditionFrame, findEditionFrame } from '../listening/index.ts';
import { dayOf, findPeople, localeOf } from '../people/index.ts';
import type { DiscussionCardContent, StepEnd } from '../ports.ts';
import { discussionEnd, isUnderWay, stepWithin } from './discussion.rules.ts';
import { type Discussion, findDiscussions } from './discussions.store.ts';
import { guideOfDiscussion } from './guideOfDiscussion.ts';
import { proposedIn } from './proposed.rules.ts';
import { readSharedContent } from './shared.store.ts';
import { walkOf } from './walkWords.ts';

/** What the bot says of discussions. */
export const discussionPurposes = {
  /** The department's card, in its channel. */
  card: 'discussion.card',
  /** 実施報告: its receipt, to who reported. */
  report: 'discussion.report',
  /** リマインド: to one leader. */
  nudge: 'discussion.nudge',
  /** To somebody whom a discussion gave 取組み; its subject is the discussion. */
  given: 'discussion.given',
  /** Did it work? Its subject is the action. */
  effect: 'discussion.effect',
} as const;

/** A card that several presses change in a moment is brought up to date once. */
const apartMs = 2_000;

/** Puts the discussion's card into the channel, once; where it is there already it is brought up to date. */
export async function showDiscussionCard(tx: Ctx, discussion: Discussion): Promise<void> {
  await queueMessages(
    tx,
    {
      purpose: discussionPurposes.card,
      subjectId: discussion.id,
      act: 'send',
      priority: 'notice',
      revision: 0,
    },
    // A person began it: it does not wait for working hours, and posts in channels never alert.
    [
      {
        recipientKind: 'department',
        recipientId: discussion.departmentId,
        notBefore: tx.clock.now(),
        alert: false,
      },
    ],
  );
  await updateDiscussionCard(tx, discussion.id);
}

/**
 * Brings the card up to date where one was sent.
 *
 * @param unchangedSince only where it was not brought up to date after this moment
 */
export async function updateDiscussionCard(
  tx: Ctx,
  discussionId: string,
  unchangedSince?: Date,
): Promise<void> {
  await queueUpdates(tx, { purpose: discussionPurposes.card, subjectId: discussionId }, undefined, {
    apartMs,
    ...(unchangedSince && { unchangedSince }),
  });
}

/** The summary to the channel, and the receipt of the report to who reported it. */
export async function showWrapUp(tx: Ctx, discussion: Discussion, leaderId: string | null): Promise<void> {
  await showDiscussionCard(tx, discussion);
  if (!leaderId) return;
  await queueMessages(
    tx,
    {
      purpose: discussionPurposes.report,
      subjectId: discussion.id,
      act: 'send',
      priority: 'notice',
      revision: 0,
    },
    [{ recipientKind: 'person', recipientId: leaderId, notBefore: tx.clock.now(), alert: false }],
  );
}

/** What the cards say now. */
export async function loadDiscussionCards(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const discussions = await findDiscussions(
    ctx.db,
    messages.map((message) => message.subjectId),
  );
  const contents = new Map<string, ContentOrDrop>();
  for (const message of messages) {
    const discussion = discussions.find((one) => one.id === message.subjectId);
    const content = discussion ? await cardOf(ctx, discussion) : null;
    // A card that is out says that nothing more can be done; no new one is posted to say so.
    const isPast = message.act !== 'update' && content?.ended && content.ended.kind !== 'late';
    contents.set(message.id, content && !isPast ? { content } : { drop: 'noEdition' });
  }
  return contents;
}

async function cardOf(ctx: Ctx, discussion: Discussion): Promise<DiscussionCardContent | null> {
  const edition = await findEditionFrame(ctx.db, discussion.editionId);
  if (!edition) return null;
  const isOver = discussion.state === 'wrapped_up';
  const ended = discussionEnd(discussion, edition, dayOf(ctx.clock.now(), ctx.settings), ctx.settings);
  const outcome = isOver ? await readSharedContent(ctx.db, discussion.id) : null;
  return {
    card: 'discussion',
    locale: 'ja',
    discussionId: discussion.id,
    editionId: discussion.editionId,
    departmentId: discussion.departmentId,
    month: edition.month,
    state: discussion.state,
    mode: discussion.mode,
    isAsync: discussion.isAsync,
    insightsComing: !ended && discussion.state === 'reflecting' && discussion.insightsCame,
    step: ended ? null : await stepOf(ctx, discussion, edition),
    understood: isOver ? discussion.understood : '',
    actions: (outcome?.actions ?? []).map(({ text, owner, dueOn }) => ({
      text,
      owner: owner?.name ?? null,
      dueOn,
    })),
    proposed: outcome ? proposedIn(outcome) : [],
    participants: isOver ? discussion.participants : null,
    heldOn: isOver ? discussion.heldOn : null,
    ended,
  };
}

async function stepOf(
  ctx: Ctx,
  discussion: Discussion,
  edition: EditionFrame,
): Promise<DiscussionCardContent['step']> {
  if (!isUnderWay(discussion.state)) return null;
  const steps = walkOf(await guideOfDiscussion(ctx, edition), ctx.settings);
  // 「5分で」 has one question and no walk; 「じっくり」 may have been left for it at its first step.
  if (discussion.mode === 'short') {
    const question = steps.find((step) => step.prompt === 0);
    return question ? { n: 1, of: 1, kind: question.kind, words: question.words, until: null } : null;
  }
  const now = stepWithin(discussion.step, steps.length);
  const step = steps[now];
  if (!step) return null;
  return {
    n: now + 1,
    of: steps.length,
    kind: step.kind,
    words: step.words,
    until: untilOf(ctx, discussion),
  };
}

/** A step that lasts days ends with its last day: the instant is the first one after it. */
function untilOf(ctx: Ctx, { stepEndsAt, isAsync }: Discussion): StepEnd | null {
  if (!stepEndsAt) return null;
  if (!isAsync) return { kind: 'time', at: stepEndsAt.toISOString() };
  return { kind: 'day', day: dayOf(new Date(stepEndsAt.getTime() - 1), ctx.settings) };
}

/** The receipt of a report: it was taken in, and how it counts. */
export async function loadReportNotices(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const discussions = await findDiscussions(
    ctx.db,
    messages.map((message) => message.subjectId),
  );
  const people = await findPeople(
    ctx.db,
    messages.map((message) => message.recipientId),
  );
  const contents = new Map<string, ContentOrDrop>();
  for (const message of messages) {
    const discussion = discussions.find((one) => one.id === message.subjectId);
    const person = people.find((one) => one.id === message.recipientId);
    const edition = discussion && (await findEditionFrame(ctx.db, discussion.editionId));
    const isThere = edition && person && discussion.heldOn !== null;
    contents.set(
      message.id,
      isThere
        ? {
            content: {
              card: 'notice',
              locale: localeOf(person),
              notice: 'discussionReported',
              values: {
                month: edition.month,
                heldOn: discussion.heldOn ?? '',
                participants: discussion.participants ?? 0,
              },
            },
          }
        : { drop: 'noEdition' },
    );
  }
  return contents;
}
