import { describe, expect, it } from 'vitest';
import type { EditionCardContent, NoticeContent } from '../../../src/domain/ports.ts';
import { cardActionSchema, nothing } from '../../../src/edges/teams/actions/cardAction.ts';
import { cardActivity } from '../../../src/edges/teams/cards/cardActivity.ts';
import { type Talk, talkCard } from '../../../src/edges/teams/cards/talk.card.ts';
import { defaultSettings } from '../../../src/platform/settings.ts';
import { adaptiveCardSchema, buttonsOf, visibleWords } from '../../support/adaptiveCard.ts';
import { largestPayload, payloadSize } from '../../support/stubLimits.ts';

const settings = defaultSettings();
const publicUrl = 'https://kikidoki.asanagi.example';
const surroundings = { publicUrl, settings, opensDialogs: true };

const voice = {
  voiceId: '0199f5d2-0000-7000-8000-000000000001',
  kind: 'complaint',
  lineOfBusiness: 'auto',
  quote: '忘れられてしまったのかなと、毎日、電話ばかり気にしていました。',
  durationMs: 47_400,
  heard: false,
};
const praise = {
  ...voice,
  voiceId: '0199f5d2-0000-7000-8000-000000000002',
  kind: 'praise',
  lineOfBusiness: 'other',
  quote: '「心細かったですね」と言ってくださって、*息*が [できた](https://evil.example) んです。',
  heard: true,
};
const content: EditionCardContent = {
  card: 'edition',
  locale: 'ja',
  audience: 'person',
  departmentId: null,
  editionId: '0199f5d2-0000-7000-8000-000000000000',
  month: '2026-12',
  dueOn: '2026-12-18',
  state: 'open',
  voices: [voice, praise],
  withdrawn: 0,
  progress: null,
  examples: [],
};

const variants = (['ja', 'en'] as const).flatMap((locale) =>
  (['person', 'department'] as const).flatMap((audience) =>
    (['open', 'closed', 'cancelled'] as const).flatMap((state) =>
      [0, 1, 2, 3].flatMap((shown) =>
        [0, 1].map((withdrawn) => ({
          ...content,
          locale,
          audience,
          state,
          withdrawn,
          voices: [voice, praise, { ...voice, voiceId: '0199f5d2-0000-7000-8000-000000000003' }].slice(
            0,
            shown,
          ),
          progress:
            audience === 'person'
              ? null
              : shown === 1
                ? ({ kind: 'count', heard: 3, target: 25 } as const)
                : ({ kind: 'band', band: 'half' } as const),
        })),
      ),
    ),
  ),
);
const nameOf = (one: EditionCardContent) =>
  `${one.locale} ${one.audience} ${one.state} voices ${one.voices.length} withdrawn ${one.withdrawn}`;
const cardOf = (one: EditionCardContent, opensDialogs = true) =>
  cardActivity(one, { ...surroundings, opensDialogs }).attachments[0].content;

