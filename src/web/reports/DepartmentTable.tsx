import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowSortDownRegular } from '@fluentui/react-icons/svg/arrow-sort-down';
import { ArrowSortUpRegular } from '@fluentui/react-icons/svg/arrow-sort-up';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { SortKey } from '../../edges/http/contract/reports.ts';
import { useWords } from '../i18n/i18n.ts';
import { Loading } from '../shell/Loading.tsx';
import { Trouble } from '../shell/Trouble.tsx';
import { DepartmentRow, firstColumn } from './DepartmentRow.tsx';
import { firstOrder, type Question } from './question.rules.ts';
import { type Line, useRows } from './useRows.ts';

const useStyles = makeStyles({
  scroll: {
    overflowX: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  table: { borderCollapse: 'separate', borderSpacing: 0, width: '100%', fontVariantNumeric: 'tabular-nums' },
  head: {
    padding: '0.25rem 0.25rem',
    textAlign: 'right',
    whiteSpace: 'nowrap',
    fontWeight: 600,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  first: { textAlign: 'left', position: 'sticky', left: 0, zIndex: 1, ...firstColumn },
  sort: { fontWeight: 600, minHeight: '44px', minWidth: 0, color: 'inherit', whiteSpace: 'nowrap' },
  count: { color: tokens.colorNeutralForeground2, margin: '0 0 0.5rem' },
  more: { padding: '0.5rem 1rem' },
  empty: { padding: '2rem 1rem', lineHeight: 1.8 },
});

const columns = [
  ['code', 'reports.department'],
  ['target', 'reports.target'],
  ['delivered', 'reports.delivered'],
  ['heard', 'reports.heard'],
  ['held', 'reports.held'],
  ['participation', 'reports.participation'],
  ['insights', 'reports.insights'],
  ['suggested', 'reports.suggested'],
] as const satisfies readonly (readonly [SortKey, string])[];

type Props = { question: Question; onChange(part: Partial<Question>): void };

/**
 * Departments as a tree that opens step by step, or as a list. Keyboard as in the pattern of a treegrid: up and down, right
 * opens, left closes or goes up, Home and End, Enter looks at the department.
 */
export function DepartmentTable({ question, onChange }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const { state, total, lines, toggle, more, retry } = useRows(question);
  const [focused, setFocused] = useState<string | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  if (state === 'loading') return <Loading words={t('app.loading')} />;
  if (state === 'failed') return <Trouble onRetry={retry} />;
  const isTree = question.view === 'tree';
  const rows = lines.filter((line) => line.kind === 'row');
  // One row can be reached by Tab; arrows go on from there.
  const current = rows.some((line) => line.key === focused) ? focused : (rows[0]?.key ?? null);

  function sortBy(sort: SortKey): void {
    const order = question.sort === sort ? (question.order === 'asc' ? 'desc' : 'asc') : firstOrder(sort);
    onChange({ sort, order });
  }

  function goTo(key: string | undefined | null): void {
    if (!key) return;
    setFocused(key);
    body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)?.focus();
  }

  function steer(event: KeyboardEvent, line: Extract<Line, { kind: 'row' }>): void {
    if (event.target !== event.currentTarget) return;
    const at = rows.findIndex((one) => one.key === line.key);
    const canOpen = isTree && !line.isOwn && line.row.children > 0;
    const steps: Record<string, () => void> = {
      ArrowDown: () => goTo(rows[at + 1]?.key),
      ArrowUp: () => goTo(rows[at - 1]?.key),
      Home: () => goTo(rows[0]?.key),
      End: () => goTo(rows.at(-1)?.key),
      ArrowRight: () => {
        if (canOpen && !line.isOpen) void toggle(line.row.id);
        else if (line.isOpen) goTo(rows[at + 1]?.key);
      },
      ArrowLeft: () => {
        if (line.isOpen) void toggle(line.row.id);
        else goTo(line.parentKey);
      },
      Enter: () => onChange({ under: { id: line.row.id, name: line.row.name } }),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  }

  return (
    <>
      <p className={styles.count} role="status">
        {t('reports.found', { count: total })}
      </p>
      <div className={styles.scroll}>
        <table
          className={styles.table}
          role={isTree ? 'treegrid' : 'grid'}
          aria-label={t('reports.tableTitle')}
        >
          <thead>
            <tr>
              {columns.map(([sort, key], index) => (
                <th
                  key={sort}
                  scope="col"
                  className={mergeClasses(styles.head, index === 0 && styles.first)}
                  aria-sort={
                    question.sort !== sort ? 'none' : question.order === 'asc' ? 'ascending' : 'descending'
                  }
                >
                  <Button
                    className={styles.sort}
                    appearance="transparent"
                    iconPosition="after"
                    icon={
                      question.sort !== sort ? null : question.order === 'asc' ? (
                        <ArrowSortUpRegular />
                      ) : (
                        <ArrowSortDownRegular />
                      )
                    }
                    onClick={() => sortBy(sort)}
                  >
                    {t(key)}
                  </Button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {lines.map((line) =>
              line.kind === 'row' ? (
                <DepartmentRow
                  key={line.key}
                  line={line}
                  isTree={isTree}
                  isMonth={question.span === 1}
                  isReached={line.key === current}
                  onFocus={() => setFocused(line.key)}
                  onKey={(event) => steer(event, line)}
                  onToggle={() => void toggle(line.row.id)}
                  onChoose={() => onChange({ under: { id: line.row.id, name: line.row.name } })}
                />
              ) : (
                <tr key={line.key}>
                  <td colSpan={columns.length} className={styles.more}>
                    <Button appearance="subtle" onClick={() => void more(line.under)}>
                      {t('reports.more', { left: line.left })}
                    </Button>
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
        {lines.length === 0 && <p className={styles.empty}>{t('reports.nobody')}</p>}
      </div>
    </>
  );
}
