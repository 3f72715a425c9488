import { makeStyles, tokens } from '@fluentui/react-components';
import { dayInWords } from '../../i18n/format.rules.ts';
import { useWords } from '../../i18n/i18n.ts';
import { partTitle, quietText } from './work.styles.ts';
import type { WorkProps } from './workProps.ts';

const useStyles = makeStyles({
  title: partTitle,
  list: { display: 'flex', flexDirection: 'column', gap: '0.875rem' },
  item: { paddingLeft: '0.875rem', borderLeft: `3px solid ${tokens.colorNeutralStroke1}`, lineHeight: 1.8 },
  name: { fontWeight: 600 },
  words: { whiteSpace: 'pre-line' },
  quiet: quietText,
  late: { fontSize: '0.875rem', fontWeight: 600, color: tokens.colorStatusDangerForeground3 },
});

/** Departments that were asked, and what they said. */
export function Requests({ work }: WorkProps) {
  const styles = useStyles();
  const { t, locale, pick } = useWords();
  return (
    <>
      <h2 className={styles.title}>{t('work.requests')}</h2>
      <ul className={styles.list}>
        {work.requests.map((request) => (
          <li key={request.id} className={styles.item}>
            <p className={styles.name}>{pick(request.department.name)}</p>
            <p className={styles.words} lang="ja">
              {request.words}
            </p>
            {request.answer === null ? (
              <p className={request.late ? styles.late : styles.quiet}>
                {t(request.late ? 'work.requestLate' : 'work.requestWaits', {
                  day: dayInWords(request.dueOn, locale),
                })}
              </p>
            ) : (
              <>
                <p className={styles.quiet}>
                  {t('work.requestAnswer', { name: request.answeredBy ? pick(request.answeredBy) : '' })}
                </p>
                <p className={styles.words} lang="ja">
                  {request.answer}
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
