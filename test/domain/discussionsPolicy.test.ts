import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Ctx } from '../../src/domain/context.ts';
import {
  answerEffect,
  checkIn,
  closeAction,
  editGuide,
  goStep,
  hideInsight,
  leadDiscussion,
  listDiscussions,
  listVoiceGuides,
  makeGroup,
  moveInsight,
  openDiscussionPage,
  planDiscussion,
  referFromDiscussion,
  renameGroup,
  requireParticipant,
  revealInsights,
  setTimer,
  showVoiceGuide,
  skipDiscussion,
  snoozeReminders,
  startDiscussion,
  suggestProposal,
  takeBackInsight,
  vote,
  wrapUp,
  writeInsight,
} from '../../src/domain/discussions/index.ts';
import { chooseReminders } from '../../src/domain/listening/index.ts';
import type { PersonName } from '../support/company.ts';
import { pageOf, waitingDiscussion, write } from '../support/discussions.ts';
import { guideOfNoNews } from '../support/guides.ts';
import { openTestApp, type TestApp } from '../support/testApp.ts';
import { actorOf, attempt, type Stranger } from '../support/whoMay.ts';

/**
 * One person for each role, in the discussion of CL-AUTO1. 瀬名 has taken on its action; 名倉 has her second post
 * (兼務) there; the quality department and IT have nothing to do with it.
 */
const people = {
  member: 'kajiura',
  owner: 'sena',
  secondPost: 'nagura',
  leaderOfTheDay: 'tokita',
  promoter: 'mizusawa',
  deputy: 'komine',
  head: 'enoki',
  otherMember: 'momose',
  otherHead: 'shiomi',
  officer: 'misono',
  curator: 'asagi',
  approver: 'kiryu',
  triager: 'kitta',
  administrator: 'tsutsumi',
} as const satisfies Record<string, PersonName>;
type Role = keyof typeof people | Stranger;
const strangers: Role[] = ['left', 'nobody'];
const roles: Role[] = [...(Object.keys(people) as Role[]), ...strangers];

const leaders: Role[] = ['leaderOfTheDay', 'promoter', 'deputy', 'head'];
const members: Role[] = ['member', 'owner', 'secondPost', ...leaders];
const everybody = roles.filter((role) => !strangers.includes(role));

interface Stage {
  discussionId: string;
  voiceId: string;
  editionId: string;
  /** 瀬名 wrote it. */
  insightId: string;
  /** Groups of the board, once it was revealed. */
  groupIds: string[];
  actionId: string;
}

interface Row {
  act: string;
  may: Role[];
  /** What members are told who may not, and what the others are told. */
  refusal?: { members: string; others: string };
  /** The product does it by itself too, when its time has come. */
  byItself?: true;
  run: (ctx: Ctx, stage: Stage, t: TestApp) => Promise<unknown>;
}

/** Who has no part in the department is told so, and whoever has but does not lead, that they do not. */
const notLeader = { members: 'discussion.notLeader', others: 'discussion.notMember' };
const notYours = { members: 'discussion.insightGone', others: 'discussion.notMember' };
const notOwner = { members: 'discussion.notOwner', others: 'discussion.notOwner' };
const notCurator = { members: 'forbidden', others: 'forbidden' };

function refusalOf({ refusal = notLeader }: Row, role: Role): string {
  if (strangers.includes(role)) return 'signIn.required';
  return members.includes(role) ? refusal.members : refusal.others;
}

const words = {
  voiceId: null,
  anonymous: false,
  why: 'ご連絡がなかったからです。',
  felt: '',
  change: '',
  feelings: [],
  atMs: null,
};
const report = {
  understood: '次の連絡の日が分かると、安心されます。',
  participants: 12,
  heldOn: '2026-12-01',
};
const start = { mode: 'full', isAsync: true, revealAt: null } as const;

