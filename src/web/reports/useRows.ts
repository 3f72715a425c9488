import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReportRow, ReportRows } from '../../edges/http/contract/reports.ts';
import { useSession } from '../session/useSession.ts';
import { type Question, rowsQuery } from './question.rules.ts';

/** How many rows one answer brings. */
const PART = 100;

/** The rows directly below one place. */
export interface Branch {
  own: ReportRow | null;
  rows: ReportRow[];
  total: number;
}

/** A line of the table. */
export type Line =
  | {
      kind: 'row';
      key: string;
      row: ReportRow;
      level: number;
      /** A department's own figures, below its sum. */
      isOwn: boolean;
      isOpen: boolean;
      parentKey: string | null;
    }
  | { kind: 'more'; key: string; level: number; left: number; under: string | null };

/** The id under which the top of the table is kept. */
const TOP = '';

/**
 * The table of departments: its first rows, those below each place that was opened, and more on demand. A new question
 * begins anew; places stay open where they are still there.
 */
export function useRows(question: Question) {
  const { session } = useSession();
  const [branches, setBranches] = useState<ReadonlyMap<string, Branch>>(new Map());
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  const asked = useRef(0);
  const key = rowsQuery(question, question.under?.id ?? null).toString();
  const shown = useRef(open);
  shown.current = open;

  const load = useCallback(
    (under: string | null, offset: number) => {
      const query = rowsQuery(question, under);
      query.set('offset', String(offset));
      query.set('limit', String(PART));
      return session.request<ReportRows>(`/api/reports/rows?${query}`);
    },
    [session, question],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the question says is what is asked
  const start = useCallback(async () => {
    const mine = ++asked.current;
    setState((now) => (now === 'ready' ? now : 'loading'));
    try {
      const ids = question.view === 'tree' ? [...shown.current] : [];
      const [top, ...below] = await Promise.all([
        load(question.under?.id ?? null, 0),
        ...ids.map((id) => load(id, 0)),
      ]);
      if (mine !== asked.current || !top) return;
      setBranches(new Map([[TOP, top], ...ids.map((id, at) => [id, below[at] ?? top] as const)]));
      setState('ready');
    } catch {
      if (mine === asked.current) setState('failed');
    }
  }, [key]);

  useEffect(() => {
    void start();
  }, [start]);

  async function more(under: string | null): Promise<void> {
    const mine = asked.current;
    const known = branches.get(under ?? TOP);
    const next = await load(under ?? question.under?.id ?? null, known?.rows.length ?? 0).catch(() => null);
    if (mine !== asked.current) return;
    if (!next) return setState('failed');
    setBranches((now) =>
      new Map(now).set(under ?? TOP, { ...next, rows: [...(known?.rows ?? []), ...next.rows] }),
    );
  }

  async function toggle(id: string): Promise<void> {
    const next = new Set(open);
    if (next.delete(id)) return setOpen(next);
    setOpen(next.add(id));
    if (!branches.has(id)) await more(id);
  }

  const total = branches.get(TOP)?.total ?? 0;
  return { state, total, lines: linesOf(branches, open), toggle, more, retry: () => void start() };
}

/** What is open, line by line. */
function linesOf(branches: ReadonlyMap<string, Branch>, open: ReadonlySet<string>): Line[] {
  const lines: Line[] = [];
  const add = (id: string, level: number, parentKey: string | null) => {
    const branch = branches.get(id);
    if (!branch) return;
    if (branch.own) {
      const key = `own ${branch.own.id}`;
      lines.push({ kind: 'row', key, row: branch.own, level, isOwn: true, isOpen: false, parentKey });
    }
    for (const row of branch.rows) {
      const isOpen = open.has(row.id);
      lines.push({ kind: 'row', key: row.id, row, level, isOwn: false, isOpen, parentKey });
      if (isOpen) add(row.id, level + 1, row.id);
    }
    const left = branch.total - branch.rows.length;
    if (left > 0) {
      lines.push({ kind: 'more', key: `more ${id}`, level, left, under: id === TOP ? null : id });
    }
  };
  add(TOP, 1, null);
  return lines;
}
