import { describe, expect, it } from 'vitest';
import type {
  Content,
  DiscussionCardContent,
  EffectContent,
  NudgeContent,
  OwnActionsContent,
  ReminderContent,
} from '../../../src/domain/ports.ts';
import { cardActionSchema } from '../../../src/edges/teams/actions/cardAction.ts';
import { cardActivity } from '../../../src/edges/teams/cards/cardActivity.ts';
import { defaultSettings } from '../../../src/platform/settings.ts';
import { adaptiveCardSchema, buttonsOf, visibleWords } from '../../support/adaptiveCard.ts';
import { payloadSize } from '../../support/stubLimits.ts';

const publicUrl = 'https://kikidoki.asanagi.example';
const surroundings = { publicUrl, settings: defaultSettings(), opensDialogs: true };
const id = '0199f5d2-0000-7000-8000-000000000001';
const department = { ja: '自動車保険金サービス第一課', en: 'Motor Claims Service Centre 1' };
const locales = ['ja', 'en'] as const;

const discussion: DiscussionCardContent = {
  card: 'discussion',
  locale: 'ja',
  discussionId: id,
  editionId: '0199f5d2-0000-7000-8000-000000000002',
  departmentId: '0199f5d2-0000-7000-8000-000000000003',
  month: '2026-12',
  state: 'talking',
  mode: 'full',
  isAsync: false,
  insightsComing: false,
  step: {
    n: 3,
    of: 6,
    kind: 'prompt',
    words: {
      ja: 'このお客さまは、なぜお電話をくださったのでしょうか。',
      en: 'Why did this customer call us?',
    },
    until: { kind: 'time', at: '2026-12-01T00:33:00.000Z' },
  },
  understood: '',
  actions: [],
  proposed: [],
  participants: null,
  heldOn: null,
  ended: null,
};
const evil = '*太字* [リンク](https://evil.example) <at>全員</at>';
const wrappedUp: DiscussionCardContent = {
  ...discussion,
  state: 'wrapped_up',
  step: null,
  understood: `次の連絡の日が分かると、安心される。${evil}`,
  actions: [
    {
      text: `次回連絡日を伝える ${evil}`,
      owner: { ja: '瀬名 みのり', en: 'Minori Sena' },
      dueOn: '2026-12-25',
    },
    { text: '手引きに加える', owner: null, dueOn: null },
  ],
  participants: 12,
  heldOn: '2026-12-08',
};
const nudge: NudgeContent = {
  card: 'nudge',
  locale: 'ja',
  discussionId: id,
  editionId: discussion.editionId,
  departmentId: discussion.departmentId,
  department,
  month: '2026-12',
  dueOn: '2026-12-18',
  lastOn: '2027-01-17',
  standing: 'notBegun',
  days: ['2026-12-09', '2026-12-10'],
  answer: null,
};
const reminder: ReminderContent = {
  card: 'reminder',
  locale: 'ja',
  editionId: discussion.editionId,
  month: '2026-12',
  dueOn: '2026-12-18',
  voiceIds: [id],
  answer: null,
};
const action = {
  actionId: id,
  text: `次回連絡日を伝える ${evil}`,
  department,
  month: '2026-12',
  dueOn: '2026-12-25',
  doneOn: null,
};
const actions: OwnActionsContent = {
  card: 'actions',
  locale: 'ja',
  kind: 'own',
  actions: [action, { ...action, dueOn: null, doneOn: '2026-12-10' }],
  more: 0,
};
const effect: EffectContent = {
  card: 'effect',
  locale: 'ja',
  actionId: id,
  text: action.text,
  department,
  doneOn: '2026-12-10',
  effect: null,
};