/** Before it has begun. */
const waiting: Row[] = [
  { act: 'listDiscussions', may: everybody, run: (ctx, { editionId }) => listDiscussions(ctx, editionId) },
  {
    act: 'openDiscussionPage',
    may: members,
    run: (ctx, { discussionId }) => openDiscussionPage(ctx, discussionId),
  },
  {
    act: 'requireParticipant: follow it live',
    may: members,
    run: (ctx, { discussionId }) => requireParticipant(ctx, discussionId),
  },
  { act: 'checkIn', may: members, run: (ctx, { discussionId }) => checkIn(ctx, discussionId) },
  {
    act: 'startDiscussion',
    may: leaders,
    run: (ctx, { discussionId }) => startDiscussion(ctx, { ...start, discussionId }),
  },
  {
    act: 'leadDiscussion: propose or name',
    may: members,
    run: (ctx, { discussionId }, t) => leadDiscussion(ctx, { discussionId, personId: t.people.sena.id }),
  },
  {
    act: 'planDiscussion',
    may: leaders,
    run: (ctx, { discussionId }) => planDiscussion(ctx, { discussionId, plannedOn: '2026-12-08' }),
  },
  {
    act: 'snoozeReminders',
    may: leaders,
    run: (ctx, { discussionId }) => snoozeReminders(ctx, discussionId),
  },
  {
    act: 'skipDiscussion',
    may: leaders,
    run: (ctx, { discussionId }) => skipDiscussion(ctx, { discussionId, reason: '棚卸しのため' }),
  },
  {
    act: 'wrapUp: 「5分で」',
    may: leaders,
    run: (ctx, { discussionId }) => wrapUp(ctx, { ...report, discussionId, actions: [] }),
  },
  { act: 'chooseReminders', may: everybody, run: (ctx) => chooseReminders(ctx, false) },
  { act: 'listVoiceGuides', may: ['curator'], refusal: notCurator, run: (ctx) => listVoiceGuides(ctx) },
  {
    act: 'showVoiceGuide',
    may: ['curator'],
    refusal: notCurator,
    run: (ctx, { voiceId }) => showVoiceGuide(ctx, voiceId),
  },
  {
    act: 'editGuide',
    may: ['curator'],
    refusal: notCurator,
    run: (ctx, { voiceId }) => editGuide(ctx, { voiceId, guide: guideOfNoNews, seenAt: null }),
  },
];

/** Everybody thinks alone. */
const reflecting: Row[] = [
  {
    act: 'writeInsight',
    may: members,
    run: (ctx, { discussionId }) => writeInsight(ctx, { discussionId, insightId: randomUUID(), words }),
  },
  {
    act: 'writeInsight: into another’s',
    may: ['owner'],
    refusal: notYours,
    run: (ctx, { discussionId, insightId }) => writeInsight(ctx, { discussionId, insightId, words }),
  },
  {
    act: 'takeBackInsight: of another',
    may: ['owner'],
    refusal: notYours,
    run: (ctx, { discussionId, insightId }) => takeBackInsight(ctx, { discussionId, insightId }),
  },
  {
    act: 'setTimer',
    may: leaders,
    run: (ctx, { discussionId }) => setTimer(ctx, { discussionId, change: 'pause' }),
  },
  {
    act: 'revealInsights',
    may: leaders,
    byItself: true,
    run: (ctx, { discussionId }) => revealInsights(ctx, discussionId),
  },
];

/** It is revealed, and talked about. */
const talking: Row[] = [
  {
    act: 'moveInsight',
    may: leaders,
    run: (ctx, { discussionId, insightId, groupIds }) =>
      moveInsight(ctx, { discussionId, insightId, groupId: groupIds[0] ?? '' }),
  },
  {
    act: 'makeGroup',
    may: leaders,
    run: (ctx, { discussionId, insightId }) =>
      makeGroup(ctx, { discussionId, insightId, groupId: randomUUID(), title: '連絡' }),
  },
  {
    act: 'renameGroup',
    may: leaders,
    run: (ctx, { discussionId, groupIds }) =>
      renameGroup(ctx, { discussionId, groupId: groupIds[0] ?? '', title: '連絡' }),
  },
  {
    act: 'hideInsight',
    may: leaders,
    run: (ctx, { discussionId, insightId }) => hideInsight(ctx, { discussionId, insightId, hidden: true }),
  },
  {
    act: 'referFromDiscussion',
    may: leaders,
    run: (ctx, { discussionId, insightId }) =>
      referFromDiscussion(ctx, { discussionId, insightId, office: 'complaint' }),
  },
  {
    act: 'suggestProposal',
    may: leaders,
    run: (ctx, { discussionId, insightId }) =>
      suggestProposal(ctx, { discussionId, source: 'insight', sourceId: insightId, suggested: true }),
  },
  {
    act: 'vote',
    may: members,
    run: (ctx, { discussionId, groupIds }) =>
      vote(ctx, { discussionId, groupId: groupIds[0] ?? '', votes: 2 }),
  },
  {
    act: 'goStep',
    may: leaders,
    byItself: true,
    run: (ctx, { discussionId }) => goStep(ctx, { discussionId, from: 1, to: 'next' }),
  },
  {
    act: 'wrapUp',
    may: leaders,
    run: (ctx, { discussionId }) => wrapUp(ctx, { ...report, discussionId, actions: [] }),
  },
];

