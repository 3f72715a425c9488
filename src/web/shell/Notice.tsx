import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  notice: {
    maxWidth: '34rem',
    margin: '0 auto',
    padding: 'clamp(2rem, 10vh, 6rem) 0 3rem',
    textAlign: 'center',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '1rem',
  },
  icon: { fontSize: '2.5rem', lineHeight: 1, color: tokens.colorNeutralForeground3 },
  title: { fontSize: '1.375rem', lineHeight: 1.5, fontWeight: 600, textWrap: 'balance' },
  body: { fontSize: '1rem', lineHeight: 1.8, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  actions: {
    marginTop: '0.75rem',
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0.75rem',
    justifyContent: 'center',
    '& a': { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  },
});

type Props = { icon: ReactNode; title: string; body: string; children?: ReactNode };

/** A whole page that says one thing: what happened and what to do next. */
export function Notice({ icon, title, body, children }: Props) {
  const styles = useStyles();
  return (
    <section className={styles.notice}>
      <div className={styles.icon} aria-hidden="true">
        {icon}
      </div>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.body}>{body}</p>
      <div className={styles.actions}>{children}</div>
    </section>
  );
}
