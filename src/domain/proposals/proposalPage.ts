import type { Ctx } from '../context.ts';
import {
  type DepartmentRow,
  dayOf,
  findDepartments,
  findNames,
  findPeople,
  mainPost,
  type PersonRow,
  peopleWithRole,
} from '../people/index.ts';
import { findVoice, type Voice } from '../voices/index.ts';
import { type Attachment, attachmentsOf } from './attachments.store.ts';
import { decisionStates } from './decideProposal.ts';
import { overdueOf, proposalMoves } from './proposal.rules.ts';
import { coProposersOf, findProposal, mergedInto, type Proposal } from './proposals.store.ts';
import { openQuestion } from './questions.store.ts';
import { type ProposalStep, stepsOf } from './steps.store.ts';
import { type Support, supportsOf } from './supports.store.ts';
import { visibleProposal } from './visibleProposal.ts';

type Name = { id: string; name: string; nameEn: string };

/** A proposal as one person has it before them. */
export interface ProposalPage {
  proposal: Proposal;
  /** Null: anonymous. */
  proposer: { person: Name; department: DepartmentRow | null } | null;
  ownerDepartment: DepartmentRow | null;
  coProposers: Name[];
  voice: Voice | null;
  attachments: Attachment[];
  mergedInto: Proposal | null;
  supporters: number;
  overdue: 'answer' | 'stage' | null;
  steps: ProposalStep[];
  /** Names of who acted, by id; empty for everybody outside the quality department. */
  actors: Map<string, Name>;
  me: {
    isProposer: boolean;
    supports: boolean;
    question: string | null;
  };
  /** For the quality department. */
  work: {
    assignee: Name | null;
    moves: (typeof decisionStates)[number][];
    triagers: Name[];
    supports: (Support & { person: Name | null })[];
    merged: Proposal[];
  } | null;
}

/**
 * Opens a proposal for the person who acts. Everybody reads what it says and what became of it; its proposer the words
 * to them; the quality department all of it. What was handed over or withdrawn only they and its proposer see.
 *
 * @throws AppError signIn.required, proposal.notFound
 */
export async function openProposalPage(ctx: Ctx, proposalId: string): Promise<ProposalPage> {
  const { proposal, person, isOwn, reads } = await visibleProposal(ctx, proposalId);
  const merged = await mergedInto(ctx.db, [proposal.id]);
  const [supports, coProposerIds, steps, departments, voice, target, proposer, question] = await Promise.all([
    supportsOf(ctx.db, [proposal.id, ...merged.map(({ id }) => id)]),
    coProposersOf(ctx.db, [proposal.id]),
    stepsOf(ctx.db, proposal.id),
    findDepartments(
      ctx.db,
      [proposal.ownerDepartmentId, proposal.departmentId].flatMap((id) => id ?? []),
    ),
    proposal.voiceId ? findVoice(ctx.db, proposal.voiceId) : null,
    proposal.mergedIntoId ? findProposal(ctx.db, proposal.mergedIntoId) : null,
    proposal.proposerId ? findPeople(ctx.db, [proposal.proposerId]) : [],
    isOwn && proposal.state === 'asking' ? openQuestion(ctx.db, proposal.id) : null,
  ]);
  const department = (id: string | null) => departments.find((one) => one.id === id) ?? null;
  return {
    proposal,
    proposer: proposer[0]
      ? { person: proposer[0], department: department(proposal.departmentId) ?? homeOf(proposer[0]) }
      : null,
    ownerDepartment: department(proposal.ownerDepartmentId),
    coProposers: [...(await findNames(ctx.db, coProposerIds)).values()],
    voice,
    attachments: await attachmentsOf(ctx.db, proposal.id),
    mergedInto: target,
    supporters: new Set(supports.map((one) => one.personId)).size,
    overdue: overdueOf(proposal, dayOf(ctx.clock.now(), ctx.settings)),
    steps: steps.filter((step) => reads || isForEverybody(step) || (isOwn && step.revision !== null)),
    actors: reads
      ? await findNames(
          ctx.db,
          steps.flatMap(({ actorId }) => actorId ?? []),
        )
      : new Map(),
    me: {
      isProposer: isOwn,
      supports: supports.some((one) => one.personId === person.id),
      question: question?.words ?? null,
    },
    work: reads ? await workPart(ctx, proposal, supports, merged) : null,
  };
}

/** Colleagues read that it moved on and what was decided; questions and answers are the proposer's. */
function isForEverybody({ kind }: ProposalStep): boolean {
  return kind === 'received' || kind === 'moved' || kind === 'published';
}

function homeOf(person: PersonRow): DepartmentRow | null {
  return mainPost(person)?.department ?? null;
}

async function workPart(
  ctx: Ctx,
  proposal: Proposal,
  supports: readonly Support[],
  merged: Proposal[],
): Promise<ProposalPage['work']> {
  const names = await findNames(ctx.db, [
    ...supports.map((one) => one.personId),
    ...(proposal.assigneeId ? [proposal.assigneeId] : []),
  ]);
  return {
    assignee: proposal.assigneeId ? (names.get(proposal.assigneeId) ?? null) : null,
    moves: movesOf(proposal),
    triagers: await peopleWithRole(ctx.db, 'triager'),
    supports: supports.map((one) => ({ ...one, person: names.get(one.personId) ?? null })),
    merged,
  };
}

/** What a triager may press; a question is answered or dropped, what was merged is parted. */
function movesOf({ state }: Proposal): (typeof decisionStates)[number][] {
  if (state === 'asking' || state === 'merged') return [];
  return decisionStates.filter((to) => proposalMoves[state].includes(to));
}
