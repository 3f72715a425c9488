import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { useDiscussStyles } from './discuss.styles.ts';

const useStyles = makeStyles({
  dialog: {
    width: 'min(30rem, calc(100vw - 2rem))',
    boxSizing: 'border-box',
    padding: '1.5rem',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow64,
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  inside: { display: 'flex', flexDirection: 'column', gap: '1.25rem' },
});

type Props = {
  title: string;
  /** The word on the button that does it. */
  does: string;
  mayDo?: boolean;
  onDo(): void;
  onClose(): void;
  children: ReactNode;
};

/** One question before something is done. Open as long as it is there; Escape closes it. */
export function Dialog({ title, does, mayDo = true, onDo, onClose, children }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby={titleId} className={styles.dialog} onClose={onClose}>
      <form
        method="dialog"
        className={styles.inside}
        onSubmit={() => {
          if (mayDo) onDo();
        }}
      >
        <h2 id={titleId} className={shared.title}>
          {title}
        </h2>
        {children}
        <div className={shared.row}>
          <Button type="submit" appearance="primary" className={shared.press} disabledFocusable={!mayDo}>
            {does}
          </Button>
          <Button type="button" className={shared.press} onClick={() => dialog.current?.close()}>
            {t('discuss.cancel')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
