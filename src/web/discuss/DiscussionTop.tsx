import { makeStyles, tokens } from '@fluentui/react-components';
import type { DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { dayInWords, monthInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';

const useStyles = makeStyles({
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: '0.125rem 1.5rem',
  },
  title: { fontSize: '1rem', lineHeight: 1.6, fontWeight: 600, color: tokens.colorNeutralForeground2 },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 1rem',
    fontSize: '0.875rem',
    lineHeight: 1.7,
    color: tokens.colorNeutralForeground2,
  },
});

/** Which month's, whose, by when, and who leads: quiet, above the customers' words. */
export function DiscussionTop({ page }: { page: DiscussionPage }) {
  const styles = useStyles();
  const { t, locale, pick } = useWords();
  const { shared, edition } = page;
  const isAhead = ['waiting', 'reflecting', 'skipped'].includes(shared.state);
  return (
    <header className={styles.top}>
      <h1 className={styles.title}>
        {t('discuss.heading', { month: monthInWords(edition.month, locale, false) })}
      </h1>
      <div className={styles.facts}>
        <span>{pick(page.department.name)}</span>
        {shared.leader && <span>{t('discuss.leader.today', { name: pick(shared.leader.name) })}</span>}
        {isAhead && shared.state !== 'skipped' && shared.plannedOn && (
          <span>{t('discuss.later.planned', { day: dayInWords(shared.plannedOn, locale) })}</span>
        )}
        {isAhead && <span>{t('time.due', { day: dayInWords(edition.dueOn, locale) })}</span>}
      </div>
    </header>
  );
}
