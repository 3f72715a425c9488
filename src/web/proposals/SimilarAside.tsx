import { makeStyles, tokens } from '@fluentui/react-components';
import type { SimilarProposal } from '../../edges/http/contract/proposals.ts';
import { Disclosure } from '../discuss/Disclosure.tsx';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import { visuallyHidden } from '../shell/visuallyHidden.ts';
import { isWide } from './proposals.styles.ts';
import { SimilarOne } from './SimilarOne.tsx';

const useStyles = makeStyles({
  unseen: visuallyHidden,
  list: { display: 'flex', flexDirection: 'column', gap: '0.75rem', marginTop: '0.75rem' },
  title: { fontSize: '1.0625rem', lineHeight: 1.6, fontWeight: 600, color: tokens.colorNeutralForeground1 },
});

/**
 * Proposals of others that are like what is being written: to read, and to support instead. Beside the field where
 * there is room; where there is none, a line that opens, so that the way to send stays short.
 */
export function SimilarAside({ similar }: { similar: readonly SimilarProposal[] }) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const isOpen = isWide() || similar.some(({ probable }) => probable);
  const title = t('propose.similarTitle', { n: similar.length });
  return (
    <section aria-label={t('propose.similarRegion')}>
      {/* Always there, so that what appears in it is said; the heading says it to the eye. */}
      <p role="status" className={styles.unseen}>
        {similar.length > 0 && title}
      </p>
      {similar.length > 0 && (
        <Disclosure title={<h2 className={styles.title}>{title}</h2>} isOpen={isOpen}>
          <p className={shared.quiet}>{t('propose.similarLead')}</p>
          <ul className={styles.list}>
            {similar.map((one) => (
              <SimilarOne key={one.id} similar={one} />
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}
