import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Share } from '../../edges/http/contract/reports.ts';
import { useFigureWords } from './words.ts';

const useStyles = makeStyles({
  bar: {
    display: 'block',
    height: '4px',
    marginTop: '2px',
    marginLeft: 'auto',
    width: '64px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: 'hidden',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  part: {
    display: 'block',
    height: '100%',
    backgroundColor: tokens.colorBrandForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
  },
  band: { color: tokens.colorNeutralForeground2 },
});

type Props = { share: Share; target: number; className: string };

/** A share with a bar, or a band in words. */
export function ShareCell({ share, target, className }: Props) {
  const styles = useStyles();
  const words = useFigureWords();
  if (share.kind === 'band')
    return <td className={mergeClasses(className, styles.band)}>{words.share(share)}</td>;
  return (
    <td className={className} title={words.people(share, target) ?? undefined}>
      {words.share(share)}
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.part} style={{ width: `${Math.round((share.share ?? 0) * 100)}%` }} />
      </span>
    </td>
  );
}
