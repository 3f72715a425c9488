import { dayOf } from '../../domain/people/index.ts';
import { type ExportedProposal, receiptNumber } from '../../domain/proposals/index.ts';
import { type Locale, translator } from '../../platform/i18n/i18n.ts';
import { lineOfBusinessText } from '../../platform/i18n/labels.ts';
import type { Settings } from '../../platform/settings.ts';
import type { Cell, Sheet } from '../../platform/sheets/sheet.ts';

interface Column {
  /** Below `proposal.column` in the catalogs. */
  name: string;
  width: number;
  cell(row: ExportedProposal): Cell;
}

/** The list of proposals as it goes into a file; whoever sent one anonymously is not named. */
export function proposalSheet(rows: readonly ExportedProposal[], settings: Settings, locale: Locale): Sheet {
  const t = translator(locale);
  const columns = columnsOf(settings, locale);
  return {
    name: String(t('proposal.sheet')),
    columns: columns.map(({ name, width }) => ({ title: String(t(`proposal.column.${name}`)), width })),
    rows: rows.map((row) => columns.map((column) => column.cell(row))),
  };
}

function columnsOf(settings: Settings, locale: Locale): Column[] {
  const t = translator(locale);
  // Looked up once: a file has thousands of them.
  const word = memo((key: string) => String(t(key)));
  const line = memo((key: string) => lineOfBusinessText(key, settings, locale));
  return [
    { name: 'number', width: 14, cell: ({ proposal }) => receiptNumber(proposal) },
    { name: 'received', width: 12, cell: ({ proposal }) => dayOf(proposal.receivedAt, settings) },
    { name: 'state', width: 12, cell: ({ proposal }) => word(`proposal.state.${proposal.state}`) },
    { name: 'since', width: 12, cell: ({ proposal }) => dayOf(proposal.stateSince, settings) },
    { name: 'answerDue', width: 12, cell: ({ proposal }) => proposal.answerDueOn },
    { name: 'overdue', width: 10, cell: ({ overdue }) => (overdue ? word(`proposal.late.${overdue}`) : '') },
    { name: 'priority', width: 8, cell: ({ proposal }) => word(`proposal.priority.${proposal.priority}`) },
    { name: 'owner', width: 16, cell: ({ assignee }) => assignee?.[locale] ?? '' },
    {
      name: 'proposer',
      width: 16,
      cell: ({ proposer, proposal }) =>
        proposal.anonymous ? word('proposal.anonymous') : (proposer?.[locale] ?? ''),
    },
    { name: 'department', width: 28, cell: ({ department }) => department?.[locale] ?? '' },
    { name: 'ownerDepartment', width: 28, cell: ({ ownerDepartment }) => ownerDepartment?.[locale] ?? '' },
    {
      name: 'line',
      width: 18,
      cell: ({ proposal }) => (proposal.lineOfBusiness ? line(proposal.lineOfBusiness) : ''),
    },
    {
      name: 'process',
      width: 18,
      cell: ({ proposal: { process } }) =>
        process ? (settings.processes[process]?.[locale] ?? process) : '',
    },
    { name: 'supporters', width: 8, cell: ({ supporters }) => supporters },
    { name: 'title', width: 40, cell: ({ proposal }) => proposal.title },
    { name: 'today', width: 40, cell: ({ proposal }) => proposal.today },
    { name: 'change', width: 40, cell: ({ proposal }) => proposal.change },
    { name: 'effect', width: 30, cell: ({ proposal }) => proposal.effect },
    { name: 'cause', width: 30, cell: ({ proposal }) => proposal.cause },
    { name: 'countermeasure', width: 30, cell: ({ proposal }) => proposal.countermeasure },
    { name: 'measured', width: 30, cell: ({ proposal }) => proposal.measured },
  ];
}

function memo(look: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => {
    const found = known.get(key) ?? look(key);
    known.set(key, found);
    return found;
  };
}
