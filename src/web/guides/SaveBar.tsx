import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import type { SaveStatus } from './useGuideForm.ts';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 5,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.5rem 1rem',
    padding: '0.75rem clamp(1rem, 4vw, 1.75rem)',
    borderRadius: `${tokens.borderRadiusXLarge} ${tokens.borderRadiusXLarge} 0 0`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    // A bar over a flat window would leave nothing to write in.
    '@media (max-height: 30rem)': { position: 'static' },
  },
  words: { flex: '1 1 14rem', lineHeight: 1.6, fontSize: '0.9375rem', textWrap: 'pretty' },
  wrong: { color: tokens.colorStatusDangerForeground3 },
});

type Props = {
  status: SaveStatus;
  isChanged: boolean;
  isRestored: boolean;
  /** Who saved first. */
  other: string;
  onSave(): void;
  onDiscard(): void;
};

/** Save, whether it is saved, and what hinders it. */
export function SaveBar({ status, isChanged, isRestored, other, onSave, onDiscard }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  return (
    <div className={styles.bar}>
      <div role="status" className={styles.words}>
        <StatusWords status={status} isChanged={isChanged} isRestored={isRestored} other={other} />
      </div>
      {isChanged && (
        <Button className={shared.press} disabledFocusable={status.kind === 'saving'} onClick={onDiscard}>
          {status.kind === 'overtaken' ? t('guides.takeTheirs') : t('guides.discard')}
        </Button>
      )}
      <Button
        appearance="primary"
        className={shared.main}
        disabledFocusable={!isChanged || status.kind === 'saving'}
        onClick={onSave}
      >
        {t('guides.save')}
      </Button>
    </div>
  );
}

function StatusWords({ status, isChanged, isRestored, other }: Omit<Props, 'onSave' | 'onDiscard'>) {
  const styles = useStyles();
  const { t } = useWords();
  const wrong = (words: string) => <p className={styles.wrong}>{words}</p>;
  switch (status.kind) {
    case 'saving':
      return <p>{t('guides.saving')}</p>;
    case 'saved':
      return <p>{t('guides.saved')}</p>;
    case 'lacking':
      return wrong(t('guides.lacking'));
    case 'offline':
      return wrong(t('guides.offline'));
    case 'overtaken':
      return wrong(t('guides.overtaken', { name: other }));
    case 'refused':
      return wrong(status.message);
    case 'idle':
      if (!isChanged) return null;
      return <p>{isRestored ? t('guides.restored') : t('guides.unsaved')}</p>;
  }
}
