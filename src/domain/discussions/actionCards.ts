import type { Ctx } from '../context.ts';
import { type ContentOrDrop, type MarkedMessage, recipientsOf } from '../dispatch/index.ts';
import {
  findPeople,
  localeOf,
  mainPost,
  nextWorkingMoment,
  type PersonRow,
  workingHoursOf,
} from '../people/index.ts';
import type { Content, EffectContent } from '../ports.ts';
import { findOwnedAction } from './actions.store.ts';
import { describeActions, givenActions } from './ownActions.ts';

/** What messages about 取組み say: what a discussion gave to somebody. */
export async function loadGivenActions(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  return loadForOwners(ctx, messages, async (message, person) => {
    const content = await givenActions(ctx, person, message.subjectId);
    const isOpen = content.actions.some((action) => action.doneOn === null);
    // Taken back or done before they were told: there is nothing to tell.
    return message.act === 'send' && !isOpen ? null : content;
  });
}

/** The question whether an action worked. */
export async function loadEffectQuestions(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  return loadForOwners(ctx, messages, async (message, person) => {
    const content = await effectQuestion(ctx, message.subjectId, person);
    return message.act === 'send' && content?.effect ? null : content;
  });
}

/** The question as it reads now; null where the action is not done, or not this person's. */
export async function effectQuestion(
  ctx: Ctx,
  actionId: string,
  person: PersonRow,
): Promise<EffectContent | null> {
  const action = await findOwnedAction(ctx.db, actionId);
  if (!action || action.doneOn === null || action.ownerId !== person.id) return null;
  const [described] = await describeActions(ctx, [action]);
  if (!described) return null;
  return {
    card: 'effect',
    locale: localeOf(person),
    actionId,
    text: action.text,
    department: described.department,
    doneOn: action.doneOn,
    effect: action.effect,
  };
}

/** Nothing to who left or is on leave, and nothing outside their working hours. */
async function loadForOwners(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
  contentFor: (message: MarkedMessage, person: PersonRow) => Promise<Content | null>,
): Promise<Map<string, ContentOrDrop>> {
  const people = await findPeople(ctx.db, recipientsOf(messages, 'person'));
  const now = ctx.clock.now();
  const contents = new Map<string, ContentOrDrop>();
  for (const message of messages) {
    const person = people.find((one) => one.id === message.recipientId);
    const isThere = person && (message.act === 'update' || person.status === 'active');
    const content = isThere ? await contentFor(message, person) : null;
    if (!person || !content) {
      contents.set(message.id, { drop: person && !isThere ? person.status : 'noAction' });
      continue;
    }
    const hours = workingHoursOf(mainPost(person)?.department, ctx.settings);
    const moment = nextWorkingMoment(now, hours, ctx.settings);
    const isLater = message.act === 'send' && moment > now;
    contents.set(message.id, isLater ? { notBefore: moment } : { content });
  }
  return contents;
}
