import {
  approveEdition,
  closeEdition,
  openEdition,
  planEdition,
  submitEdition,
} from '../../../src/domain/listening/index.ts';
import { addMonths, dayOf, monthOf } from '../../../src/domain/people/index.ts';
import type { VoiceName } from '../../support/company.ts';
import type { TestApp } from '../../support/testApp.ts';

/** What there is to hear: addresses end in these ids. */
export interface OpenEditions {
  /** This month's edition. */
  editionId: string;
  /** This month's voices: a complaint, and a praise. */
  open: [string, string];
  /** A voice of last month's edition, which is closed. */
  past: string;
}

/** Last month's edition, closed, and this month's, open, whatever the day is. */
export async function openEditions(t: TestApp): Promise<OpenEditions> {
  const now = t.ctx.clock.now();
  const month = monthOf(now, t.ctx.settings);
  const dueOn = dayOf(new Date(now.getTime() + 14 * 24 * 3_600_000), t.ctx.settings);
  const edition = async (ofMonth: typeof month, voices: VoiceName[]) => {
    const editionId = await planEdition(t.as('asagi'), {
      month: ofMonth,
      voiceIds: voices.map((name) => t.voices[name]),
      opensAt: now,
      dueOn,
    });
    await submitEdition(t.as('asagi'), editionId);
    await approveEdition(t.as('kiryu'), editionId);
    await openEdition(t.as('asagi'), editionId);
    return editionId;
  };
  await closeEdition(t.as('asagi'), await edition(addMonths(month, -1), ['fathersLicence', 'lunchBreak']));
  const editionId = await edition(month, ['noNews', 'firstWords']);
  return { editionId, open: [t.voices.noNews, t.voices.firstWords], past: t.voices.fathersLicence };
}
