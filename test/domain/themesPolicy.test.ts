import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Ctx } from '../../src/domain/context.ts';
import {
  addInsights,
  editTheme,
  listReferrals,
  listThemes,
  makeTheme,
  openTheme,
  passOnReferral,
  readInsights,
  readReferral,
  readTopic,
  referInsight,
  removeInsight,
  showDesk,
  takeReferral,
  tellDepartments,
} from '../../src/domain/discussions/index.ts';
import type { PersonName } from '../support/company.ts';
import { openTestApp, type TestApp } from '../support/testApp.ts';
import { madeTheme, monthOfInsights } from '../support/themes.ts';
import { actorOf, attempt, type Stranger } from '../support/whoMay.ts';

/** One person for each role; the owner leads the department that the theme belongs to. */
const people = {
  member: 'kajiura',
  owner: 'iino',
  otherHead: 'enoki',
  officer: 'misono',
  curator: 'asagi',
  approver: 'kiryu',
  triager: 'kitta',
  administrator: 'tsutsumi',
  reader: 'shimizu',
} as const satisfies Record<string, PersonName>;
type Role = keyof typeof people | Stranger;
const roles: Role[] = [...(Object.keys(people) as (keyof typeof people)[]), 'left', 'nobody'];
const quality: Role[] = ['curator', 'approver', 'triager'];
const makers: Role[] = ['curator', 'triager'];

interface Stage {
  themeId: string;
  insightId: string;
  referred: string;
}

const words = { title: 'お支払いまでの見通しをお伝えする', cause: '', answer: '次の連絡日をお伝えします。' };

/** Every act of this part, who may do it, and what the others are told. */
const acts: {
  act: string;
  may: Role[];
  refusal?: string;
  run: (ctx: Ctx, stage: Stage, t: TestApp) => Promise<unknown>;
}[] = [
  { act: 'readInsights', may: quality, run: (ctx) => readInsights(ctx, '2026-12', {}) },
  {
    act: 'readTopic',
    may: quality,
    run: (ctx) => readTopic(ctx, { month: '2026-12', topicId: null, skip: 0, search: {} }),
  },
  {
    act: 'makeTheme',
    may: makers,
    run: (ctx, { insightId }) =>
      makeTheme(ctx, {
        themeId: randomUUID(),
        month: '2026-12',
        title: '見通し',
        from: { insightIds: [insightId] },
      }),
  },
  {
    act: 'addInsights',
    may: makers,
    run: (ctx, { themeId, insightId }) => addInsights(ctx, { themeId, from: { insightIds: [insightId] } }),
  },
  { act: 'removeInsight', may: makers, run: (ctx, stage) => removeInsight(ctx, stage) },
  {
    act: 'editTheme: its title',
    may: makers,
    run: (ctx, { themeId }, t) =>
      editTheme(ctx, {
        ...words,
        themeId,
        version: 1,
        title: '別の題',
        ownerDepartmentId: t.departments.injury.id,
      }),
  },
  {
    act: 'editTheme: its answer',
    may: [...makers, 'owner'],
    run: (ctx, { themeId }, t) =>
      editTheme(ctx, { ...words, themeId, version: 1, ownerDepartmentId: t.departments.injury.id }),
  },
  {
    act: 'tellDepartments',
    may: makers,
    run: (ctx, { themeId }) => tellDepartments(ctx, { themeId, version: 1 }),
  },
  { act: 'openTheme', may: [...quality, 'owner'], run: (ctx, { themeId }) => openTheme(ctx, themeId) },
  // Leaders find the themes that their departments own (堤 leads IT); none is a list too.
  {
    act: 'listThemes',
    may: [...quality, 'owner', 'otherHead', 'administrator'],
    run: (ctx) => listThemes(ctx),
  },
  {
    act: 'referInsight',
    may: makers,
    run: (ctx, { insightId }) => referInsight(ctx, { insightId, office: 'misconduct' }),
  },
  {
    act: 'listReferrals',
    may: ['officer', 'triager'],
    refusal: 'referral.notReader',
    run: (ctx) => listReferrals(ctx),
  },
  {
    act: 'readReferral',
    may: ['officer'],
    refusal: 'referral.notReader',
    run: (ctx, { referred }) => readReferral(ctx, referred),
  },
  {
    act: 'takeReferral',
    may: ['officer'],
    refusal: 'referral.notReader',
    run: (ctx, { referred }) => takeReferral(ctx, referred),
  },
  {
    act: 'passOnReferral',
    may: ['officer'],
    refusal: 'referral.notReader',
    run: (ctx, { referred }) => passOnReferral(ctx, { insightId: referred, office: 'complaint' }),
  },
  {
    act: 'showDesk',
    may: roles.filter((role) => role !== 'left' && role !== 'nobody'),
    run: (ctx) => showDesk(ctx),
  },
];

describe('who may, with insights, themes and hand-overs', () => {
  it('do what, role by role', async () => {
    // 清水 is named as a reader, but 対象外: only who is active reads.
    const officeReaders = {
      complaint: { roles: ['triager' as const], people: [] },
      misconduct: { roles: [], people: ['A0033', 'A0036'] },
    };
    const t = await openTestApp({ working: false, settings: { officeReaders } });
    const { ids } = await monthOfInsights(t);
    const themeId = await madeTheme(t, [ids.mizusawa]);
    await editTheme(t.as('asagi'), {
      ...words,
      answer: '',
      themeId,
      version: 0,
      ownerDepartmentId: t.departments.injury.id,
    });
    await referInsight(t.as('asagi'), { insightId: ids.tokita, office: 'misconduct' });
    const stage = { themeId, insightId: ids.mizusawa, referred: ids.tokita };
    await t.ctx.db.person.update({ where: { id: t.people.momose.id }, data: { status: 'left' } });
    const who = { ...people, left: 'momose', nobody: 'nobody' } as const;

    const found: Record<string, Record<string, string>> = {};
    const expected: Record<string, Record<string, string>> = {};
    for (const { act, may, refusal = 'forbidden', run } of acts) {
      found[act] = {};
      expected[act] = {};
      for (const role of roles) {
        found[act][role] = await attempt(actorOf(t, who[role]), (ctx) => run(ctx, stage, t));
        const isStranger = role === 'nobody' || role === 'left';
        expected[act][role] = may.includes(role) ? 'yes' : isStranger ? 'signIn.required' : refusal;
      }
    }
    // 橘田 reads for another office: it is not there for her.
    for (const act of ['readReferral', 'takeReferral', 'passOnReferral'])
      expected[act] = { ...expected[act], triager: 'referral.notFound' };
    expect(found).toEqual(expected);
  });
});
