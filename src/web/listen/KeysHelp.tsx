import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type RefObject, useId } from 'react';
import { useWords } from '../i18n/i18n.ts';

const useStyles = makeStyles({
  dialog: {
    width: 'min(28rem, calc(100vw - 2rem))',
    boxSizing: 'border-box',
    padding: '1.5rem',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow64,
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  title: { fontSize: '1.125rem', fontWeight: 600, marginBottom: '1rem' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: '0.625rem 1.25rem',
    marginBottom: '1.5rem',
    alignItems: 'baseline',
  },
  keys: { display: 'flex', gap: '0.375rem' },
  key: {
    minWidth: '1.25rem',
    padding: '0.125rem 0.5rem',
    textAlign: 'center',
    fontFamily: 'inherit',
    fontSize: '0.875rem',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomWidth: '2px',
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

/** The list of keys, as a modal dialog; open it with showModal on its ref. */
export function KeysHelp({ ref }: { ref: RefObject<HTMLDialogElement | null> }) {
  const styles = useStyles();
  const { t } = useWords();
  const titleId = useId();
  const rows: [string[], string][] = [
    [['Space', 'K'], t('keys.toggle')],
    [['J', '←'], t('keys.back')],
    [['L', '→'], t('keys.forward')],
    [['<'], t('keys.slower')],
    [['>'], t('keys.faster')],
    [['Home'], t('keys.start')],
    [['End'], t('keys.end')],
    [['?'], t('keys.keys')],
  ];
  return (
    <dialog ref={ref} aria-labelledby={titleId} className={styles.dialog}>
      <h2 id={titleId} className={styles.title}>
        {t('keys.title')}
      </h2>
      <dl className={styles.list}>
        {rows.map(([keys, words]) => (
          <div key={words} style={{ display: 'contents' }}>
            <dt className={styles.keys}>
              {keys.map((key) => (
                <kbd key={key} className={styles.key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => ref.current?.close()}>{t('keys.close')}</Button>
    </dialog>
  );
}