describe('the month’s card', () => {
  it.each(variants.map((one) => [nameOf(one), one] as const))('%s is an Adaptive Card 1.5', (_name, one) => {
    for (const opensDialogs of [true, false]) {
      const activity = cardActivity(one, { ...surroundings, opensDialogs });
      const parsed = adaptiveCardSchema.safeParse(activity.attachments[0].content);
      expect(parsed.error?.issues ?? []).toEqual([]);
      expect(payloadSize(activity)).toBeLessThan(28 * 1024);
      expect(payloadSize(activity)).toBeLessThan(largestPayload);
      // Text beside a card is split off by Teams, and then no id comes back.
      expect(activity).not.toHaveProperty('text');
      expect(activity.summary).not.toBe('');
    }
  });

  it.each(variants.map((one) => [nameOf(one), one] as const))('%s leaves no words unfilled', (_name, one) => {
    for (const words of visibleWords(cardOf(one)))
      expect(words).not.toMatch(/\{\{|\bcard\.|undefined|NaN|Invalid/);
  });

  it('says kind, line of business, length, quote and due day, in Japanese', () => {
    expect(visibleWords(cardOf(content))).toEqual([
      'お客さまを知る時間 ─ 12月の声',
      '期限 12月18日(金)',
      'お客さまがどのようなお気持ちでご連絡くださったのかを考えながら、お聴きください。',
      `「${voice.quote}」`,
      '苦情 ・ 自動車保険 ・ 47秒 ・ 声 1 / 2',
      '▶ 聴く',
      '声1を聴く',
      '読む',
      '声1を文字で読む',
      `『${praise.quote}』`,
      'お褒め・感謝 ・ その他 ・ 47秒 ・ 声 2 / 2 ・ ✓ 聴きました',
      '▶ 聴く',
      '声2を聴く',
      '読む',
      '声2を文字で読む',
      '気づきを書く',
      '改善提案をする',
      `[この仕組みが記録すること](${publicUrl}/records?locale=ja)`,
    ]);
  });

  it('says the same in English, the customer’s words as they were said', () => {
    const words = visibleWords(cardOf({ ...content, locale: 'en', voices: [voice] }));
    expect(words).toContain('Listening to our customers ─ voices of December');
    expect(words).toContain('Due Fri 18 December');
    expect(words).toContain('Complaint · Motor insurance · 47 s');
    expect(words).toContain(`「${voice.quote}」`);
  });

  it('shows customers’ words as they are: no Markdown, no links', () => {
    const text = JSON.stringify(cardOf(content));
    const blocks = [...text.matchAll(/"type":"TextBlock","text":"([^"]*)"/g)].map((match) => match[1]);
    expect(blocks.some((words) => words?.includes('できた'))).toBe(false);
  });

  it('has a listen and a read button for each voice, one for insights, one for proposals, and no other', () => {
    const buttons = buttonsOf(cardOf(content));
    expect(buttons.map((button) => button.type === 'Action.Submit' && button.data.verb)).toEqual([
      'voice.listen',
      'voice.read',
      'voice.listen',
      'voice.read',
      'discussion.open',
      'proposal.new',
    ]);
    for (const button of buttons) {
      if (button.type !== 'Action.Submit') throw new Error('a dialog is opened by Action.Submit');
      expect(button.data.msteams).toEqual({ type: 'task/fetch' });
      expect(cardActionSchema.safeParse(button.data).success).toBe(true);
      // Who presses is told by Teams; a card that carried it could be forged.
      expect(Object.keys(button.data).sort()).toEqual(['msteams', 'subjectId', 'v', 'verb']);
    }
  });

  it('opens the browser where there are no dialogs', () => {
    expect(buttonsOf(cardOf(content, false)).slice(0, 2)).toMatchObject([
      { type: 'Action.OpenUrl', url: `${publicUrl}/listen/${voice.voiceId}` },
      { type: 'Action.OpenUrl', url: `${publicUrl}/listen/${voice.voiceId}?mode=read` },
    ]);
  });

  it('proposes from the one voice that there is, else from nothing in particular; after the month, too', () => {
    const subjectOf = (one: EditionCardContent) => {
      const button = buttonsOf(cardOf(one)).at(-1);
      return button?.type === 'Action.Submit' && [button.data.verb, button.data.subjectId];
    };
    expect(subjectOf(content)).toEqual(['proposal.new', nothing]);
    expect(subjectOf({ ...content, voices: [praise] })).toEqual(['proposal.new', praise.voiceId]);
    for (const audience of ['person', 'department'] as const) {
      expect(subjectOf({ ...content, audience, state: 'closed' })).toEqual(['proposal.new', nothing]);
    }
    expect(buttonsOf(cardOf({ ...content, voices: [praise] }, false)).at(-1)).toMatchObject({
      type: 'Action.OpenUrl',
      url: `${publicUrl}/propose?voice=${praise.voiceId}`,
    });
  });

  it.each(['ja', 'en'] as const)('carries improvements in one quiet line that opens them (%s)', (locale) => {
    const examples = ['次の連絡の日をお伝えします *太字*', 'あ'.repeat(200)];
    const one = { ...content, locale, examples };
    const card = cardOf(one);
    expect(adaptiveCardSchema.safeParse(card).error?.issues ?? []).toEqual([]);
    const words = visibleWords(card).join('');
    expect(words).toContain('次の連絡の日をお伝えします *太字*');
    expect(words).not.toContain('あ'.repeat(41));
    expect(JSON.stringify(card)).not.toMatch(/"TextBlock","text":"[^"]*太字/);
    const [line] = buttonsOf(card).filter(
      (button) => button.type === 'Action.Submit' && button.data.verb === 'examples.open',
    );
    expect(line?.tooltip).toBe(locale === 'ja' ? '改善事例を見る' : 'See the improvements');
    expect(JSON.stringify(cardOf(one, false))).toContain(`${publicUrl}/examples`);
    expect(JSON.stringify(cardOf({ ...one, state: 'cancelled' }))).not.toContain('太字');
  });

  it('has no button once it is cancelled or all is withdrawn', () => {
    expect(buttonsOf(cardOf({ ...content, state: 'cancelled' }))).toEqual([]);
    expect(buttonsOf(cardOf({ ...content, voices: [], withdrawn: 2 }))).toEqual([]);
  });

  it('loses the quote of a withdrawn voice and says why', () => {
    const words = visibleWords(cardOf({ ...content, voices: [praise], withdrawn: 1 })).join('\n');
    expect(words).not.toContain('忘れられて');
    expect(words).toContain('公開を停止した声があります。');
    const none = visibleWords(cardOf({ ...content, voices: [], withdrawn: 2 })).join('\n');
    expect(none).toContain('この月の声は公開を停止しました。お聴きいただけません。');
  });

  it.each([
    [
      { kind: 'count', heard: 3, target: 25 },
      'この職場では、25人のうち3人の方が、今月の声をすべて聴きました。',
    ],
    [{ kind: 'count', heard: 0, target: 25 }, 'どうぞ、ご一緒に聴いてみてください。'],
    [{ kind: 'band', band: 'none' }, 'どうぞ、ご一緒に聴いてみてください。'],
    [{ kind: 'band', band: 'some' }, 'この職場では、今月の声をすべて聴いた方がいます。'],
    [{ kind: 'band', band: 'half' }, 'この職場では、半数以上の方が、今月の声をすべて聴きました。'],
  ] as const)('of a department says how many have heard all of it: %j', (progress, words) => {
    expect(visibleWords(cardOf({ ...content, audience: 'department', progress }))).toContain(words);
  });

  it('of a department names the month once it is over, and invites to nothing that is', () => {
    const over = { ...content, audience: 'department', state: 'closed' } as const;
    const reached = cardOf({ ...over, progress: { kind: 'count', heard: 3, target: 25 } });
    expect(visibleWords(reached)).toContain(
      'この職場では、25人のうち3人の方が、12月の声をすべて聴きました。',
    );
    const nobody = visibleWords(cardOf({ ...over, progress: { kind: 'band', band: 'none' } }));
    expect(nobody.join()).not.toContain('どうぞ');
  });

  it('names a kind that was removed from the settings by its key', () => {
    const words = visibleWords(cardOf({ ...content, voices: [{ ...voice, kind: 'hearsay' }] })).join('\n');
    expect(words).toContain('hearsay');
  });
});

describe('other cards', () => {
  const talks: Talk[] = [
    'help',
    'notUnderstood',
    'welcome',
    'noEdition',
    'stranger',
    'records',
    'personalOnly',
  ];
  const locales = ['ja', 'en'] as const;

  it.each(talks.flatMap((talk) => locales.map((locale) => [talk, locale] as const)))(
    '%s in %s is an Adaptive Card 1.5 with words',
    (talk, locale) => {
      const card = talkCard(talk, locale, publicUrl, settings.programmeName[locale]);
      expect(adaptiveCardSchema.safeParse(card).error?.issues ?? []).toEqual([]);
      expect(visibleWords(card).join('')).not.toMatch(/\{\{|talk\./);
      expect(visibleWords(card).at(-1)).toContain(`${publicUrl}/records`);
    },
  );

  it.each(locales)('notices in %s are Adaptive Cards 1.5 with words', (locale) => {
    for (const notice of ['editionMissed', 'editionNoVoiceLeft'] as const) {
      const values = { month: '2026-12', dueOn: '2026-12-18' };
      const one: NoticeContent = { card: 'notice', locale, notice, values };
      const activity = cardActivity(one, surroundings);
      expect(adaptiveCardSchema.safeParse(activity.attachments[0].content).error?.issues ?? []).toEqual([]);
      expect(visibleWords(activity.attachments[0].content).join('')).not.toMatch(/\{\{|notice\./);
    }
  });
});
