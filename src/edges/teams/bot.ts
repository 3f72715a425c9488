import { Application } from '@microsoft/teams-ai/lib/Application.js';
import { type Activity, ActivityTypes, type Storage, type TurnContext } from 'botbuilder';
import type { Ctx } from '../../domain/context.ts';
import type { CardSurroundings } from './cards/surroundings.ts';
import { personOf, sharedConversationOf } from './identity.ts';
import { answerInvoke } from './invokes.ts';
import { loseSender, meetSender, meetTeam } from './meetings.ts';
import { watchPlaygroundReloads } from './playgroundReload.ts';
import { answerMessage, localeOfAnswer, localeOfTurn, reply, talk } from './talk.ts';
import type { TeamsApi } from './teamsApi.ts';

/** Nothing about a conversation is kept by the SDK: what we know is in the database. */
const noStorage: Storage = { read: async () => ({}), write: async () => {}, delete: async () => {} };

/** Which of the activity types leads where: teams-ai's router, with one handler a line. */
export function createBot(ctx: Ctx, api: TeamsApi, surroundings: CardSurroundings): Application {
  const app = new Application({ storage: noStorage, removeRecipientMention: true });
  // startTypingTimer: false is ignored by teams-ai 1.7.4, and the timer is one for all turns.
  app.startTypingTimer = () => {};

  app.turn('beforeTurn', async (context) => {
    const { activity } = context;
    // A command on a message comes from wherever the message is: two colleagues' chat is not one with the bot.
    if (!isRemoval(activity) && !activity.name?.startsWith('composeExtension/'))
      await meetSender(ctx, activity);
    return true;
  });
  app.activity(ActivityTypes.Message, (context) =>
    answerMessage(ctx, surroundings, context).catch(async (error) => {
      ctx.log.error({ err: error }, 'could not answer a message');
      await reply(context, talk('failed', localeOfAnswer(undefined, context.activity), surroundings));
    }),
  );
  const reloaded = watchPlaygroundReloads(ctx);
  app.activity(ActivityTypes.InstallationUpdate, async (context) => {
    await installationChanged(ctx, api, surroundings, context);
    if (ctx.local) await reloaded(context.activity);
  });
  app.activity(ActivityTypes.ConversationUpdate, (context) => conversationChanged(ctx, api, context));
  app.activity(ActivityTypes.Invoke, (context) => answerInvoke(ctx, surroundings, context));
  return app;
}

function isRemoval(activity: Activity): boolean {
  if (activity.type === ActivityTypes.InstallationUpdate) return activity.action === 'remove';
  if (activity.type !== ActivityTypes.ConversationUpdate) return false;
  return (activity.membersRemoved ?? []).some((member) => member.id === activity.recipient?.id);
}

async function installationChanged(
  ctx: Ctx,
  api: TeamsApi,
  surroundings: CardSurroundings,
  context: TurnContext,
): Promise<void> {
  const { activity } = context;
  if (activity.action === 'remove') return loseSender(ctx, activity);
  await meetTeam(ctx, api, activity);
  const person = await personOf(ctx, activity);
  const isChat = sharedConversationOf(activity) === undefined;
  // In the Playground every start installs anew; its welcome would stand before the card each time.
  if (isChat && !ctx.local)
    await reply(context, talk(person ? 'welcome' : 'stranger', localeOfTurn(person, activity), surroundings));
}

async function conversationChanged(ctx: Ctx, api: TeamsApi, context: TurnContext): Promise<void> {
  const { activity } = context;
  if (isRemoval(activity)) return loseSender(ctx, activity);
  const isNewTeam = (activity.membersAdded ?? []).some((member) => member.id === activity.recipient?.id);
  if (isNewTeam) await meetTeam(ctx, api, activity);
}
