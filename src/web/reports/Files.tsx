import { SaveAs } from '../shell/SaveAs.tsx';
import { firstMonth, type Question, rowsQuery } from './question.rules.ts';

/** The table as it stands, as a file. */
export function Files({ question }: { question: Question }) {
  const from = firstMonth(question.to, question.span);
  return (
    <SaveAs
      path="/api/reports/file"
      query={rowsQuery(question, question.under?.id ?? null)}
      name={from === question.to ? `kikidoki-${from}` : `kikidoki-${from}-${question.to}`}
    />
  );
}
