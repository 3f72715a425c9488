import { makeStyles, Switch } from '@fluentui/react-components';
import type { ProposalPage } from '../../../edges/http/contract/proposalPage.ts';
import { useWords } from '../../i18n/i18n.ts';
import { sheet } from '../../themes/layout.ts';
import { useWorkAct } from './useWorkAct.ts';
import { partTitle, quietText } from './work.styles.ts';

const useStyles = makeStyles({
  sheet: { ...sheet },
  title: partTitle,
  quiet: quietText,
  switch: { minHeight: '44px', alignItems: 'center' },
});

type Props = { page: ProposalPage; onChange(page: ProposalPage): void };

/** Asks those who proposed or supported it whether they like to be thanked by name. Nothing for everybody else. */
export function ThanksByName({ page, onChange }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const { busy, trouble, work } = useWorkAct(page.id, onChange);
  const { thanks } = page.me;
  if (!thanks) return null;
  return (
    <section className={styles.sheet}>
      <h2 className={styles.title}>{t('examples.title')}</h2>
      <p className={styles.quiet}>{t('work.thanksLead')}</p>
      <Switch
        className={styles.switch}
        label={t('work.thanksLabel')}
        checked={thanks.named}
        disabled={busy}
        onChange={(_, { checked }) => void work({ act: 'joinThanks', named: checked })}
      />
      {trouble && <p role="alert">{trouble}</p>}
    </section>
  );
}
