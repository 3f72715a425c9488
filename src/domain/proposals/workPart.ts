import type { Ctx } from '../context.ts';
import {
  addBusinessDays,
  type Day,
  type DepartmentRow,
  dayOf,
  findDepartments,
  findNames,
  hasRole,
  type PersonRow,
  peopleWithRole,
} from '../people/index.ts';
import { decisionStates } from './decideProposal.ts';
import { type Example, findExample } from './examples.store.ts';
import { awaitsAnswer, isClosed, proposalMoves } from './proposal.rules.ts';
import type { Proposal } from './proposals.store.ts';
import { type ProposalRequest, requestsOf } from './requests.store.ts';
import { alikeTo, type SimilarProposal } from './similarProposals.ts';
import type { Support } from './supports.store.ts';

type Name = { id: string; name: string; nameEn: string };

/** What the quality department sees of a proposal and may do with it. */
export interface ProposalWorkPart {
  assignee: Name | null;
  triagers: Name[];
  supports: (Support & { person: Name | null })[];
  merged: Proposal[];
  requests: {
    request: ProposalRequest;
    /** Nobody has answered, and the day is over. */
    isLate: boolean;
    department: DepartmentRow | null;
    answeredBy: Name | null;
  }[];
  /** The term that a 検討依頼 gets by itself. */
  requestDueOn: Day;
  /** Most like it, while it is open. */
  similar: SimilarProposal[];
  example: { example: Example; writer: Name | null; thanked: Name[] } | null;
  /** States that a triager moves it into by one press. */
  moves: (typeof decisionStates)[number][];
  may: {
    /** All of what triagers do. */
    work: boolean;
    ask: boolean;
    dropQuestion: boolean;
    delay: boolean;
    request: boolean;
    merge: boolean;
    unmerge: boolean;
    refer: boolean;
    writeExample: boolean;
    approveInternal: boolean;
    approvePublic: boolean;
  };
}

interface Seen {
  person: PersonRow;
  supports: readonly Support[];
  merged: Proposal[];
}

export async function workPart(
  ctx: Ctx,
  proposal: Proposal,
  { person, supports, merged }: Seen,
): Promise<ProposalWorkPart> {
  const [requests, example, triagers, similar] = await Promise.all([
    requestsOf(ctx.db, proposal.id),
    findExample(ctx.db, proposal.id),
    peopleWithRole(ctx.db, 'triager'),
    isClosed(proposal.state) ? [] : alikeTo(ctx, proposal, person.id),
  ]);
  const [names, departments] = await Promise.all([
    findNames(ctx.db, [
      ...supports.map((one) => one.personId),
      ...requests.flatMap(({ answeredById }) => answeredById ?? []),
      ...(proposal.assigneeId ? [proposal.assigneeId] : []),
      ...(example ? [example.writtenById, ...example.thanked] : []),
    ]),
    findDepartments(
      ctx.db,
      requests.map(({ departmentId }) => departmentId),
    ),
  ]);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const today = dayOf(ctx.clock.now(), ctx.settings);
  const works = hasRole(person, 'triager');
  return {
    assignee: nameOf(proposal.assigneeId),
    triagers,
    supports: supports.map((one) => ({ ...one, person: nameOf(one.personId) })),
    merged,
    requests: requests.map((request) => ({
      request,
      isLate: request.answeredAt === null && request.dueOn < today && !isClosed(proposal.state),
      department: departments.find(({ id }) => id === request.departmentId) ?? null,
      answeredBy: nameOf(request.answeredById),
    })),
    requestDueOn: addBusinessDays(today, ctx.settings.proposal.requestDays, ctx.settings),
    similar,
    example: example && {
      example,
      writer: nameOf(example.writtenById),
      thanked: example.thanked.flatMap((id) => nameOf(id) ?? []),
    },
    moves: works ? movesOf(proposal) : [],
    may: mayDo(proposal, person, { works, example, hasMerged: merged.length > 0 }),
  };
}

function mayDo(
  { state }: Proposal,
  person: PersonRow,
  { works, example, hasMerged }: { works: boolean; example: Example | null; hasMerged: boolean },
): ProposalWorkPart['may'] {
  const canGo = (to: 'asking' | 'merged' | 'referred') => works && proposalMoves[state].includes(to);
  const approves = example !== null && hasRole(person, 'approver') && example.writtenById !== person.id;
  return {
    work: works,
    ask: canGo('asking'),
    dropQuestion: works && state === 'asking',
    delay: works && awaitsAnswer(state),
    request: works && !isClosed(state),
    merge: canGo('merged'),
    unmerge: works && state === 'merged',
    refer: canGo('referred') && !hasMerged,
    writeExample: works && (state === 'done' || state === 'published'),
    approveInternal: approves && example.internalAt === null,
    approvePublic: approves && example.internalAt !== null && example.publicAt === null,
  };
}

/** What a triager may press; a question is answered or dropped, what was merged is parted. */
function movesOf({ state }: Proposal): (typeof decisionStates)[number][] {
  if (state === 'asking' || state === 'merged') return [];
  return decisionStates.filter((to) => proposalMoves[state].includes(to));
}
