import { type Dispatcher as HttpDispatcher, Pool } from 'undici';
import type { Budget } from '../../domain/dispatch/index.ts';
import type { CallPriority, Place, SendOutcome } from '../../domain/ports.ts';
import type { Clock } from '../../platform/clock.ts';
import { outcomeOfError, outcomeOfResponse, outcomeOfSignIn } from './outcome.ts';

/** The answer of one call: its outcome, and the parsed body where it succeeded. */
export interface ApiAnswer {
  outcome: SendOutcome;
  body: Record<string, unknown>;
}

/** The Bot Connector REST API, every call of which passes the budget. */
export interface TeamsApi {
  createConversation(serviceUrl: string, parameters: object, priority: CallPriority): Promise<ApiAnswer>;
  sendActivity(place: Place, activity: object, priority: CallPriority): Promise<ApiAnswer>;
  updateActivity(place: Place, activityId: string, activity: object): Promise<ApiAnswer>;
  /** Channels of a team: [{id, name}]; empty when Teams does not tell. */
  listChannels(serviceUrl: string, teamId: string): Promise<{ id: string }[]>;
  close(): Promise<void>;
}

interface TeamsApiOptions {
  budget: Budget;
  clock: Clock;
  /** Bearer token for Teams; null where none is needed (the Playground). */
  token: () => Promise<string | null>;
  /** Called when Teams refused a token, so that the next call fetches a new one. */
  forgetToken: (token: string) => void;
}

/** After so long without an answer nobody knows whether the message was delivered. */
const timeoutMs = 15_000;

/**
 * Opens the client: one keep-alive pool per service URL, one attempt per call. What to try again, and when,
 * is the dispatcher's to decide; a client that repeats POSTs by itself posts twice.
 */
export function openTeamsApi({ budget, clock, token, forgetToken }: TeamsApiOptions): TeamsApi {
  const pools = new Map<string, Pool>();

  const poolOf = (origin: string): Pool => {
    const known = pools.get(origin);
    if (known) return known;
    const pool = new Pool(origin, { connections: 64, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
    pools.set(origin, pool);
    return pool;
  };

  const request = async (
    method: HttpDispatcher.HttpMethod,
    serviceUrl: string,
    path: string,
    body: object | null,
    bearer: string | null,
  ): Promise<ApiAnswer> => {
    try {
      const base = new URL(serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`);
      const answer = await poolOf(base.origin).request({
        method,
        path: `${base.pathname}${path}`,
        headers: {
          ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
          ...(body ? { 'content-type': 'application/json; charset=utf-8' } : {}),
        },
        body: body ? JSON.stringify(body) : null,
      });
      const text = await answer.body.text();
      const parsed = parseObject(text);
      return {
        outcome: outcomeOfResponse(answer.statusCode, answer.headers, parsed, clock.now()),
        body: parsed,
      };
    } catch (error) {
      return { outcome: outcomeOfError(error), body: {} };
    }
  };

  /** A refused token is fetched anew once; refused again, it is our credentials. */
  const call = async (
    method: HttpDispatcher.HttpMethod,
    serviceUrl: string,
    path: string,
    body: object | null,
    priority: CallPriority,
  ): Promise<ApiAnswer> => {
    for (let attempt = 0; ; attempt += 1) {
      const signedIn = await token().then(
        (bearer) => ({ bearer }),
        (error: unknown) => ({ outcome: outcomeOfSignIn(error) }),
      );
      if ('outcome' in signedIn) return { outcome: signedIn.outcome, body: {} };
      const { bearer } = signedIn;
      const turnedAway = await budget.take(priority).then(
        () => false,
        () => true,
      );
      // No slot came: a pause, the process stops, or the database is gone.
      if (turnedAway) return { outcome: { kind: 'notTried' }, body: {} };
      const answer = await request(method, serviceUrl, path, body, bearer);
      if (answer.outcome.kind !== 'unauthorised' || attempt > 0) return answer;
      if (bearer) forgetToken(bearer);
    }
  };

  return {
    createConversation: (serviceUrl, parameters, priority) =>
      call('POST', serviceUrl, 'v3/conversations', parameters, priority),
    sendActivity: (place, activity, priority) =>
      call('POST', place.serviceUrl, `${conversationPath(place)}/activities`, activity, priority),
    updateActivity: (place, activityId, activity) =>
      call(
        'PUT',
        place.serviceUrl,
        `${conversationPath(place)}/activities/${encodeURIComponent(activityId)}`,
        activity,
        'update',
      ),
    listChannels: async (serviceUrl, teamId) => {
      const path = `v3/teams/${encodeURIComponent(teamId)}/conversations`;
      const { body } = await call('GET', serviceUrl, path, null, 'notice');
      const channels = Array.isArray(body.conversations) ? body.conversations : [];
      return channels.filter((one): one is { id: string } => typeof one?.id === 'string');
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

function conversationPath(place: Place): string {
  return `v3/conversations/${encodeURIComponent(place.conversationId)}`;
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
