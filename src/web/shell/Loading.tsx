import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components';

const useStyles = makeStyles({
  lines: {
    display: 'flex',
    flexDirection: 'column',
    gap: '1.25rem',
    maxWidth: '40rem',
    paddingTop: 'clamp(1.5rem, 6vh, 4rem)',
    // What arrives at once never shows its outline.
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDelay: '200ms',
    animationDuration: '1ms',
    animationFillMode: 'backwards',
  },
  short: { width: '40%' },
  middle: { width: '75%' },
});

/** The outline of a page that is on its way; `words` say so to a screen reader. */
export function Loading({ words }: { words: string }) {
  const styles = useStyles();
  return (
    <Skeleton aria-label={words} className={styles.lines} appearance="opaque">
      <SkeletonItem className={styles.short} size={16} />
      <SkeletonItem size={40} />
      <SkeletonItem className={styles.middle} size={40} />
      <SkeletonItem size={64} />
      <SkeletonItem className={styles.middle} size={16} />
      <SkeletonItem size={16} />
      <SkeletonItem className={styles.short} size={16} />
    </Skeleton>
  );
}
