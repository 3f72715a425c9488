import { makeStyles, tokens } from '@fluentui/react-components';
import type { VoiceGuide } from '../../edges/http/contract/guides.ts';
import { dayAt } from '../discuss/time.rules.ts';
import { dayInWords, monthInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';

const useStyles = makeStyles({
  state: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 1rem',
    fontSize: '0.875rem',
    lineHeight: 1.7,
    color: tokens.colorNeutralForeground2,
  },
  written: { fontWeight: 600, color: tokens.colorNeutralForeground1 },
});

const stateWords = {
  open: 'guides.month.open',
  approved: 'guides.month.approved',
  in_review: 'guides.month.inReview',
  draft: 'guides.month.draft',
  closed: 'guides.month.closed',
} as const;

/** For which month, and whose words: a curator's, the month's plan's, or the library's. */
export function GuideState({ guide }: { guide: Pick<VoiceGuide, 'month' | 'source' | 'edited'> }) {
  const styles = useStyles();
  const { t, locale } = useWords();
  const { month } = guide;
  return (
    <div className={styles.state}>
      {month && <span>{t(stateWords[month.state], { month: monthInWords(month.month, locale, true) })}</span>}
      <WrittenBy guide={guide} />
      {month && !month.leads && <span>{t('guides.notLeading')}</span>}
    </div>
  );
}

function WrittenBy({ guide: { source, edited } }: { guide: Pick<VoiceGuide, 'source' | 'edited'> }) {
  const styles = useStyles();
  const { t, locale, pick } = useWords();
  if (edited) {
    const day = dayInWords(dayAt(Date.parse(edited.at)), locale);
    const name = edited.by ? pick(edited.by) : t('guides.somebody');
    return <span className={styles.written}>{t('guides.written', { name, day })}</span>;
  }
  return <span>{source === 'edition' ? t('guides.fromMonth') : t('guides.fromLibrary')}</span>;
}
