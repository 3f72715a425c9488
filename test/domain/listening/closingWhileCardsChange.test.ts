import { describe, expect, it } from 'vitest';
import {
  closeEdition,
  openListeningPage,
  refreshProgress,
  reportListening,
} from '../../../src/domain/listening/index.ts';
import type { PersonName } from '../../support/company.ts';
import { hear, openedEdition } from '../../support/editions.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';
import { attempt } from '../../support/whoMay.ts';

const rounds = 40;
/** One from each of eight departments. */
const listeners: PersonName[] = [
  'mizusawa',
  'shiomi',
  'iino',
  'ariga',
  'nagura',
  'tsutsumi',
  'misono',
  'kiryu',
];
const lastListeners: PersonName[] = ['kajiura', 'sena'];

/** Cards are out everywhere but where the day begins later, and each of these departments' reads differently by now. */
async function monthThatIsHeard(): Promise<{ t: TestApp; editionId: string }> {
  const opened = await openTestApp();
  const editionId = await openedEdition(opened);
  await opened.settled();
  await opened.stop();
  const t = await openTestApp({ beside: opened, working: false });
  for (const who of listeners) {
    await hear(t, who, 'noNews');
    await hear(t, who, 'firstWords');
  }
  return { t, editionId };
}

describe('the closing of a month', () => {
  it('and cards that are brought up to date in the same moment never wait for each other for ever', async () => {
    const { t, editionId } = await monthThatIsHeard();
    const refresh = () => attempt(t.ctx, refreshProgress);
    const close = () => attempt(t.as('asagi'), (ctx) => closeEdition(ctx, editionId));
    // 梶浦 and 瀬名 hear the last of it just then.
    const voiceId = t.voices.noNews;
    for (const who of lastListeners) await openListeningPage(t.as(who), voiceId);
    t.clock.advance({ minutes: 10 });
    const report = { voiceId, intervals: [{ startMs: 0, endMs: 600_000 }], positionMs: 0 };
    const hearIt = (who: PersonName) => attempt(t.as(who), (ctx) => reportListening(ctx, report));
    const outcomes: string[] = [];
    for (let round = 0; round < rounds; round++)
      outcomes.push(...(await Promise.all([refresh(), ...lastListeners.map(hearIt), close(), refresh()])));
    expect([...new Set(outcomes)]).toEqual(['yes']);

    await Promise.all([
      refreshProgress(t.ctx),
      closeEdition(t.as('asagi'), editionId),
      refreshProgress(t.ctx),
    ]);
    const departments = await t.ctx.db.editionDepartment.findMany({ where: { editionId } });
    expect(departments.filter((one) => one.progressDirty)).toEqual([]);
    expect(departments.filter((one) => one.heardCount === 1)).toHaveLength(listeners.length);
  });
});
