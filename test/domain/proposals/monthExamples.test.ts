import { expect, it } from 'vitest';
import { closeEdition } from '../../../src/domain/listening/index.ts';
import { markExamplesTold } from '../../../src/domain/proposals/index.ts';
import { personal, postActivity, says } from '../../support/activities.ts';
import { cardOf, visibleWords } from '../../support/adaptiveCard.ts';
import { openedEdition } from '../../support/editions.ts';
import { sent } from '../../support/proposals.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

/** An improvement that everybody in the company may read since then. */
async function published(t: TestApp, title: string, internalAt: string | null): Promise<void> {
  await t.ctx.db.improvementExample.create({
    data: {
      proposalId: await sent(t.as('kajiura')),
      title,
      before: '前',
      after: '後',
      thanked: [],
      writtenById: t.people.kitta.id,
      writtenAt: new Date('2026-11-01T00:00:00Z'),
      internalAt: internalAt === null ? null : new Date(internalAt),
    },
  });
}

const cards = (t: TestApp, who: 'mizusawa' | 'sena') =>
  t.stub
    .messagesOf(t.people[who].entraObjectId ?? '')
    .map(({ activity }) => visibleWords(cardOf(activity)).join('\n'))
    .filter((words) => words.includes('月の声'));

it('the month’s card carries the two latest improvements, and the next month’s what no card had', async () => {
  const t = await openTestApp({ listening: true });
  await published(t, '古い改善', '2026-09-01T00:00:00Z');
  await published(t, '十月の改善', '2026-10-01T00:00:00Z');
  await published(t, '十一月の改善', '2026-11-01T00:00:00Z');
  await published(t, '下書きの改善', null);
  const editionId = await openedEdition(t, { audience: { departments: ['CL-AUTO1'] } });
  await published(
    t,
    'あとからの改善',
    t.clock
      .now()
      .toISOString()
      .replace(/\d\dZ$/, '99Z'),
  );
  t.clock.advance({ minutes: 1 });
  await t.settled();
  const [december] = cards(t, 'mizusawa');
  expect(december).toContain('「十一月の改善」、「十月の改善」');
  expect(december).not.toMatch(/古い|下書き|あとから/);
  const told = await t.ctx.db.improvementExample.findMany({ where: { toldInMonth: '2026-12' } });
  expect(told.map(({ title }) => title).sort()).toEqual(['十一月の改善', '十月の改善']);

  // Doing it twice is doing it once; who asks for the card gets the same.
  await markExamplesTold(t.ctx, editionId);
  await postActivity(t, personal(t, t.people.sena, says('今月の声')));
  for (const words of cards(t, 'sena')) expect(words).toContain('「十一月の改善」、「十月の改善」');
  expect(await t.ctx.db.improvementExample.count({ where: { toldInMonth: null } })).toBe(3);
  await closeEdition(t.ctx, editionId);
  await t.settled();
  expect(cards(t, 'mizusawa')[0]).toContain('「十一月の改善」、「十月の改善」');
});

it('a month without improvements says nothing of them', async () => {
  const t = await openTestApp({ listening: true });
  await openedEdition(t, { audience: { departments: ['CL-AUTO1'] } });
  await t.settled();
  expect(cards(t, 'mizusawa')[0]).not.toContain('改善: ');
});
