/**
 * 3,000 people who discuss, as their browsers would: own process, so that it does not share the server's event
 * loop. Told by its parent where the server is and who sits in which discussion; answers with how long each kind
 * of request took.
 */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Task {
  origin: string;
  /** The whole discussion, in milliseconds of this run. */
  lengthMs: number;
  discussions: { id: string; leaderId: string; memberIds: string[] }[];
}

export interface Result {
  /** Kind of request → milliseconds of each. */
  took: Record<string, number[]>;
  errors: Record<string, number>;
  events: number;
}

interface Page {
  shared: { groups: { id: string; insights: { id: string }[] }[]; steps: unknown[]; step: number | null };
}

const words = [
  '連絡が来ないまま三週間も待たされて、とても不安だったと思います。',
  '担当者が替わるたびに、同じ説明をしなければならなかったからです。',
  '証券の文字が小さく、どこを読めばよいのか分からなかったのだと思います。',
  'いつ支払われるのかを、最初にお伝えしていなかったからです。',
  '電話がなかなかつながらず、仕事の合間にかけ直すのが大変だったと思います。',
  '次に連絡する日を、電話の終わりに必ずお伝えするようにします。',
];

const took: Result['took'] = {};
const errors: Result['errors'] = {};
let events = 0;
const agent = new Agent({ keepAlive: true, maxSockets: 1_500 });
const streams = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });

process.on('message', (task: Task) => void run(task));

async function run(task: Task): Promise<void> {
  await Promise.all(task.discussions.map((discussion) => discuss(task, discussion)));
  process.send?.({ took, errors, events } satisfies Result, () => process.exit(0));
}

/** One department: a leader who leads, and everybody else. */
async function discuss(task: Task, discussion: Task['discussions'][number]): Promise<void> {
  const start = performance.now() + random() * task.lengthMs * 0.1;
  const at = (share: number) => sleep(Math.max(0, start + share * task.lengthMs - performance.now()));
  const path = `/api/discussions/${discussion.id}`;
  const act = (token: string, kind: string, body: object) =>
    ask<Page>(task.origin, kind, 'POST', path, token, body);
  const closers: (() => void)[] = [];
  const enter = async (personId: string) => {
    const session = await ask<{ token: string }>(task.origin, 'sign in', 'POST', '/api/session', null, {
      personId,
    });
    const token = session?.token ?? '';
    await ask(task.origin, 'open page', 'GET', path, token);
    closers.push(follow(task.origin, `${path}/live`, token));
    await act(token, 'check in', { act: 'checkIn' });
    return token;
  };

  const lead = async () => {
    await at(0);
    const token = await enter(discussion.leaderId);
    await act(token, 'start', { act: 'start', mode: 'full', isAsync: false, revealAt: null });
    await at(0.2);
    const revealed = await act(token, 'reveal', { act: 'reveal' });
    const groups = revealed?.shared.groups ?? [];
    const [first, second] = groups;
    if (first && second && first.insights[0]) {
      await at(0.3);
      const insightId = first.insights[0].id;
      await act(token, 'arrange', { act: 'moveInsight', insightId, groupId: second.id });
      await act(token, 'arrange', { act: 'renameGroup', groupId: second.id, title: '連絡の時期' });
    }
    const steps = revealed?.shared.steps.length ?? 0;
    for (let from = 1; from < steps - 1; from += 1) {
      await at(0.47 + (0.5 * (from - 1)) / steps);
      await act(token, 'next step', { act: 'step', from, to: 'next' });
    }
    await at(0.98);
    await act(token, 'wrap up', {
      act: 'wrapUp',
      understood: '次の連絡の日をお伝えすることが、安心につながると分かりました。',
      participants: discussion.memberIds.length + 1,
      heldOn: today(),
      actions: [{ id: randomUUID(), text: '次回連絡日を必ず伝える', ownerId: null, dueOn: null }],
      seenReports: 0,
    });
  };

  const takePart = async (personId: string) => {
    await at(0.01 + random() * 0.06);
    const token = await enter(personId);
    await at(0.08 + random() * 0.11);
    const insightId = randomUUID();
    const insight = {
      voiceId: null,
      anonymous: random() < 0.3,
      why: pick(words),
      feelings: ['anxious'],
      felt: '',
      change: pick(words),
      atMs: null,
    };
    await act(token, 'write', { act: 'writeInsight', insightId, insight });
    if (random() < 0.3) await act(token, 'write', { act: 'writeInsight', insightId, insight });
    await at(0.21 + random() * 0.04);
    const page = await ask<Page>(task.origin, 'open page', 'GET', path, token);
    for (const group of (page?.shared.groups ?? []).slice(0, 3)) {
      await at(0.26 + random() * 0.2);
      await act(token, 'vote', { act: 'vote', groupId: group.id, votes: 1 });
    }
  };

  await Promise.all([lead(), ...discussion.memberIds.map(takePart)]);
  await at(1);
  for (const close of closers) close();
}

/** One request; counts how long it took, or what went wrong. */
function ask<T>(
  origin: string,
  kind: string,
  method: string,
  path: string,
  token: string | null,
  body?: object,
): Promise<T | null> {
  const began = performance.now();
  return new Promise((resolve) => {
    const failed = (why: string) => {
      errors[`${kind}: ${why}`] = (errors[`${kind}: ${why}`] ?? 0) + 1;
      resolve(null);
    };
    const req = request(
      `${origin}${path}`,
      {
        method,
        agent,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
      },
      (res) => {
        let text = '';
        res.setEncoding('utf8');
        res.on('data', (chunk: string) => {
          text += chunk;
        });
        res.on('end', () => {
          const list = took[kind] ?? [];
          list.push(performance.now() - began);
          took[kind] = list;
          if (res.statusCode !== 200) return failed(`${res.statusCode} ${text.slice(0, 80)}`);
          resolve(JSON.parse(text) as T);
        });
      },
    );
    req.on('error', (error) => failed(String((error as NodeJS.ErrnoException).code)));
    req.end(body ? JSON.stringify(body) : undefined);
  });
}

/** Follows the live stream until the returned function is called. */
function follow(origin: string, path: string, token: string): () => void {
  const req = request(
    `${origin}${path}`,
    { agent: streams, headers: { authorization: `Bearer ${token}` } },
    (res) => {
      if (res.statusCode !== 200) errors[`stream: ${res.statusCode}`] = 1;
      res.on('data', (chunk: Buffer) => {
        if (chunk.includes('event:')) events += 1;
      });
    },
  );
  req.on('error', () => {});
  req.end();
  return () => req.destroy();
}

let seed = 20261125;

/** Mulberry32: the same run every time. */
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}

function pick<T>(list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());
}
