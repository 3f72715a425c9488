import type { Activity, TaskModuleResponse, TurnContext } from 'botbuilder';
import type { Ctx } from '../../domain/context.ts';
import { asPerson } from '../../domain/context.ts';
import type { PersonRow } from '../../domain/people/index.ts';
import { AppError } from '../../platform/errors.ts';
import { type Locale, translator } from '../../platform/i18n/i18n.ts';
import { actingActionSchema, dialogActionSchema } from './actions/cardAction.ts';
import type { Press } from './actions/openPage.ts';
import { proposeFromMessage } from './actions/proposeFromMessage.ts';
import { actingHandlers, dialogHandlers } from './actions/registry.ts';
import { cardActivity } from './cards/cardActivity.ts';
import type { CardSurroundings } from './cards/surroundings.ts';
import { departmentOf, personOf } from './identity.ts';
import { localeOfTurn } from './talk.ts';

/** A command on a message, or beside the box where one writes: from any conversation, also without the bot. */
const messageCommand = 'composeExtension/fetchTask';

/** Buttons. What we do not know gets a friendly answer instead of an error. */
export async function answerInvoke(
  ctx: Ctx,
  surroundings: CardSurroundings,
  context: TurnContext,
): Promise<void> {
  const { activity } = context;
  const respond = (body: object) =>
    context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } } as Partial<Activity>);
  if (activity.name === 'task/fetch' || activity.name === messageCommand)
    await respond(await openDialog(ctx, surroundings, activity));
  else if (activity.name === 'adaptiveCard/action') await respond(await act(ctx, surroundings, activity));
  else await respond({});
}

/** A page opens as a dialog, and refusals as a dialog with words. */
async function openDialog(
  ctx: Ctx,
  { publicUrl }: CardSurroundings,
  activity: Partial<Activity>,
): Promise<object> {
  const person = await personOf(ctx, activity);
  const locale = localeOfTurn(person, activity);
  const message = (key: string, values: AppError['values'] = {}) => ({
    task: { type: 'message', value: translator(locale)(key, values) },
  });
  if (!person) return message('talk.stranger.title');
  try {
    const press = await pressOf(ctx, activity, person, locale, publicUrl);
    return (await dialogFor(asPerson(ctx, person.id), press, activity)) ?? message('talk.cardGone.title');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return message(`error.${error.code}`, error.values);
  }
}

/** @returns null where it is nothing that we know */
async function dialogFor(
  ctx: Ctx,
  press: Press,
  { name, value }: Partial<Activity>,
): Promise<TaskModuleResponse | null> {
  if (name === messageCommand) return proposeFromMessage(ctx, press, value);
  const action = dialogActionSchema.safeParse((value as { data?: unknown } | undefined)?.data);
  return action.success ? dialogHandlers[action.data.verb](ctx, press, action.data) : null;
}

/** Source: Microsoft Learn, "Universal Actions for Adaptive Cards": the answer to `adaptiveCard/action`. */
const answerTypes = {
  card: 'application/vnd.microsoft.card.adaptive',
  error: 'application/vnd.microsoft.error',
} as const;

/** Something is done, and the card is answered by what it says now. */
async function act(ctx: Ctx, surroundings: CardSurroundings, activity: Partial<Activity>): Promise<object> {
  const person = await personOf(ctx, activity);
  const locale = localeOfTurn(person, activity);
  const refusal = (code: string, key: string, values: AppError['values'] = {}) => ({
    statusCode: 400,
    type: answerTypes.error,
    value: { code, message: translator(locale)(key, values) },
  });
  const { action: pressed } = (activity.value ?? {}) as { action?: { data?: unknown } };
  const action = actingActionSchema.safeParse(pressed?.data);
  if (!person) return refusal('stranger', 'talk.stranger.title');
  if (!action.success) return refusal('cardGone', 'talk.cardGone.title');
  try {
    const press = await pressOf(ctx, activity, person, locale, surroundings.publicUrl);
    const content = await actingHandlers[action.data.verb](asPerson(ctx, person.id), press, action.data);
    const [{ content: card }] = cardActivity(content, surroundings).attachments;
    return { statusCode: 200, type: answerTypes.card, value: card };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refusal(error.code, `error.${error.code}`, error.values);
  }
}

async function pressOf(
  ctx: Ctx,
  activity: Partial<Activity>,
  person: PersonRow,
  locale: Locale,
  publicUrl: string,
): Promise<Press> {
  const department = await departmentOf(ctx, activity);
  return { person, locale, publicUrl, departmentId: department?.id ?? null };
}
