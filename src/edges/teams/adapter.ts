import { AsyncLocalStorage } from 'node:async_hooks';
import type { Activity } from 'botbuilder';
import {
  ActivityTypes,
  CloudAdapter,
  type ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import type { TeamsApi } from './teamsApi.ts';

/** The SDK's adapter, with our own order of things: the door authenticates first, then a turn runs. */
export interface TurnRunner {
  /** @throws whatever the SDK throws about a token that it does not accept */
  authenticate(activity: Activity, authorization: string): Promise<AuthenticateRequestResult>;
  /** Runs one turn; the answer of an invoke comes back, replies go out through the budget. */
  run(
    caller: AuthenticateRequestResult,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined>;
}

class Adapter extends CloudAdapter {
  runTurn(
    caller: AuthenticateRequestResult,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(caller, activity, turn);
  }
}

const checkingToken = new AsyncLocalStorage<true>();
const { error: printError } = console;
// The SDK prints every token's fault to the console, some with the keys that it knows. The endpoint logs that
// a caller was refused; nothing else is to be said about them.
console.error = (...words: unknown[]) => {
  if (!checkingToken.getStore()) printError(...words);
};

/**
 * Builds the adapter. Replies go through our own client: the SDK's repeats POSTs by itself, which posts
 * twice, and knows nothing of the budget.
 */
export function createTurnRunner(
  authentication: ConfigurationBotFrameworkAuthentication,
  api: TeamsApi,
): TurnRunner {
  const adapter = new Adapter(authentication);
  adapter.use(async (context, next) => {
    context.onSendActivities(async (_turn, activities, sendBySdk) => {
      const responses: ResourceResponse[] = [];
      for (const activity of activities) {
        // The SDK keeps an invoke's answer aside for the HTTP response; it is no call to Teams.
        if (activity.type === ActivityTypes.InvokeResponse) responses.push(...(await sendBySdk()));
        else responses.push(await sendReply(api, activity));
      }
      return responses;
    });
    await next();
  });
  return {
    authenticate: (activity, authorization) =>
      checkingToken.run(true, () => authentication.authenticateRequest(activity, authorization)),
    run: (caller, activity, turn) => adapter.runTurn(caller, activity, turn),
  };
}

async function sendReply(api: TeamsApi, activity: Partial<Activity>): Promise<ResourceResponse> {
  const place = { conversationId: activity.conversation?.id ?? '', serviceUrl: activity.serviceUrl ?? '' };
  const { body } = await api.sendActivity(place, activity, 'reply');
  return { id: typeof body.id === 'string' ? body.id : '' };
}