/** It is wrapped up, with an action that 瀬名 has taken on and done. */
const wrappedUp: Row[] = [
  {
    act: 'wrapUp: correct it',
    may: leaders,
    run: (ctx, { discussionId }) => wrapUp(ctx, { ...report, discussionId, actions: [], participants: 13 }),
  },
  {
    act: 'closeAction: open it again',
    may: ['owner', ...leaders],
    refusal: notOwner,
    run: (ctx, { actionId }) => closeAction(ctx, { actionId, done: false }),
  },
  {
    act: 'closeAction: seen in their own discussion',
    may: ['owner', ...leaders],
    refusal: notOwner,
    run: (ctx, { actionId, discussionId }) =>
      closeAction(ctx, { actionId, done: false, seenIn: discussionId }),
  },
  {
    act: 'answerEffect',
    may: ['owner'],
    refusal: notOwner,
    run: (ctx, { actionId }) => answerEffect(ctx, { actionId, effect: 'yes' }),
  },
];

/** What each role found at this moment of the discussion, and what it should have found. */
async function compare(t: TestApp, rows: readonly Row[], stage: Stage): Promise<void> {
  const who = { ...people, left: 'hanh', nobody: 'nobody' } as const;
  const found: Record<string, Record<string, string>> = {};
  const expected: Record<string, Record<string, string>> = {};
  for (const row of rows) {
    const rowFound: Record<string, string> = {};
    const rowExpected: Record<string, string> = {};
    for (const role of roles) {
      rowFound[role] = await attempt(actorOf(t, who[role]), (ctx) => row.run(ctx, stage, t));
      const isAllowed = row.may.includes(role) || (role === 'nobody' && row.byItself === true);
      rowExpected[role] = isAllowed ? 'yes' : refusalOf(row, role);
    }
    found[row.act] = rowFound;
    expected[row.act] = rowExpected;
  }
  expect(found).toEqual(expected);
}

/** 榎's department with 名倉 beside her main post; 時田 leads today, and Hanh has left. */
async function setStage(t: TestApp): Promise<Stage> {
  await t.ctx.db.post.updateMany({
    where: { personId: t.people.nagura.id, main: false },
    data: { departmentId: t.departments.motor.id },
  });
  await t.ctx.db.person.update({ where: { id: t.people.hanh.id }, data: { status: 'left' } });
  const discussionId = await waitingDiscussion(t);
  await leadDiscussion(t.as('enoki'), { discussionId, personId: t.people.tokita.id });
  return {
    discussionId,
    editionId: (await pageOf(t, 'enoki', discussionId)).edition.id,
    voiceId: t.voices.noNews,
    insightId: randomUUID(),
    actionId: randomUUID(),
    groupIds: [],
  };
}

describe('who may, in a discussion', () => {
  it('do what, role by role, from its beginning to its end', async () => {
    const t = await openTestApp({ working: false });
    const stage = await setStage(t);
    const { discussionId, insightId, actionId } = stage;
    await compare(t, waiting, stage);

    await startDiscussion(t.as('enoki'), { discussionId, mode: 'full', isAsync: false, revealAt: null });
    await write(t.as('sena'), discussionId, { why: '何度も同じ説明をされたからです。' }, insightId);
    await write(t.as('mizusawa'), discussionId, { why: '支払いの時期が分からなかったからです。' });
    await compare(t, reflecting, stage);

    await revealInsights(t.as('enoki'), discussionId);
    const { groups } = (await pageOf(t, 'enoki', discussionId)).shared;
    await compare(t, talking, { ...stage, groupIds: groups.map(({ id }) => id) });

    const action = { id: actionId, text: '次回の連絡日をお伝えする', ownerId: t.people.sena.id, dueOn: null };
    await wrapUp(t.as('enoki'), { ...report, discussionId, actions: [action] });
    await closeAction(t.as('sena'), { actionId, done: true });
    await compare(t, wrappedUp, stage);
  });
});
