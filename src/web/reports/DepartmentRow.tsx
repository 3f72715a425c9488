import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import type { KeyboardEvent } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { ShareCell } from './ShareCell.tsx';
import type { Line } from './useRows.ts';
import { useFigureWords } from './words.ts';

/** Names give way where there is little room; they stay in sight while figures move. */
export const firstColumn = {
  minWidth: '13rem',
  '@media (max-width: 30rem)': { minWidth: '9rem', maxWidth: '9rem' },
};

const useStyles = makeStyles({
  row: {
    ':hover td': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outlineOffset: '-2px' },
  },
  cell: {
    padding: '0.375rem 0.75rem',
    textAlign: 'right',
    whiteSpace: 'nowrap',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  first: { textAlign: 'left', position: 'sticky', left: 0, whiteSpace: 'normal', ...firstColumn },
  place: { display: 'flex', alignItems: 'center', gap: '0.25rem' },
  toggle: { minWidth: '32px', maxWidth: '32px', minHeight: '32px', padding: 0, flexShrink: 0 },
  gap: { width: '32px', flexShrink: 0 },
  name: { textAlign: 'left', lineHeight: 1.6, minHeight: '28px', color: tokens.colorNeutralForeground1 },
  about: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: '0.8125rem' },
});

type Props = {
  line: Extract<Line, { kind: 'row' }>;
  isTree: boolean;
  /** One month: the discussion of a single department stands in words. */
  isMonth: boolean;
  isReached: boolean;
  onFocus(): void;
  onKey(event: KeyboardEvent): void;
  onToggle(): void;
  onChoose(): void;
};

/** One department in the table. */
export function DepartmentRow({ line, isTree, isMonth, isReached, ...on }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const { number, percent, held } = useFigureWords();
  const { row, level, isOwn, isOpen } = line;
  const { figures } = row;
  const canOpen = isTree && !isOwn && row.children > 0;
  const name = pick(row.name);
  const heldCount = figures.heldInTime + figures.heldReportedLate + figures.heldLate;
  const about = [
    isOwn && t('reports.ownFigures'),
    !isTree && row.above && pick(row.above),
    row.gone && t('reports.gone'),
  ].filter(Boolean);
  return (
    <tr
      className={styles.row}
      tabIndex={isReached ? 0 : -1}
      data-row={line.key}
      onFocus={(event) => event.target === event.currentTarget && on.onFocus()}
      onKeyDown={on.onKey}
      {...(isTree ? { 'aria-level': level } : {})}
      {...(canOpen ? { 'aria-expanded': isOpen } : {})}
    >
      <td className={mergeClasses(styles.cell, styles.first)}>
        <div className={styles.place} style={{ paddingLeft: `${(level - 1) * 1.25}rem` }}>
          {canOpen ? (
            <Button
              className={styles.toggle}
              appearance="subtle"
              size="small"
              tabIndex={-1}
              icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
              aria-label={isOpen ? t('reports.close', { name }) : t('reports.open', { name })}
              onClick={on.onToggle}
            />
          ) : (
            isTree && <span className={styles.gap} />
          )}
          <span>
            <Link as="button" className={styles.name} appearance="subtle" tabIndex={-1} onClick={on.onChoose}>
              {name}
            </Link>
            {about.length > 0 && <span className={styles.about}>{about.join(t('reports.separator'))}</span>}
          </span>
        </div>
      </td>
      <td className={styles.cell}>{number(figures.target)}</td>
      <ShareCell className={styles.cell} share={figures.delivered} target={figures.target} />
      <ShareCell className={styles.cell} share={figures.heard} target={figures.target} />
      <td className={styles.cell}>
        {isMonth && figures.departments === 1
          ? held(figures)
          : t('reports.heldOf', {
              held: number(heldCount),
              of: number(figures.departments),
              share: percent(figures.heldShare),
            })}
      </td>
      <td className={styles.cell}>{percent(figures.participation)}</td>
      <td className={styles.cell}>{number(figures.insights)}</td>
      <td className={styles.cell}>{number(figures.suggested)}</td>
    </tr>
  );
}
