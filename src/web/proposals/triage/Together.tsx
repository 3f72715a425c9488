import { makeStyles } from '@fluentui/react-components';
import { useWords } from '../../i18n/i18n.ts';
import { AppLink } from '../../shell/AppLink.tsx';
import { addressOf } from '../../shell/router.ts';
import { partTitle, quietText } from './work.styles.ts';
import type { WorkProps } from './workProps.ts';

const useStyles = makeStyles({
  title: partTitle,
  part: { fontSize: '1rem', fontWeight: 600, margin: '1rem 0 0.25rem' },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  item: { lineHeight: 1.8, padding: '0.25rem 0' },
  words: { whiteSpace: 'pre-line' },
  quiet: quietText,
});

/** Who supports it and what they say; what was merged into it, and what is alike. */
export function Together({ work }: WorkProps) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const link = (one: { id: string; number: string; title: string }) => (
    <li key={one.id}>
      <AppLink className={styles.link} to={addressOf(`/proposals/${one.id}`)}>
        {t('work.proposal', { number: one.number, title: one.title })}
      </AppLink>
    </li>
  );
  return (
    <>
      <h2 className={styles.title}>{t('work.supporters', { n: work.supporters.length })}</h2>
      {work.supporters.length === 0 && <p className={styles.quiet}>{t('work.noSupporters')}</p>}
      <ul>
        {work.supporters.map(({ name, comment }) => (
          <li key={`${name.ja} ${comment}`} className={styles.item}>
            <span className={styles.quiet}>{pick(name)}</span>
            {comment && (
              <p className={styles.words} lang="ja">
                {comment}
              </p>
            )}
          </li>
        ))}
      </ul>
      {work.merged.length > 0 && (
        <>
          <h3 className={styles.part}>{t('work.merged')}</h3>
          <ul>{work.merged.map(link)}</ul>
        </>
      )}
      {work.similar.length > 0 && (
        <>
          <h3 className={styles.part}>{t('work.similar')}</h3>
          <ul>{work.similar.map(link)}</ul>
        </>
      )}
    </>
  );
}