const ends = [{ kind: 'late', lastOn: '2027-01-17' }, { kind: 'over' }, { kind: 'cancelled' }] as const;
const states = ['waiting', 'reflecting', 'revealed', 'talking', 'wrapped_up', 'skipped'] as const;
const all: [string, Content][] = locales.flatMap((locale): [string, Content][] => [
  ...states.map((state): [string, Content] => [`discussion ${state}`, { ...discussion, state, locale }]),
  [
    'discussion for shifts',
    { ...discussion, locale, step: { ...stepOf(), until: { kind: 'day', day: '2026-12-03' } } },
  ],
  ['discussion with insights', { ...discussion, locale, state: 'reflecting', insightsComing: true }],
  ['discussion in five minutes', { ...discussion, locale, step: { ...stepOf(), n: 1, of: 1, until: null } }],
  ['summary', { ...wrappedUp, locale }],
  ...ends.flatMap((ended): [string, Content][] => [
    [`discussion whose month is ${ended.kind}`, { ...discussion, locale, step: null, ended }],
    [
      `discussion that was skipped, ${ended.kind}`,
      { ...discussion, locale, state: 'skipped', step: null, ended },
    ],
  ]),
  ['summary of a month that was cancelled', { ...wrappedUp, locale, ended: { kind: 'cancelled' } }],
  ...(['notBegun', 'begun', 'late'] as const).map((standing): [string, Content] => [
    `nudge ${standing}`,
    { ...nudge, locale, standing },
  ]),
  ...(['planned', 'snoozed', 'reported', 'skipped', 'over'] as const).map((kind): [string, Content] => [
    `nudge ${kind}`,
    { ...nudge, locale, answer: { kind, day: '2026-12-10' } },
  ]),
  ['nudge on the last day', { ...nudge, locale, days: [] }],
  ...([null, 'heard', 'off', 'over'] as const).map((answer): [string, Content] => [
    `reminder ${answer}`,
    { ...reminder, locale, answer },
  ]),
  ...[true, false].map((wanted): [string, Content] => [
    `reminders ${wanted}`,
    { card: 'reminderChoice', locale, personId: id, wanted },
  ]),
  ...(['own', 'given'] as const).map((kind): [string, Content] => [
    `actions ${kind}`,
    { ...actions, locale, kind },
  ]),
  ['actions none', { ...actions, locale, actions: [] }],
  ['actions many', { ...actions, locale, more: 3 }],
  ...([null, 'yes', 'partly', 'no'] as const).map((answer): [string, Content] => [
    `effect ${answer}`,
    { ...effect, locale, effect: answer },
  ]),
]);

function stepOf() {
  if (!discussion.step) throw new Error('a step is expected');
  return discussion.step;
}
const cardOf = (content: Content, opensDialogs = true) =>
  cardActivity(content, { ...surroundings, opensDialogs }).attachments[0].content;
const wordsOf = (content: Content) => visibleWords(cardOf(content)).join('\n');

