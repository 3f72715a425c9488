import type { LocalPerson, Session, Site } from '../../edges/http/contract.ts';
import { ApiError, type Call, callApi, callFile, openStream } from './api.ts';
import { clockOffsetMs } from './clock.rules.ts';
import { forgetPerson, rememberedPerson, rememberPerson } from './remembered.ts';

type Person = Session['person'];

export type SessionView =
  | { status: 'starting' }
  /** The server could not be asked. */
  | { status: 'unreachable' }
  | { status: 'signedOut'; linkRefused: boolean }
  | { status: 'active'; person: Person }
  /** Was active on this page; the page keeps its place until somebody signs in again. */
  | { status: 'expired'; person: Person };

/** The token lives 15 minutes; it is renewed this long before its end. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** A renewal that did not reach the server is tried again after this. */
const RENEW_AGAIN_MS = 20_000;

export type SessionKeeper = ReturnType<typeof createSession>;

/**
 * Keeps who is signed in on this page: the token never leaves memory. `link` is the bot's single-use link,
 * where the page was opened by one.
 */
export function createSession(link: string | null) {
  let unusedLink = link;
  let view: SessionView = { status: 'starting' };
  let site: Site | null = null;
  let token: string | null = null;
  let expiresAt = 0;
  let renewal: ReturnType<typeof setTimeout> | undefined;
  let signingInAgain: Promise<boolean> | null = null;
  let offsetMs = 0;
  const listeners = new Set<() => void>();

  function show(next: SessionView): void {
    view = next;
    for (const listener of listeners) listener();
  }

  function accept(session: Session): void {
    token = session.token;
    expiresAt = Date.parse(session.expiresAt);
    if (site?.localSignIn) rememberPerson(session.person.id);
    planRenewal(expiresAt - RENEW_BEFORE_MS - Date.now());
    show({ status: 'active', person: session.person });
  }

  function planRenewal(inMs: number): void {
    clearTimeout(renewal);
    renewal = setTimeout(() => void renew(), Math.max(inMs, 1000));
  }

  async function renew(): Promise<void> {
    try {
      accept(await callApi<Session>('/api/session/renew', token, { method: 'POST' }));
    } catch (error) {
      // A refusal shows with the next request, which then signs in again.
      if (error instanceof ApiError && error.status === 401) return;
      if (Date.now() < expiresAt) planRenewal(RENEW_AGAIN_MS);
    }
  }

  async function open(request: { link: string } | { personId: string }): Promise<boolean> {
    try {
      accept(await callApi<Session>('/api/session', null, { method: 'POST', body: request }));
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.status >= 400 && error.status < 500) return false;
      throw error;
    }
  }

  /** After a 401: the token once more, then (locally) the remembered person. */
  async function signInAgain(): Promise<boolean> {
    try {
      accept(await callApi<Session>('/api/session/renew', token, { method: 'POST' }));
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.status !== 401) throw error;
    }
    const personId = site?.localSignIn ? rememberedPerson() : null;
    return personId !== null && (await open({ personId }));
  }

  function expire(): void {
    token = null;
    clearTimeout(renewal);
    if (view.status === 'active') show({ status: 'expired', person: view.person });
  }

  /** Does something with the token; once more with a new one where it was refused. @throws ApiError */
  async function withToken<T>(act: (token: string) => Promise<T>): Promise<T> {
    if (!token) throw new ApiError(401, 'no_session', '');
    try {
      return await act(token);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      signingInAgain ??= signInAgain().finally(() => {
        signingInAgain = null;
      });
      if ((await signingInAgain) && token) return await act(token);
      expire();
      throw error;
    }
  }

  function setClock(response: Response): void {
    offsetMs = clockOffsetMs(response.headers.get('date'), Date.now()) ?? offsetMs;
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    view: (): SessionView => view,
    site: (): Site | null => site,

    /** Signs in by the bot's link, or locally as the person picked last; again when the server was away. */
    async start(): Promise<void> {
      show({ status: 'starting' });
      try {
        site = await callApi<Site>('/api/site', null);
        if (unusedLink && (await open({ link: unusedLink }))) return;
        unusedLink = null;
        const personId = site.localSignIn ? rememberedPerson() : null;
        if (personId && (await open({ personId }))) return;
        forgetPerson();
        show({ status: 'signedOut', linkRefused: link !== null });
      } catch {
        show({ status: 'unreachable' });
      }
    },

    /** Local mode: from now on this sample person. False when the server refused. */
    signInAs: (person: LocalPerson): Promise<boolean> => open({ personId: person.id }),

    /** Local mode: back to the list of people. */
    switchPerson(): void {
      token = null;
      clearTimeout(renewal);
      forgetPerson();
      show({ status: 'signedOut', linkRefused: false });
    },

    /**
     * One request as the signed-in person. @throws ApiError
     */
    request: <T>(path: string, call: Call = {}): Promise<T> =>
      withToken((own) => callApi<T>(path, own, { onAnswer: setClock, ...call })),

    /**
     * A stream of server-sent events as the signed-in person. It ends with the token that opened it.
     * @throws ApiError
     */
    stream: (path: string, signal: AbortSignal): Promise<Response> =>
      withToken((own) => openStream(path, own, signal)),

    /** A file as the signed-in person. @throws ApiError */
    file: (path: string): Promise<Blob> => withToken((own) => callFile(path, own)),

    /** What time it is at the server, in ms since 1970, to about a second. */
    now: (): number => Date.now() + offsetMs,
  };
}
