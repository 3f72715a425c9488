import { randomUUID } from 'node:crypto';
import {
  groupMonth,
  listDiscussions,
  makeTheme,
  prepareDiscussions,
  readInsights,
  readTopic,
  revealInsights,
  startDiscussion,
} from '../../src/domain/discussions/index.ts';
import type { DepartmentName, PersonName } from './company.ts';
import { write } from './discussions.ts';
import { openedEdition } from './editions.ts';
import type { TestApp } from './testApp.ts';

/** The words that the month of `monthOfInsights` holds, by who wrote them. */
export const written = {
  mizusawa: '支払いの時期が分からず、不安だったと思います。',
  kajiura: 'いつ支払われるのか、連絡がなかったからです。',
  sena: '何度も同じ説明をするのは、つらかったと思います。',
  /** Anonymous, alone: withheld. */
  tokita: '上司の電話応対が早口で、聞き取れなかったのだと思います。',
  shiomi: '最初のひと言で安心されたのだと思います。',
} as const;

/** A discussion of the open edition, in which 榎 or 汐見 has let everybody begin to write. */
export async function begunDiscussion(
  t: TestApp,
  editionId: string,
  department: DepartmentName,
  leader: PersonName,
): Promise<string> {
  await prepareDiscussions(t.ctx, editionId);
  const choices = await listDiscussions(t.as(leader), editionId);
  const own = choices.find((choice) => choice.department.id === t.departments[department].id);
  if (!own) throw new Error(`${department} has no discussion`);
  const { discussionId } = own;
  await startDiscussion(t.as(leader), { discussionId, mode: 'full', isAsync: false, revealAt: null });
  return discussionId;
}

export interface InsightMonth {
  /** Of CL-AUTO1, led by 榎; and of SL-MINATO, led by 汐見. */
  motor: string;
  minato: string;
  /** Ids of insights by who wrote them. */
  ids: Record<keyof typeof written, string>;
}

/** December's insights of two departments, revealed and grouped. One stayed with the quality department. */
export async function monthOfInsights(t: TestApp): Promise<InsightMonth> {
  const editionId = await openedEdition(t);
  const motor = await begunDiscussion(t, editionId, 'motor', 'enoki');
  const minato = await begunDiscussion(t, editionId, 'minato', 'shiomi');
  const ids = {
    mizusawa: await write(t.as('mizusawa'), motor, { why: written.mizusawa }),
    kajiura: await write(t.as('kajiura'), motor, { why: written.kajiura }),
    sena: await write(t.as('sena'), motor, { felt: written.sena, feelings: ['let_down'] }),
    tokita: await write(t.as('tokita'), motor, { why: written.tokita, anonymous: true }),
    shiomi: await write(t.as('shiomi'), minato, { felt: written.shiomi }),
  };
  await revealInsights(t.as('enoki'), motor);
  await revealInsights(t.as('shiomi'), minato);
  await releasedOvernight(t);
  await groupMonth(t.ctx, '2026-12');
  return { motor, minato, ids };
}

/** As after a night in which something was withheld in several other departments too. */
export async function releasedOvernight(t: TestApp): Promise<void> {
  await t.ctx.db.insight.updateMany({ where: { state: 'withheld' }, data: { readable: true } });
}

/** 浅葱 makes a theme of some of them; returns its id. */
export async function madeTheme(t: TestApp, insightIds: readonly string[], themeId = randomUUID()) {
  await makeTheme(t.as('asagi'), {
    themeId,
    month: '2026-12',
    title: 'お支払いまでの見通しをお伝えする',
    from: { insightIds },
  });
  return themeId;
}

/** Everything that 浅葱 reads in December, over all topics. */
export async function readByAsagi(t: TestApp, search: Parameters<typeof readInsights>[2] = {}) {
  const page = await readInsights(t.as('asagi'), '2026-12', search);
  const parts = page.topics.map(({ topic }) =>
    readTopic(t.as('asagi'), { month: '2026-12', topicId: topic?.id ?? null, skip: 0, search }),
  );
  return (await Promise.all(parts)).flat();
}
