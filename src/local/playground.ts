import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dump } from 'js-yaml';
import type { Ctx } from '../domain/context.ts';
import { allPeople, findDepartmentByConversation, mainPost, type PersonRow } from '../domain/people/index.ts';
import type { Address } from '../domain/ports.ts';
import type { Config } from '../platform/config/config.ts';
import { AppError } from '../platform/errors.ts';

/** The Playground's conversations; the sample company's departments carry these ids. */
const teamId = 'kikidoki-team';
const secondChannelId = 'kikidoki-channel-2';
const groupChatId = 'kikidoki-group-chat';

/** The Playground has exactly five users beside the one who sits before it. */
const otherUsers = 5;

/** Who and what can be seen in the Playground. */
export interface PlaygroundCast {
  user: PersonRow;
  others: PersonRow[];
  /** The department whose workplace the channel General is; the Playground itself cannot say so. */
  teamName: { ja: string; en: string };
  channelName: string;
  groupChatName: string;
}

/**
 * Chooses who sits in the Playground: the first promoter of the department whose channel is its team, with
 * colleagues of the two departments that have a channel there.
 *
 * @returns null when the company in the database has no department there (it is not the sample)
 */
export async function castPlayground(ctx: Ctx): Promise<PlaygroundCast | null> {
  const first = await findDepartmentByConversation(ctx.db, teamId);
  const second = await findDepartmentByConversation(ctx.db, secondChannelId);
  const chat = await findDepartmentByConversation(ctx.db, groupChatId);
  const people = (await allPeople(ctx.db)).filter(
    (person) => person.entraObjectId && person.status === 'active',
  );
  const inDepartment = (id: string | undefined) => (person: PersonRow) =>
    mainPost(person)?.departmentId === id;
  const team = people.filter(inDepartment(first?.id));
  const user = team.find((person) => mainPost(person)?.role === 'promoter') ?? team[0];
  if (!first || !user) return null;
  const colleagues = [
    ...team.filter((person) => person !== user).slice(0, 2),
    ...people.filter(inDepartment(second?.id)),
  ];
  return {
    user,
    others: [
      ...colleagues,
      ...people.filter((person) => person !== user && !colleagues.includes(person)),
    ].slice(0, otherUsers),
    teamName: { ja: first.name, en: first.nameEn },
    channelName: second?.name ?? secondChannelId,
    groupChatName: chat?.name ?? groupChatId,
  };
}

/**
 * Whom the Playground can show a message to; everybody else ends as unreachable(local), not in retries.
 *
 * @param config without the Playground (KIKIDOKI_PLAYGROUND=off) that is nobody
 */
export function reachableInPlayground(
  config: Pick<Config, 'playground'>,
  userEntraObjectId: () => string | null,
): (address: Address) => boolean {
  return (address) => {
    if (!config.playground) return false;
    if (address.kind === 'person') return address.entraObjectId === userEntraObjectId();
    if (address.kind === 'group_chat') return address.chatId === groupChatId;
    return address.channelId === teamId || address.channelId === secondChannelId;
  };
}

export interface Playground {
  /**
   * Waits until it answers.
   *
   * @throws AppError local.playgroundSilent when it ended, or does not answer in time
   */
  untilReady(timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the Playground beside us, with the sample company in it. */
export function startPlayground(config: Config, cast: PlaygroundCast, programmeName: string): Playground {
  const folder = join(config.dataFolder, 'playground');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.m365agentsplayground.yml'), dump(playgroundConfig(cast, programmeName)));
  const host = join(import.meta.dirname, 'playgroundHost.mjs');
  const child = fork(
    host,
    [
      '-e',
      `http://127.0.0.1:${config.port}/api/messages`,
      '-c',
      'msteams',
      '-p',
      String(config.playgroundPort),
      '--dt',
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    untilReady: (timeoutMs = longestStartMs) =>
      untilAnswering(config.playgroundPort, () => child.exitCode === null, timeoutMs),
    stop: async () => {
      child.kill('SIGTERM');
      await Promise.race([ended, sleep(2_000).then(() => child.kill('SIGKILL'))]);
    },
  };
}

/** Usually it takes two or three seconds. */
const longestStartMs = 60_000;

async function untilAnswering(port: number, isRunning: () => boolean, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (isRunning() && performance.now() < deadline) {
    // Whoever else holds the port may take the question and never answer.
    const signal = AbortSignal.timeout(2_000);
    const answer = await fetch(`http://127.0.0.1:${port}/_internal/v1/testConfig`, { signal }).catch(
      () => null,
    );
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new AppError('local.playgroundSilent', { port });
}

function playgroundConfig(cast: PlaygroundCast, programmeName: string): object {
  return {
    version: '0.1.1',
    tenantId: '00000000-0000-0000-0000-0000000000001',
    bot: { id: '00000000-0000-0000-0000-00000000000011', name: '聴きどき' },
    currentUser: playgroundUser(cast.user),
    users: cast.others.map(playgroundUser),
    personalChat: { id: 'kikidoki-personal-chat' },
    groupChat: { id: groupChatId, name: cast.groupChatName },
    team: {
      id: teamId,
      name: programmeName,
      aadGroupId: '00000000-0000-0000-0000-000000000031',
      channels: [{ id: secondChannelId, name: cast.channelName }],
    },
  };
}

/** The user id is the Entra id: then a conversation created by Entra id reaches the chat that is shown. */
function playgroundUser(person: PersonRow): object {
  const id = person.entraObjectId ?? '';
  const mail = `${person.employeeNo.toLowerCase()}@asanagi.example`;
  const [givenName = person.nameEn, surname = ''] = person.nameEn.split(' ');
  // "userPrincipleName" is the Playground's own spelling.
  return { id, aadObjectId: id, name: person.name, userPrincipleName: mail, email: mail, givenName, surname };
}
