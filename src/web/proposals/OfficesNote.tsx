import { makeStyles } from '@fluentui/react-components';
import type { Label } from '../../edges/http/contract.ts';
import { Disclosure } from '../discuss/Disclosure.tsx';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';

const useStyles = makeStyles({
  offices: { paddingLeft: '1.25rem', lineHeight: 1.9, '& li': { listStyle: 'disc' } },
});

/** What is no proposal, and where that belongs. */
export function OfficesNote({ offices }: { offices: readonly Label[] }) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t, pick } = useWords();
  return (
    <Disclosure title={t('propose.officesTitle')}>
      <p className={shared.words}>{t('propose.officesLead')}</p>
      <ul className={styles.offices}>
        {offices.map(({ key, label }) => (
          <li key={key}>{pick(label)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
