import { expect, it } from 'vitest';
import { closeEdition } from '../../../src/domain/listening/index.ts';
import { refreshFigures } from '../../../src/domain/reports/index.ts';
import { hear, openedEdition } from '../../support/editions.ts';
import { rowsOf } from '../../support/reports.ts';
import { openTestApp } from '../../support/testApp.ts';

it('several replicas count a month at the same time, while it closes', async () => {
  const t = await openTestApp();
  const editionId = await openedEdition(t);
  await Promise.all(Array.from({ length: 6 }, () => refreshFigures(t.ctx)));
  for (const who of ['kajiura', 'sena', 'tokita'] as const) {
    for (const voice of ['noNews', 'firstWords'] as const) await hear(t, who, voice);
  }
  await t.settled();
  t.clock.set('2026-12-21T00:05:00+09:00');
  await Promise.all([
    closeEdition(t.ctx, editionId),
    ...Array.from({ length: 6 }, () => refreshFigures(t.ctx)),
  ]);
  await t.settled();
  await Promise.all(Array.from({ length: 4 }, () => refreshFigures(t.ctx)));
  const motor = (await rowsOf(t)).row('CL-AUTO1');
  expect(motor?.figures.heard).toMatchObject({ kind: 'count', count: 3 });
});
