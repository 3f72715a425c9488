import type { Ctx } from '../context.ts';
import { type ContentOrDrop, type MarkedMessage, recipientsOf } from '../dispatch/index.ts';
import { findPeople, localeOf } from '../people/index.ts';
import { idsMergedInto } from './merges.store.ts';
import { delivered, newsOf } from './proposalNews.ts';
import { findProposals } from './proposals.store.ts';
import { mergedThreadsOf } from './proposers.ts';
import { findSteps } from './steps.store.ts';

/** What one message about the proposal says that one's own was merged into; parted meanwhile, it says nothing. */
export async function loadMergedNews(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const threads = await mergedThreadsOf(
    ctx,
    messages.map(({ subjectId }) => subjectId),
  );
  const steps = await findSteps(
    ctx.db,
    [...threads.values()].map(({ stepId }) => stepId),
  );
  const [people, proposals] = await Promise.all([
    findPeople(ctx.db, recipientsOf(messages, 'person')),
    findProposals(
      ctx.db,
      steps.map(({ proposalId }) => proposalId),
    ),
  ]);
  const contents = new Map<string, ContentOrDrop>();
  for (const message of messages) {
    const thread = threads.get(message.subjectId);
    const step = steps.find(({ id }) => id === thread?.stepId);
    const told = proposals.find(({ id }) => id === step?.proposalId);
    const person = people.find(({ id }) => id === message.recipientId);
    const isBelow = thread && told && (await idsMergedInto(ctx.db, [told.id])).includes(thread.proposalId);
    const content = isBelow && step && person ? newsOf(told, step, 'mergedProposer', localeOf(person)) : null;
    contents.set(message.id, delivered(ctx, message, person, content));
  }
  return contents;
}
