import type { Figures, Share } from '../../edges/http/contract/reports.ts';
import { useWords } from '../i18n/i18n.ts';
import type { SeriesName } from './trend.rules.ts';

export const seriesKeys = {
  delivered: 'reports.delivered',
  heard: 'reports.heard',
  held: 'reports.held',
} as const satisfies Record<SeriesName, string>;

const bandKeys = {
  none: 'reports.band.none',
  some: 'reports.band.some',
  half: 'reports.band.half',
  most: 'reports.band.most',
} as const;

/** Figures in words, in the page's language. */
export function useFigureWords() {
  const { t, locale } = useWords();
  const number = (value: number) => value.toLocaleString(locale);
  const percent = (share: number | null) =>
    share === null ? t('reports.none') : share.toLocaleString(locale, { style: 'percent' });
  return {
    number,
    percent,
    /** 「78%」, or 「半数以上」. */
    share: (share: Share) => (share.kind === 'count' ? percent(share.share) : t(bandKeys[share.band])),
    /** 「1,234 / 1,580人」; null where a band says all. */
    people: (share: Share, target: number) =>
      share.kind === 'count'
        ? t('reports.ofPeople', { count: number(share.count), of: number(target) })
        : null,
    /** How the discussions of many departments stand: 「実施 6 ・ 進行中 1 ・ これから 4」; what there is none of goes. */
    heldParts: (figures: Figures) => {
      const held = figures.heldInTime + figures.heldReportedLate + figures.heldLate;
      const parts = [
        [t('reports.parts.held'), held],
        [t('reports.state.underWay'), figures.underWay],
        [t('reports.state.notYet'), figures.notYet - figures.underWay],
        [t('reports.state.missed'), figures.missed],
      ] as const;
      return parts
        .filter(([, count], place) => count > 0 || place === 0)
        .map(([words, count]) => `${words} ${number(count)}`)
        .join(t('reports.separator'));
    },
    /** How the discussion of one department and one month stands. */
    held: (figures: Figures) => {
      if (figures.heldInTime > 0) return t('reports.state.inTime');
      if (figures.heldReportedLate > 0) return t('reports.state.reportedLate');
      if (figures.heldLate > 0) return t('reports.state.heldLate');
      if (figures.skipped > 0) return t('reports.state.skipped');
      if (figures.missed > 0) return t('reports.state.missed');
      return figures.underWay > 0 ? t('reports.state.underWay') : t('reports.state.notYet');
    },
  };
}
