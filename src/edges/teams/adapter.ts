import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
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
import type { SendOutcome } from '../../domain/ports.ts';
import type { ApiAnswer, TeamsApi } from './teamsApi.ts';

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

/** A turn is answered within two seconds: until then a reply may be waited with. */
const patienceMs = 1_500;
/** Where Teams says "slow down" without saying how long. */
const shortWaitMs = 500;

/**
 * Builds the adapter. Replies go through our own client: the SDK's repeats POSTs by itself, which posts
 * twice, and knows nothing of the budget.
 *
 * @param onLost a reply that did not arrive: nobody sends it again
 */
export function createTurnRunner(
  authentication: ConfigurationBotFrameworkAuthentication,
  api: TeamsApi,
  onLost: (outcome: SendOutcome) => void,
): TurnRunner {
  const adapter = new Adapter(authentication);
  adapter.use(async (context, next) => {
    const deadline = performance.now() + patienceMs;
    context.onSendActivities(async (_turn, activities, sendBySdk) => {
      const responses: ResourceResponse[] = [];
      for (const activity of activities) {
        // The SDK keeps an invoke's answer aside for the HTTP response; it is no call to Teams.
        if (activity.type === ActivityTypes.InvokeResponse) responses.push(...(await sendBySdk()));
        else responses.push(await sendReply(api, activity, deadline, onLost));
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

/** What was surely not delivered is sent once more, if the turn still has the time. */
async function sendReply(
  api: TeamsApi,
  activity: Partial<Activity>,
  deadline: number,
  onLost: (outcome: SendOutcome) => void,
): Promise<ResourceResponse> {
  const place = { conversationId: activity.conversation?.id ?? '', serviceUrl: activity.serviceUrl ?? '' };
  const send = () => api.sendActivity(place, activity, 'reply');
  let answer = await send();
  const waitMs = waitBeforeRetry(answer);
  if (waitMs !== null && performance.now() + waitMs < deadline) {
    await sleep(waitMs);
    answer = await send();
  }
  if (answer.outcome.kind !== 'sent') onLost(answer.outcome);
  return { id: typeof answer.body.id === 'string' ? answer.body.id : '' };
}

function waitBeforeRetry({ outcome }: ApiAnswer): number | null {
  if (outcome.kind === 'throttled') return outcome.retryAfterMs ?? shortWaitMs;
  return outcome.kind === 'notDelivered' ? shortWaitMs : null;
}
