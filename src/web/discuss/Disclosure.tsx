import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  details: { '&[open] > summary::before': { rotate: '45deg' } },
  summary: {
    minHeight: '44px',
    display: 'flex',
    alignItems: 'center',
    gap: '0.5rem',
    cursor: 'pointer',
    width: 'fit-content',
    maxWidth: '100%',
    color: tokens.colorNeutralForeground2,
    listStyle: 'none',
    '::-webkit-details-marker': { display: 'none' },
    '::before': {
      content: '"" / ""',
      flexShrink: 0,
      width: '0.4rem',
      height: '0.4rem',
      borderRight: '1.5px solid currentColor',
      borderBottom: '1.5px solid currentColor',
      rotate: '-45deg',
    },
    ':hover': { color: tokens.colorNeutralForeground1 },
  },
  inside: { padding: '0.25rem 0 0.75rem 0.9rem' },
});

type Props = {
  title: ReactNode;
  /** From the beginning; whoever reads closes it. */
  isOpen?: boolean;
  children: ReactNode;
};

/** What not everybody needs: a line that opens. */
export function Disclosure({ title, isOpen = false, children }: Props) {
  const styles = useStyles();
  return (
    <details open={isOpen} className={styles.details}>
      <summary className={styles.summary}>{title}</summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
