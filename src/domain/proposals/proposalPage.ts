import type { Ctx } from '../context.ts';
import {
  type DepartmentRow,
  dayOf,
  findDepartments,
  findNames,
  findPeople,
  mainPost,
  type PersonRow,
} from '../people/index.ts';
import { findVoice, type Voice } from '../voices/index.ts';
import { type Attachment, attachmentsOf } from './attachments.store.ts';
import { type ThanksChoice, thanksChoice } from './joinThanks.ts';
import { isClosed, overdueOf } from './proposal.rules.ts';
import { answersFor } from './proposals.policy.ts';
import { coProposersOf, mergedInto, mergeTarget, type Proposal } from './proposals.store.ts';
import { openQuestion } from './questions.store.ts';
import { type ProposalRequest, requestsOf } from './requests.store.ts';
import { type ProposalStep, stepsOf } from './steps.store.ts';
import { supportsOf } from './supports.store.ts';
import { visibleProposal } from './visibleProposal.ts';
import { type ProposalWorkPart, workPart } from './workPart.ts';

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
    /** 検討依頼 that waits for this person's department. */
    request: ProposalRequest | null;
    thanks: ThanksChoice;
  };
  /** For the quality department. */
  work: ProposalWorkPart | null;
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
    mergeTarget(ctx.db, proposal),
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
      request: await requestFor(ctx, proposal, person),
      thanks: await thanksChoice(ctx, proposal, person.id),
    },
    work: reads ? await workPart(ctx, proposal, { person, supports, merged }) : null,
  };
}

/** Colleagues read that it moved on and what was decided; questions and answers are the proposer's. */
function isForEverybody({ kind }: ProposalStep): boolean {
  return kind === 'received' || kind === 'moved' || kind === 'published';
}

function homeOf(person: PersonRow): DepartmentRow | null {
  return mainPost(person)?.department ?? null;
}

/** What this person may answer for their department; the oldest first. */
async function requestFor(ctx: Ctx, proposal: Proposal, person: PersonRow): Promise<ProposalRequest | null> {
  if (isClosed(proposal.state)) return null;
  const requests = await requestsOf(ctx.db, proposal.id);
  return (
    requests.find(
      ({ answeredAt, departmentId }) => answeredAt === null && answersFor(person, departmentId),
    ) ?? null
  );
}
