import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { callsPerApp, callsPerThread, createLimiter, largestPayload, payloadSize } from './stubLimits.ts';

/** What a call of the bot asked for. */
export type CallKind = 'createPersonal' | 'createChannel' | 'send' | 'update' | 'listChannels' | 'other';

/** One call, with what it was answered. */
export interface StubCall {
  kind: CallKind;
  method: string;
  path: string;
  /** The thread it concerns: a conversation, or the Entra id of the person to meet. */
  thread: string;
  activityId: string | null;
  body: Json;
  authorization: string | undefined;
  /** performance.now() of its arrival. */
  at: number;
  /** 0 = the connection was cut, or nobody answered. */
  status: number;
}

export type Json = Record<string, unknown>;

/** A message as people see it now. */
export interface StubMessage {
  id: string;
  conversationId: string;
  /** Newest last. */
  versions: Json[];
  /** The newest version. */
  activity: Json;
}

/** What the script says about a call instead of the stub's own answer. */
export interface ScriptedAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** The message is posted before the answer is given. */
  delivered?: boolean;
  /** No answer: the connection is cut, or nothing ever comes. */
  instead?: 'reset' | 'silence';
  /** Waits before the call is looked at. */
  delayMs?: number;
}

type Match = (call: StubCall) => boolean;

export interface StubConnector {
  url: string;
  calls: StubCall[];
  messages: StubMessage[];
  /** Answers the next `times` calls that match as given. */
  script(times: number, answer: ScriptedAnswer, match?: Match): void;
  /** Forgets what of the script is left. */
  unscript(): void;
  /** The app is not installed for these people: they cannot be met. */
  uninstall(...entraObjectIds: string[]): void;
  install(...entraObjectIds: string[]): void;
  /** The conversation is not there any more. */
  loseConversation(conversationId: string): void;
  /** It is there again: the app was added once more. */
  restoreConversation(conversationId: string): void;
  setTeam(teamId: string, channelIds: readonly string[]): void;
  /** Messages in a person's chat, a channel or a group chat. */
  messagesIn(conversationId: string): StubMessage[];
  messagesOf(entraObjectId: string): StubMessage[];
  callsOf(kind: CallKind): StubCall[];
  /** Id of the 1:1 conversation with a person. */
  personalConversation(entraObjectId: string): string;
  /** All tokens issued so far are refused from now on. */
  revokeTokens(): void;
  /** The sign-in refuses the app's secret. */
  refuseSignIn(refused: boolean): void;
  /** The sign-in hangs up. */
  cutSignIn(cut: boolean): void;
  tokenUrl: string;
  tokensIssued(): number;
  /** Calls are kept waiting until `release`. */
  hold(): void;
  release(): void;
  close(): Promise<void>;
}

interface StubOptions {
  /** 'teams': 50 calls a second for the whole app, as in Teams. 'none': only the limits per thread. */
  appRate?: 'teams' | 'none';
  /** False: calls need no token (the Playground). */
  authenticated?: boolean;
}

const groupChats = new Set(['kikidoki-group-chat']);

