import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../i18n/i18n.ts';
import { buttonRow } from './layout.ts';

const useStyles = makeStyles({
  bar: {
    ...buttonRow,
    position: 'sticky',
    bottom: '0.75rem',
    zIndex: 5,
    alignItems: 'center',
    padding: '0.75rem 1rem',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  count: { flexGrow: 1, fontWeight: 600 },
});

type Props = { count: number; onMake(): void; onClear(): void };

/** What can be done with the insights that were picked; stays in sight. */
export function PickedBar({ count, onMake, onClear }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <section className={styles.bar} aria-label={t('insights.pickedBar')}>
      <span className={styles.count} role="status">
        {t('insights.picked', { n: count })}
      </span>
      <Button appearance="primary" onClick={onMake}>
        {t('insights.make')}
      </Button>
      <Button appearance="subtle" onClick={onClear}>
        {t('insights.clear')}
      </Button>
    </section>
  );
}