describe('the discussion’s cards', () => {
  it.each(all.map(([name, content]) => [`${name} ${content.locale}`, content] as const))(
    '%s is an Adaptive Card 1.5 with all its words',
    (_name, content) => {
      for (const opensDialogs of [true, false]) {
        const activity = cardActivity(content, { ...surroundings, opensDialogs });
        expect(adaptiveCardSchema.safeParse(activity.attachments[0].content).error?.issues ?? []).toEqual([]);
        expect(payloadSize(activity)).toBeLessThan(28 * 1024);
        expect(activity).not.toHaveProperty('text');
        for (const words of [activity.summary, ...visibleWords(activity.attachments[0].content)])
          expect(words.replace(/\{\{TIME\([^)]*\)\}\}/, '')).not.toMatch(
            /\{\{|undefined|NaN|Invalid|\b(discussion|nudge|reminder|actions|effect)\.\w/,
          );
      }
    },
  );

  it.each(all.map(([name, content]) => [`${name} ${content.locale}`, content] as const))(
    'people’s words on %s are text runs: no Markdown, no links',
    (_name, content) => {
      const source = JSON.stringify(cardOf(content));
      const blocks = [...source.matchAll(/"type":"TextBlock","text":"([^"]*)"/g)].map((match) => match[1]);
      expect(blocks.some((words) => words?.includes('evil.example'))).toBe(false);
    },
  );

  it('carry nothing but verb, subject and version in their buttons', () => {
    for (const [, content] of all) {
      for (const button of buttonsOf(cardOf(content))) {
        if (button.type === 'Action.OpenUrl') throw new Error('Teams opens pages as dialogs');
        expect(cardActionSchema.safeParse(button.data).success).toBe(true);
        expect(
          Object.keys(button.data)
            .filter((key) => key !== 'msteams')
            .sort(),
        ).toEqual(['subjectId', 'v', 'verb']);
      }
    }
  });

  it('say the step, the prompt and until when, in each reader’s own time', () => {
    expect(visibleWords(cardOf(discussion)).slice(0, 3)).toEqual([
      '12月の声について、話し合っています',
      'ステップ 3 / 6 ・ {{TIME(2026-12-01T00:33:00Z)}}まで',
      'このお客さまは、なぜお電話をくださったのでしょうか。',
    ]);
    const days = { ...discussion, step: { ...stepOf(), until: { kind: 'day', day: '2026-12-03' } as const } };
    expect(wordsOf(days)).toContain('ステップ 3 / 6 ・ 12月3日(木)まで');
  });

  it('say that insights are coming in, and no number', () => {
    const words = wordsOf({ ...discussion, state: 'reflecting', step: null, insightsComing: true });
    expect(words).toContain('気づきが届き始めています。');
    expect(words.replace('12月', '')).not.toMatch(/\d+(件|人)/);
  });

  it('tell in the end what was understood, who does what until when, and who took part', () => {
    const words = visibleWords(cardOf(wrappedUp));
    expect(words).toEqual(
      expect.arrayContaining([
        'わかったこと',
        wrappedUp.understood,
        'これからの取組み',
        `・次回連絡日を伝える ${evil}`,
        ' (瀬名 みのりさん ・ 12月25日(金)まで)',
        '・手引きに加える',
        '12月8日(火)に12名で話し合いました。ご参加ありがとうございました。',
        'まとめのページを開く',
      ]),
    );
  });

  it('name what the workplace would like to propose', () => {
    const proposed = ['次回の連絡日をお伝えする', '連絡の約束'];
    const words = visibleWords(cardOf({ ...wrappedUp, proposed }));
    expect(words).toEqual(
      expect.arrayContaining(['提案したいこと', '・次回の連絡日をお伝えする', '・連絡の約束']),
    );
    expect(visibleWords(cardOf(wrappedUp))).not.toContain('提案したいこと');
  });

  it('stay small with a summary of 4,000 characters and 20 actions, and lead to the page', () => {
    const owner = { ja: '瀬'.repeat(40), en: 'S'.repeat(80) };
    const most = {
      ...wrappedUp,
      understood: '😊'.repeat(2_000),
      actions: Array.from({ length: 20 }, () => ({ text: '長'.repeat(400), owner, dueOn: '2026-12-25' })),
    };
    const activity = cardActivity(most, surroundings);
    expect(payloadSize(activity)).toBeLessThan(28 * 1024);
    expect(JSON.stringify(activity).isWellFormed()).toBe(true);
    expect(wordsOf(most)).toContain('ほかに10件あります。');
    expect(wordsOf(most)).toContain('続きは、ページでご覧いただけます。');
    const many = {
      ...actions,
      actions: Array.from({ length: 12 }, () => ({ ...action, text: '長'.repeat(400) })),
      more: 8,
    };
    expect(payloadSize(cardActivity(many, surroundings))).toBeLessThan(28 * 1024);
  });

  it('open the browser at the department’s page where there are no dialogs', () => {
    const page = `${publicUrl}/discuss/${discussion.editionId}?department=${discussion.departmentId}`;
    expect(buttonsOf(cardOf(discussion, false))).toMatchObject([{ type: 'Action.OpenUrl', url: page }]);
    expect(buttonsOf(cardOf(nudge, false))[0]).toMatchObject({ type: 'Action.OpenUrl', url: page });
  });

  it('let a leader hold it, choose a day, or be told next week; and change their mind', () => {
    const verbs = (content: Content) =>
      buttonsOf(cardOf(content)).map((button) => button.type !== 'Action.OpenUrl' && button.data.verb);
    expect(verbs(nudge)).toEqual(['discussion.lead', 'nudge.plan', 'nudge.snooze']);
    expect(verbs({ ...nudge, answer: { kind: 'planned', day: '2026-12-10' } })).toEqual(verbs(nudge));
    expect(verbs({ ...nudge, answer: { kind: 'reported' } })).toEqual([]);
    expect(wordsOf({ ...nudge, answer: { kind: 'planned', day: '2026-12-10' } })).toContain(
      '12月10日(木)に行うとのこと、承りました。',
    );
  });
});
