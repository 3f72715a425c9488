import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { type EditionFrame, type EditionFrameVoice, findEditionFrame } from '../listening/index.ts';
import {
  actingPerson,
  addBusinessDays,
  countConcerned,
  type DepartmentRow,
  dayOf,
  findNames,
  type Membership,
} from '../people/index.ts';
import { type DiscussionAction, openActionsBefore } from './actions.store.ts';
import { requireParticipant } from './changeDiscussion.ts';
import { mayLead } from './discussions.policy.ts';
import { countCheckIns, type Discussion } from './discussions.store.ts';
import type { Guide } from './guide.rules.ts';
import { guideOfDiscussion } from './guideOfDiscussion.ts';
import { type Insight, insightsOf } from './insights.store.ts';
import { requireReportable } from './openForInsights.ts';
import { type OwnPart, readOwnPart } from './own.store.ts';
import { openDiscussions } from './prepareDiscussions.ts';
import { openOffices } from './referrals/officeReaders.ts';
import type { Named } from './shared.store.ts';
import { type SharedDiscussion, shareDiscussion } from './sharedDiscussion.ts';

/** A discussion as one person has it before them. */
export interface DiscussionPage {
  shared: SharedDiscussion;
  department: OwnPart['department'];
  edition: EditionFrame;
  voices: { voice: EditionFrameVoice; heard: boolean }[];
  guide: Guide;
  /** Who is there: owners of actions, and leaders of the day to be. */
  members: Named[];
  me: {
    person: Membership;
    leads: boolean;
    insights: OwnPart['insights'];
    votes: OwnPart['votes'];
  };
  /** For those who steer. */
  leading: {
    hidden: Insight[];
    counted: number;
    /** 対象者数 of the department. */
    concerned: number;
    openActions: { action: DiscussionAction & { editionId: string }; owner: Named | null; month: string }[];
    mayReport: boolean;
    /** No reminder comes before this day. */
    snoozedUntil: string | null;
    /** Keys of the offices that somebody reads for. */
    openOffices: string[];
    days: string[];
  } | null;
}

/**
 * Opens a discussion for the person who acts: who takes part, and nobody else.
 *
 * @throws AppError signIn.required, discussion.notFound, discussion.notMember
 */
export async function openDiscussionPage(ctx: Ctx, discussionId: string): Promise<DiscussionPage> {
  const { discussion, person } = await requireParticipant(ctx, discussionId);
  const edition = await findEditionFrame(ctx.db, discussion.editionId);
  if (edition?.state !== 'open' && edition?.state !== 'closed') throw new AppError('discussion.notFound');
  const leads = mayLead(person, discussion);
  const voiceIds = edition.voices.map((voice) => voice.id);
  const guide = await guideOfDiscussion(ctx, edition);
  const [shared, { department, members, heard, insights, votes }] = await Promise.all([
    shareDiscussion(ctx, discussion, edition, guide),
    readOwnPart(ctx.db, discussionId, person.id, voiceIds),
  ]);
  return {
    shared,
    department,
    edition,
    voices: edition.voices
      .filter((voice) => voice.state === 'approved')
      .map((voice) => ({ voice, heard: heard.includes(voice.id) })),
    guide,
    members,
    me: { person, leads, insights, votes },
    leading: leads ? await leadersPart(ctx, discussion) : null,
  };
}

/** Working days after today that 「この日に行います」 offers. */
const offeredDays = 10;

async function leadersPart(ctx: Ctx, discussion: Discussion): Promise<DiscussionPage['leading']> {
  const [counted, openActions, insights, offices, concerned, mayReport] = await Promise.all([
    discussion.revealedAt ? countCheckIns(ctx.db, discussion.id) : 0,
    openActionsBefore(ctx.db, discussion),
    discussion.revealedAt ? insightsOf(ctx.db, discussion.id) : [],
    openOffices(ctx, discussion.departmentId),
    countConcerned(ctx.db, [discussion.departmentId]),
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
    months.set(editionId, (await findEditionFrame(ctx.db, editionId))?.month ?? '');
  }
  const { snoozedUntil } = discussion;
  const today = dayOf(ctx.clock.now(), ctx.settings);
  return {
    hidden: insights.filter((insight) => insight.state === 'hidden'),
    // Of so few hardly anybody would be among them but who wrote: it would count those.
    counted: counted >= ctx.settings.discussion.silentMembers ? counted : 0,
    openActions: openActions.map((action) => {
      const owner = action.ownerId ? owners.get(action.ownerId) : undefined;
      return {
        action,
        owner: owner ? { id: owner.id, name: { ja: owner.name, en: owner.nameEn } } : null,
        month: months.get(action.editionId) ?? '',
      };
    }),
    concerned: concerned.get(discussion.departmentId) ?? 0,
    mayReport,
    openOffices: offices,
    snoozedUntil: snoozedUntil && snoozedUntil > today ? snoozedUntil : null,
    days: [
      today,
      ...Array.from({ length: offeredDays }, (_, index) => addBusinessDays(today, index + 1, ctx.settings)),
    ],
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
  const edition = await findEditionFrame(ctx.db, editionId);
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
        leads: mayLead({ id: person.id, role: post.role }, discussion),
      })),
  );
}
