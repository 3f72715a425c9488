import { dayOf } from '../../domain/people/index.ts';
import {
  type ExampleView,
  type ProposalLedger,
  type ProposalPage,
  type ReferredEntry,
  type ReferredPage,
  receiptNumber,
  type WorkItem,
} from '../../domain/proposals/index.ts';
import type { Settings } from '../../platform/settings.ts';
import type { ProposalPage as ProposalView } from './contract/proposalPage.ts';
import type {
  ExampleList,
  LedgerSplit,
  ProposalLedger as LedgerView,
  ReferredEntry as ReferredEntryView,
  ReferredPage as ReferredView,
  WorkItem as WorkItemView,
} from './contract/proposalWork.ts';
import type { Bilingual, Label } from './contract.ts';
import { label, lineOfBusiness } from './present.ts';
import { presentSimilar } from './presentProposing.ts';

type Name = { id: string; name: string; nameEn: string };
const nameOf = ({ name, nameEn }: { name: string; nameEn: string }): Bilingual => ({ ja: name, en: nameEn });
export const named = (one: Name) => ({ id: one.id, name: nameOf(one) });

/** What of a proposal's page is the quality department's alone. */
export function presentWork({ proposal, work }: ProposalPage, settings: Settings): ProposalView['work'] {
  if (!work) return null;
  return {
    version: proposal.version,
    priority: proposal.priority,
    assignee: work.assignee && named(work.assignee),
    dueOn: proposal.dueOn,
    cause: proposal.cause,
    countermeasure: proposal.countermeasure,
    measured: proposal.measured,
    moves: work.moves,
    triagers: work.triagers.map(named),
    supporters: work.supports.flatMap(({ person, comment }) =>
      person ? [{ name: nameOf(person), comment }] : [],
    ),
    requests: work.requests.flatMap(({ request, isLate, department, answeredBy }) =>
      department
        ? [
            {
              id: request.id,
              department: named(department),
              words: request.words,
              dueOn: request.dueOn,
              late: isLate,
              answer: request.answer,
              answeredBy: answeredBy && nameOf(answeredBy),
            },
          ]
        : [],
    ),
    merged: work.merged.map((one) => ({
      id: one.id,
      number: receiptNumber(one),
      title: one.title,
      state: one.state,
      receivedOn: dayOf(one.receivedAt, settings),
      stateSince: dayOf(one.stateSince, settings),
      answerDueOn: one.answerDueOn,
      overdue: null,
      supporters: work.supports.filter(({ proposalId }) => proposalId === one.id).length,
    })),
    similar: work.similar.map(presentSimilar),
    lineOfBusiness: proposal.lineOfBusiness,
    process: proposal.process,
    linesOfBusiness: linesOf(settings),
    processes: labelsOf(settings.processes),
    offices: labelsOf(settings.offices),
    requestDueOn: work.requestDueOn,
    example: presentOwnExample(work.example, settings),
    may: work.may,
  };
}

type OwnExample = NonNullable<ProposalPage['work']>['example'];

function presentOwnExample(
  found: OwnExample,
  settings: Settings,
): NonNullable<ProposalView['work']>['example'] {
  if (!found) return null;
  const { example, writer, thanked } = found;
  const dayOrNull = (at: Date | null) => at && dayOf(at, settings);
  return {
    title: example.title,
    before: example.before,
    after: example.after,
    writer: writer && nameOf(writer),
    internalOn: dayOrNull(example.internalAt),
    publicOn: dayOrNull(example.publicAt),
    thanked: thanked.map(nameOf),
  };
}

/** All of a taxonomy, in its order. */
export function labelsOf(taxonomy: Settings['processes']): Label[] {
  return Object.keys(taxonomy).map((key) => label(taxonomy, key));
}

export function linesOf(settings: Settings): Label[] {
  return Object.keys(settings.linesOfBusiness).map((key) => lineOfBusiness(key, settings));
}

/** A proposal on the board or in the list. */
export function presentWorkItem(item: WorkItem, settings: Settings): WorkItemView {
  const { proposal, supporters, overdue } = item;
  return {
    id: proposal.id,
    number: receiptNumber(proposal),
    title: proposal.title,
    state: proposal.state,
    days: item.daysInState,
    owner: item.assignee,
    department: item.department,
    anonymous: proposal.anonymous,
    priority: proposal.priority,
    supporters,
    overdue,
    receivedOn: dayOf(proposal.receivedAt, settings),
    answerDueOn: proposal.answerDueOn,
  };
}

export function presentLedger(
  { months, departments }: ProposalLedger,
  split: LedgerSplit,
  settings: Settings,
): LedgerView {
  const nameOfKey = (key: string | null): Bilingual | null => {
    if (key === null) return null;
    if (split === 'line') return lineOfBusiness(key, settings).label;
    if (split === 'process') return label(settings.processes, key).label;
    return departments.get(key) ?? null;
  };
  return {
    months: months.map(({ month, total, lines }) => ({
      month,
      total,
      lines: lines.map(({ key, line }) => ({ name: nameOfKey(key), line })),
    })),
  };
}

export function presentExample(example: ExampleView): ExampleList['examples'][number] {
  const { voice } = example;
  return {
    id: example.proposalId,
    number: example.number,
    title: example.title,
    before: example.before,
    after: example.after,
    publishedOn: example.publishedOn,
    public: example.isPublic,
    voice: voice?.state === 'approved' ? { id: voice.id, quote: voice.quote } : null,
    thanked: example.thanked.map(nameOf),
  };
}

export function presentReferredEntry(entry: ReferredEntry, settings: Settings): ReferredEntryView {
  const { proposalId, office, referredOn, takenOn, takenBy } = entry;
  return { id: proposalId, office: label(settings.offices, office), referredOn, takenOn, takenBy };
}

export function presentReferred(page: ReferredPage, settings: Settings): ReferredView {
  const { proposal, proposer, department } = page;
  return {
    ...presentReferredEntry(page.entry, settings),
    number: receiptNumber(proposal),
    title: proposal.title,
    today: proposal.today,
    change: proposal.change,
    effect: proposal.effect,
    proposer,
    department: department && nameOf(department),
    attachments: page.attachments.map(({ id, name, type, bytes }) => ({
      id,
      name,
      type,
      bytes,
      url: `/api/referrals/proposals/${proposal.id}/attachments/${id}`,
    })),
    offices: labelsOf(settings.offices),
  };
}
