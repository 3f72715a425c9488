import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { buttonRow } from './layout.ts';

const useStyles = makeStyles({
  dialog: {
    width: 'min(36rem, calc(100vw - 2rem))',
    maxHeight: 'calc(100dvh - 2rem)',
    boxSizing: 'border-box',
    padding: '1.5rem',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow64,
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  title: { fontSize: '1.25rem', lineHeight: 1.5, fontWeight: 600, marginBottom: '0.75rem' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: '1rem',
    lineHeight: 1.8,
    '& .fui-Input, & .fui-Select select': { minHeight: '44px' },
  },
  actions: { ...buttonRow, marginTop: '0.5rem' },
});

type Props = {
  title: string;
  trouble: string | null;
  onClose(): void;
  onSubmit(): void;
  /** What stands above the buttons, and the buttons. */
  children: ReactNode;
  actions: ReactNode;
};

/** A question that has to be answered before the page goes on; Escape closes it. Shown while it is rendered. */
export function Modal({ title, trouble, onClose, onSubmit, children, actions }: Props) {
  const styles = useStyles();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    // Gone from the page, a dialog gives the keyboard back to nobody by itself.
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    onSubmit();
  }

  return (
    <dialog ref={dialog} aria-labelledby={titleId} className={styles.dialog} onClose={onClose}>
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <form className={styles.content} onSubmit={submit}>
        {children}
        {trouble && (
          <MessageBar intent="error" layout="multiline" politeness="assertive">
            <MessageBarBody>{trouble}</MessageBarBody>
          </MessageBar>
        )}
        <div className={styles.actions}>{actions}</div>
      </form>
    </dialog>
  );
}