/** Speaks the Bot Connector REST API, keeps to Teams' limits, and remembers everything. */
export async function openStubConnector({
  appRate = 'none',
  authenticated = true,
}: StubOptions = {}): Promise<StubConnector> {
  const perThread = createLimiter(callsPerThread);
  const perApp = createLimiter([callsPerApp]);
  const calls: StubCall[] = [];
  const messages: StubMessage[] = [];
  const scripted: { times: number; answer: ScriptedAnswer; match: Match }[] = [];
  const notInstalled = new Set<string>();
  const lost = new Set<string>();
  const met = new Set<string>();
  const teams = new Map<string, readonly string[]>();
  const validTokens = new Set<string>();
  let issued = 0;
  let signInRefused = false;
  let signInCut = false;
  let sequence = 1000;
  let gate: { opened: Promise<void>; open: () => void } | null = null;

  const personalConversation = (entraObjectId: string) => `a:${entraObjectId}`;
  const isChannel = (id: string) => !id.startsWith('a:') && !groupChats.has(id);
  const threadOf = (id: string) => id.split(';')[0] ?? id;

  const post = (conversationId: string, activity: Json): StubMessage => {
    sequence += 1;
    const message = { id: String(sequence), conversationId, versions: [activity], activity };
    messages.push(message);
    return message;
  };

  /** What Teams would do; the status and body of its answer. */
  const act = (call: StubCall): { status: number; body: Json } => {
    const refused = (status: number, code: string) => ({ status, body: { error: { code, message: code } } });
    if (call.body && payloadSize(call.body) > largestPayload) return refused(413, 'MessageSizeTooBig');
    if (call.kind === 'createPersonal') {
      if (notInstalled.has(call.thread)) return refused(403, 'BotNotInConversationRoster');
      const id = personalConversation(call.thread);
      met.add(id);
      lost.delete(id);
      return { status: 201, body: { id } };
    }
    if (call.kind === 'createChannel') {
      const activity = call.body.activity as Json | undefined;
      if (!activity) return refused(400, 'BadSyntax');
      if (lost.has(call.thread)) return refused(403, 'BotNotInConversationRoster');
      const message = post(call.thread, activity);
      message.conversationId = `${call.thread};messageid=${message.id}`;
      return { status: 201, body: { id: message.conversationId, activityId: message.id } };
    }
    if (call.kind === 'send') {
      if (!isKnown(call.thread)) return refused(404, 'ConversationNotFound');
      // Text and card in one activity are split in two, and no id comes back.
      const split = typeof call.body.text === 'string' && Array.isArray(call.body.attachments);
      const message = post(call.thread, call.body);
      if (isChannel(call.thread)) message.conversationId = `${call.thread};messageid=${message.id}`;
      return { status: 201, body: split ? {} : { id: message.id } };
    }
    if (call.kind === 'update') {
      if (!isKnown(call.thread)) return refused(404, 'ConversationNotFound');
      const message = messages.find(
        (one) => one.id === call.activityId && threadOf(one.conversationId) === call.thread,
      );
      if (!message) return refused(404, 'ActivityNotFoundInConversation');
      message.versions.push(call.body);
      message.activity = call.body;
      return { status: 200, body: { id: message.id } };
    }
    if (call.kind === 'listChannels') {
      const channels = teams.get(call.thread);
      if (!channels) return refused(404, 'ConversationNotFound');
      return { status: 200, body: { conversations: channels.map((id) => ({ id, name: id })) } };
    }
    return refused(404, 'NotFound');
  };

  const isKnown = (thread: string) =>
    !lost.has(thread) && (isChannel(thread) || groupChats.has(thread) || met.has(thread));

  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    const text = await readText(req);
    if (req.url === '/sign-in/token') return signIn(res);
    const call = parseCall(req, text);
    calls.push(call);
    if (gate) await gate.opened;
    const entry = scripted.find((one) => one.times > 0 && one.match(call));
    if (entry) entry.times -= 1;
    const given = entry?.answer ?? {};
    if (given.delayMs) await new Promise((resolve) => setTimeout(resolve, given.delayMs));
    if (given.delivered) act(call);
    if (given.instead === 'silence') return;
    if (given.instead === 'reset') return void req.socket.destroy();
    if (given.status) return reply(call, res, given.status, given.body ?? {}, given.headers);
    if (authenticated && !validTokens.has((call.authorization ?? '').replace('Bearer ', ''))) {
      return reply(call, res, 401, { error: { code: 'Unauthorized', message: 'token' } });
    }
    const wait = Math.max(
      appRate === 'teams' ? perApp.take('app', call.at) : 0,
      call.kind === 'listChannels' ? 0 : perThread.take(call.thread, call.at),
    );
    if (wait > 0) {
      const headers = { 'retry-after': String(Math.ceil(wait / 1000)) };
      return reply(call, res, 429, { error: { code: 'TooManyRequests', message: '' } }, headers);
    }
    const { status, body } = act(call);
    reply(call, res, status, body);
  };

  const signIn = (res: ServerResponse) => {
    if (signInCut) return void res.socket?.destroy();
    issued += 1;
    if (signInRefused) return void res.writeHead(401).end('{}');
    const token = `stub-token-${issued}-${Math.random().toString(36).slice(2)}`;
    validTokens.add(token);
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify({ access_token: token, expires_in: 3600 }));
  };

  const server = createServer((req, res) => {
    answer(req, res).catch(() => res.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const messagesIn = (conversationId: string) =>
    messages.filter((message) => threadOf(message.conversationId) === conversationId);
  return {
    url,
    tokenUrl: `${url}/sign-in/token`,
    calls,
    messages,
    script: (times, scriptedAnswer, match = () => true) => {
      scripted.push({ times, answer: scriptedAnswer, match });
    },
    unscript: () => void scripted.splice(0),
    uninstall: (...ids) => {
      for (const id of ids) notInstalled.add(id);
    },
    install: (...ids) => {
      for (const id of ids) notInstalled.delete(id);
    },
    loseConversation: (id) => void lost.add(id),
    restoreConversation: (id) => void lost.delete(id),
    setTeam: (teamId, channelIds) => void teams.set(teamId, channelIds),
    messagesIn,
    messagesOf: (id) => messagesIn(personalConversation(id)),
    callsOf: (kind) => calls.filter((call) => call.kind === kind),
    personalConversation,
    revokeTokens: () => validTokens.clear(),
    refuseSignIn: (refused) => {
      signInRefused = refused;
    },
    cutSignIn: (cut) => {
      signInCut = cut;
    },
    tokensIssued: () => issued,
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = { opened: promise, open: resolve };
    },
    release: () => {
      gate?.open();
      gate = null;
    },
    close: async () => {
      gate?.open();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function reply(
  call: StubCall,
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  call.status = status;
  res.writeHead(status, { 'content-type': 'application/json', ...headers });
  res.end(JSON.stringify(body));
}

async function readText(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parseCall(req: IncomingMessage, text: string): StubCall {
  const path = new URL(req.url ?? '/', 'http://stub').pathname;
  const body = (text ? JSON.parse(text) : {}) as Json;
  return {
    ...whatIsAsked(req.method ?? '', path, body),
    method: req.method ?? '',
    path,
    body,
    authorization: req.headers.authorization,
    at: performance.now(),
    status: 0,
  };
}

function whatIsAsked(
  method: string,
  path: string,
  body: Json,
): Pick<StubCall, 'kind' | 'thread' | 'activityId'> {
  const [, conversations, conversation = '', , activity = ''] =
    /^\/v3\/(conversations|teams)(?:\/([^/]+)(\/[a-z]+)?(?:\/([^/]+))?)?$/.exec(path) ?? [];
  const id = decodeURIComponent(conversation);
  if (conversations === 'teams') return { kind: 'listChannels', thread: id, activityId: null };
  if (conversations === 'conversations' && !id && method === 'POST') {
    if (body.isGroup !== true) {
      const member = (body.members as { id?: string }[] | undefined)?.[0]?.id ?? '';
      return { kind: 'createPersonal', thread: member, activityId: null };
    }
    const channel = (body.channelData as { channel?: { id?: string } } | undefined)?.channel?.id ?? '';
    return { kind: 'createChannel', thread: channel, activityId: null };
  }
  const thread = id.split(';')[0] ?? id;
  if (method === 'POST') return { kind: 'send', thread, activityId: null };
  if (method === 'PUT') return { kind: 'update', thread, activityId: decodeURIComponent(activity) };
  return { kind: 'other', thread, activityId: null };
}
