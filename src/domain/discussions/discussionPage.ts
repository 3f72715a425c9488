import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { type Edition, findEdition, heardVoices } from '../listening/index.ts';
import {
  actingPerson,
  addBusinessDays,
  type DepartmentRow,
  dayOf,
  findDepartment,
  findNames,
  type PersonRow,
  peopleOfDepartment,
} from '../people/index.ts';
import { findVoices, type Voice } from '../voices/index.ts';
import { type DiscussionAction, openActionsBefore } from './actions.store.ts';
import { isMember, mayLead } from './discussions.policy.ts';
import { countCheckIns } from './discussions.store.ts';
import { votesOf } from './groups.store.ts';
import type { Guide } from './guideOf.ts';
import { guideOfDiscussion } from './guideOfDiscussion.ts';
import { type Insight, insightsOf, ownInsights } from './insights.store.ts';
import { requireReportable } from './openForInsights.ts';
import { openDiscussions } from './prepareDiscussions.ts';
import { type Named, type SharedDiscussion, sharedDiscussion } from './sharedDiscussion.ts';

/** A discussion as one person has it before them. */
export interface DiscussionPage {
  shared: SharedDiscussion;
  department: DepartmentRow;
  edition: Edition;
  voices: { voice: Voice; heard: boolean }[];
  guide: Guide;
  me: {
    person: PersonRow;
    leads: boolean;
    insights: Insight[];
    votes: { groupId: string; votes: number }[];
  };
  /** For those who steer. */
  leading: {
    members: Named[];
    hidden: Insight[];
    counted: number;
    openActions: { action: DiscussionAction & { editionId: string }; owner: Named | null; month: string }[];
    mayReport: boolean;
    days: string[];
  } | null;
}

/**
 * Opens a discussion for the person who acts: who takes part, and nobody else.
 *
 * @throws AppError signIn.required, discussion.notFound, discussion.notMember
 */
export async function openDiscussionPage(ctx: Ctx, discussionId: string): Promise<DiscussionPage> {
  const person = await actingPerson(ctx);
  const shared = await sharedDiscussion(ctx, discussionId);
  const { discussion } = shared;
  if (!isMember(person, discussion.departmentId)) throw new AppError('discussion.notMember');
  const [edition, department] = await Promise.all([
    findEdition(ctx.db, discussion.editionId),
    findDepartment(ctx.db, discussion.departmentId),
  ]);
  if (!edition || !department || edition.state === 'cancelled') throw new AppError('discussion.notFound');
  const leads = mayLead(person, discussion);
  const [voices, heard, guide, insights, votes] = await Promise.all([
    findVoices(ctx.db, edition.voiceIds),
    heardVoices(ctx.db, person.id, edition.voiceIds),
    guideOfDiscussion(ctx, edition.id),
    ownInsights(ctx.db, discussionId, person.id),
    votesOf(ctx.db, discussionId, person.id),
  ]);
  return {
    shared,
    department,
    edition,
    voices: edition.voiceIds
      .flatMap((id) => voices.filter((voice) => voice.id === id && voice.state === 'approved'))
      .map((voice) => ({ voice, heard: heard.has(voice.id) })),
    guide,
    me: { person, leads, insights, votes },
    leading: leads ? await leadersPart(ctx, shared) : null,
  };
}

/** Working days that 「◯日に行います」 offers. */
const offeredDays = 10;

async function leadersPart(ctx: Ctx, { discussion }: SharedDiscussion): Promise<DiscussionPage['leading']> {
  const [members, counted, openActions, insights, mayReport] = await Promise.all([
    peopleOfDepartment(ctx.db, discussion.departmentId),
    // Before the reveal hardly anybody but writers is among them: it would count those.
    discussion.revealedAt ? countCheckIns(ctx.db, discussion.id) : 0,
    openActionsBefore(ctx.db, discussion),
    discussion.revealedAt ? insightsOf(ctx.db, discussion.id) : [],
    requireReportable(ctx, discussion).then(
      () => true,
      () => false,
    ),
  ]);
  const owners = await findNames(
    ctx.db,
    openActions.flatMap(({ ownerId }) => (ownerId ? [ownerId] : [])),
  );
  const months = new Map<string, string>();
  for (const editionId of new Set(openActions.map((action) => action.editionId))) {
    months.set(editionId, (await findEdition(ctx.db, editionId))?.month ?? '');
  }
  const today = dayOf(ctx.clock.now(), ctx.settings);
  return {
    members: members
      .filter((member) => member.status === 'active')
      .map(({ id, name, nameEn }) => ({ id, name: { ja: name, en: nameEn } })),
    hidden: insights.filter((insight) => insight.state === 'hidden'),
    counted,
    openActions: openActions.map((action) => {
      const owner = action.ownerId ? owners.get(action.ownerId) : undefined;
      return {
        action,
        owner: owner ? { id: owner.id, name: { ja: owner.name, en: owner.nameEn } } : null,
        month: months.get(action.editionId) ?? '',
      };
    }),
    mayReport,
    days: Array.from({ length: offeredDays }, (_, index) => addBusinessDays(today, index + 1, ctx.settings)),
  };
}

export interface DiscussionChoice {
  discussionId: string;
  department: DepartmentRow;
  state: SharedDiscussion['discussion']['state'];
  month: string;
  /** The department in which the person is counted. */
  main: boolean;
  leads: boolean;
}

/**
 * The discussions of an edition that the person who acts takes part in: one for each of their departments, the
 * main one first.
 *
 * @throws AppError signIn.required, edition.notFound
 */
export async function listDiscussions(ctx: Ctx, editionId: string): Promise<DiscussionChoice[]> {
  const person = await actingPerson(ctx);
  const edition = await findEdition(ctx.db, editionId);
  if (!edition || !['open', 'closed'].includes(edition.state)) throw new AppError('edition.notFound');
  const posts = [...person.posts].sort((a, b) => Number(b.main) - Number(a.main));
  const discussions = await openDiscussions(
    ctx,
    editionId,
    posts.map((post) => post.departmentId),
  );
  return posts.flatMap((post) =>
    discussions
      .filter((discussion) => discussion.departmentId === post.departmentId)
      .map((discussion) => ({
        discussionId: discussion.id,
        department: post.department,
        state: discussion.state,
        month: edition.month,
        main: post.main,
        leads: mayLead(person, discussion),
      })),
  );
}
