import { randomUUID } from 'node:crypto';
import type { Ctx } from '../../src/domain/context.ts';
import {
  listDiscussions,
  openDiscussionPage,
  prepareDiscussions,
  revealInsights,
  startDiscussion,
  writeInsight,
} from '../../src/domain/discussions/index.ts';
import { type DepartmentName, departmentCodes, type PersonName } from './company.ts';
import { openedEdition } from './editions.ts';
import type { TestApp } from './testApp.ts';

/** A month is open, and this department's discussion waits. */
export async function waitingDiscussion(
  t: TestApp,
  department: DepartmentName = 'motor',
  who: PersonName = 'enoki',
): Promise<string> {
  const editionId = await openedEdition(t);
  const choices = await listDiscussions(t.as(who), editionId);
  const own = choices.find((choice) => choice.department.id === t.departments[department].id);
  if (!own) throw new Error(`${department} has no discussion`);
  return own.discussionId;
}

/** December is open in these departments, and their discussions wait. */
export async function waitingMonth(t: TestApp, ...departments: DepartmentName[]): Promise<string> {
  const codes = departments.map((name) => departmentCodes[name]);
  const editionId = await openedEdition(t, { audience: { departments: codes } });
  await prepareDiscussions(t.ctx, editionId);
  return editionId;
}

/** The discussion of a department in that month. */
export async function discussionOf(t: TestApp, editionId: string, department: DepartmentName) {
  return t.ctx.db.discussion.findUniqueOrThrow({
    where: { editionId_departmentId: { editionId, departmentId: t.departments[department].id } },
  });
}

/** Names of the people to whom messages of a purpose were queued, in their order. */
export async function queuedTo(t: TestApp, purpose: string): Promise<string[]> {
  const messages = await t.ctx.db.outgoingMessage.findMany({
    where: { purpose, act: 'send' },
    orderBy: { seq: 'asc' },
  });
  const people = await t.ctx.db.person.findMany({
    where: { id: { in: messages.map((message) => message.recipientId) } },
  });
  return messages.map(({ recipientId }) => people.find((one) => one.id === recipientId)?.name ?? recipientId);
}

/** 榎 has started it: 「じっくり」, everybody writes alone. */
export async function reflectingDiscussion(t: TestApp): Promise<string> {
  const discussionId = await waitingDiscussion(t);
  await startDiscussion(t.as('enoki'), { discussionId, mode: 'full', isAsync: false, revealAt: null });
  return discussionId;
}

interface Words {
  voiceId?: string | null;
  why?: string;
  felt?: string;
  change?: string;
  feelings?: string[];
  anonymous?: boolean;
}

/** Somebody writes an insight; returns its id. */
export async function write(ctx: Ctx, discussionId: string, words: Words, insightId: string = randomUUID()) {
  await writeInsight(ctx, {
    discussionId,
    insightId,
    words: {
      voiceId: null,
      anonymous: false,
      why: '',
      felt: '',
      change: '',
      feelings: [],
      atMs: null,
      ...words,
    },
  });
  return insightId;
}

/** … four members wrote under their names, and 榎 reveals it. */
export async function revealedDiscussion(t: TestApp): Promise<string> {
  const discussionId = await reflectingDiscussion(t);
  await write(t.as('mizusawa'), discussionId, { why: '支払いの時期が分からず、不安だったと思います。' });
  await write(t.as('kajiura'), discussionId, { why: 'いつ支払われるのか、連絡がなかったからです。' });
  await write(t.as('sena'), discussionId, { felt: '何度も同じ説明をするのは、つらかったと思います。' });
  await write(t.as('tokita'), discussionId, { change: '最初の電話で、次の連絡の日をお伝えします。' });
  await revealInsights(t.as('enoki'), discussionId);
  return discussionId;
}

/** The discussion as somebody has it before them. */
export function pageOf(t: TestApp, who: PersonName, discussionId: string) {
  return openDiscussionPage(t.as(who), discussionId);
}
