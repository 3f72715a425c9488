import { makeStyles, tokens } from '@fluentui/react-components';
import type { Records } from '../../edges/http/contract.ts';
import { useWords } from '../i18n/i18n.ts';
import { callApi } from '../session/api.ts';
import { Loading } from '../shell/Loading.tsx';
import { Trouble } from '../shell/Trouble.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { useTitle } from '../shell/useTitle.ts';

const useStyles = makeStyles({
  page: { maxWidth: '48rem', margin: '0 auto', paddingTop: 'clamp(1rem, 4vh, 2.5rem)' },
  title: { fontSize: 'clamp(1.5rem, 4vw, 2rem)', lineHeight: 1.5, fontWeight: 600 },
  lead: { margin: '0.75rem 0 2.5rem', fontSize: '1.0625rem', lineHeight: 1.8, textWrap: 'pretty' },
  record: {
    padding: '1.5rem',
    marginBottom: '1rem',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  what: { fontSize: '1.125rem', lineHeight: 1.6, fontWeight: 600 },
  facts: {
    marginTop: '1rem',
    display: 'grid',
    gridTemplateColumns: 'minmax(7rem, max-content) 1fr',
    gap: '0.5rem 1.5rem',
    lineHeight: 1.7,
    '@media (max-width: 30rem)': { gridTemplateColumns: '1fr', rowGap: 0 },
  },
  term: { color: tokens.colorNeutralForeground3, '@media (max-width: 30rem)': { paddingTop: '0.5rem' } },
  neverTitle: { fontSize: '1.25rem', fontWeight: 600, margin: '3rem 0 1rem' },
  never: { lineHeight: 1.8, paddingLeft: '1.25rem', listStyleType: 'disc' },
});

const loadRecords = () => callApi<Records>('/api/records', null);

/** 「この仕組みが記録すること」: what is kept, why, who sees it, how long; and what never is. */
export function RecordsPage() {
  const styles = useStyles();
  const { t, pick } = useWords();
  const { answer, retry } = useAnswer(loadRecords);
  useTitle(t('title.records'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <Trouble onRetry={retry} />;
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('app.records')}</h1>
      <p className={styles.lead}>{t('records.lead')}</p>
      <ul aria-label={t('records.what')}>
        {answer.value.records.map((record) => (
          <li key={record.what.ja} className={styles.record}>
            <h2 className={styles.what}>{pick(record.what)}</h2>
            <dl className={styles.facts}>
              <dt className={styles.term}>{t('records.why')}</dt>
              <dd>{pick(record.why)}</dd>
              <dt className={styles.term}>{t('records.who')}</dt>
              <dd>{pick(record.who)}</dd>
              <dt className={styles.term}>{t('records.howLong')}</dt>
              <dd>{pick(record.howLong)}</dd>
            </dl>
          </li>
        ))}
      </ul>
      <h2 className={styles.neverTitle}>{t('records.never')}</h2>
      <ul className={styles.never}>
        {answer.value.never.map((sentence) => (
          <li key={sentence.ja}>{pick(sentence)}</li>
        ))}
      </ul>
    </div>
  );
}
