import type { ReportMonth } from '../../edges/http/contract/reports.ts';
import { useWords } from '../i18n/i18n.ts';

type Props = { latest: ReportMonth; bandsBelow: number; className?: string };

/** As of when people were counted, and why small departments show bands. */
export function CountedAt({ latest, bandsBelow, className }: Props) {
  const { t, locale } = useWords();
  const at = new Intl.DateTimeFormat(locale, {
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(Date.parse(latest.countedAt));
  return (
    <p className={className}>
      {latest.state === 'open' && t('reports.countedAt', { at })} {t('reports.bandsNote', { bandsBelow })}
    </p>
  );
}
