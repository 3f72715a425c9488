import { makeStyles, tokens } from '@fluentui/react-components';
import type { SimilarProposal } from '../../edges/http/contract/proposals.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import { SimilarOne } from './SimilarOne.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '0.75rem' },
  title: { marginBottom: '0.25rem' },
  lead: { marginBottom: '0.75rem' },
  // Always there, so that what appears in it is said.
  aside: { minHeight: '1px', color: tokens.colorNeutralForeground1 },
});

/** Proposals of others that are like what is being written: to read, and to support instead. */
export function SimilarAside({ similar }: { similar: readonly SimilarProposal[] }) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  return (
    <section className={styles.aside} aria-label={t('propose.similarRegion')}>
      <h2 role="status" className={`${shared.title} ${styles.title}`}>
        {similar.length > 0 && t('propose.similarTitle', { n: similar.length })}
      </h2>
      {similar.length > 0 && (
        <>
          <p className={`${shared.quiet} ${styles.lead}`}>{t('propose.similarLead')}</p>
          <ul className={styles.list}>
            {similar.map((one) => (
              <SimilarOne key={one.id} similar={one} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
