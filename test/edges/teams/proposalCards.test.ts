import { describe, expect, it } from 'vitest';
import type { Content } from '../../../src/domain/ports.ts';
import type {
  OwnProposalsContent,
  ProposalDraftContent,
  ProposalNewsContent,
  ProposalSentContent,
} from '../../../src/domain/proposalContents.ts';
import { actingActionSchema, cardActionSchema } from '../../../src/edges/teams/actions/cardAction.ts';
import { cardActivity } from '../../../src/edges/teams/cards/cardActivity.ts';
import { proposeElsewhereCard } from '../../../src/edges/teams/cards/proposalDraft.card.ts';
import { defaultSettings } from '../../../src/platform/settings.ts';
import { adaptiveCardSchema, buttonsOf, inputsOf, visibleWords } from '../../support/adaptiveCard.ts';
import { payloadSize } from '../../support/stubLimits.ts';

const surroundings = {
  publicUrl: 'https://kikidoki.asanagi.example',
  settings: defaultSettings(),
  opensDialogs: true,
};
const id = '0199f5d2-0000-7000-8000-000000000001';
const evil = '*太字* [リンク](https://evil.example) <at>全員</at>';
const locales = ['ja', 'en'] as const;

const form: ProposalDraftContent = {
  card: 'proposalDraft',
  locale: 'ja',
  proposalId: id,
  words: { change: '', today: '', effect: '' },
  anonymous: false,
  why: 'new',
  isCut: false,
  masks: [],
  number: null,
};
const receipt: ProposalSentContent = {
  card: 'proposalSent',
  locale: 'ja',
  proposalId: id,
  number: 'K-2026-00123',
  answerDueOn: '2026-12-25',
  anonymous: false,
  masks: [],
};
const question: ProposalNewsContent = {
  card: 'proposalNews',
  locale: 'ja',
  to: 'proposer',
  proposalId: id,
  number: 'K-2026-00123',
  title: `次の連絡日 ${evil}`,
  news: 'asked',
  state: 'asking',
  words: `いつのことでしょうか。${evil}`,
  day: null,
  questionId: '0199f5d2-0000-7000-8000-000000000009',
};
const own: OwnProposalsContent = {
  card: 'ownProposals',
  locale: 'ja',
  proposals: Array.from({ length: 8 }, (_, n) => ({
    proposalId: id,
    number: `K-2026-0000${n}`,
    title: `次の連絡日 ${evil}`.slice(0, 120),
    state: (['received', 'asking', 'declined'] as const)[n % 3] ?? 'received',
    anonymous: n % 2 === 0,
    answerDueOn: n % 3 < 2 ? '2026-12-25' : null,
  })),
  more: 3,
  followed: [],
  moreFollowed: 0,
};

const forms = (['new', 'draft', 'masked', 'empty', 'another'] as const).flatMap((why) =>
  [false, true].map((filled) => ({
    ...form,
    why,
    anonymous: filled,
    isCut: filled,
    words: filled ? { change: 'あ'.repeat(2_000), today: evil, effect: 'い'.repeat(2_000) } : form.words,
    masks: why === 'masked' ? ['【氏名】', '【電話番号】'] : [],
    number: why === 'another' ? 'K-2026-00001' : null,
  })),
);
/** Every message about a step, to whomever it may go. */
const news: ProposalNewsContent[] = [
  ...(['checking', 'considering', 'on_hold', 'adopted', 'in_progress', 'done', 'declined'] as const).flatMap(
    (state) =>
      (['proposer', 'mergedProposer'] as const).map((to) => ({
        ...question,
        news: 'moved' as const,
        to,
        state,
      })),
  ),
  ...(['asked', 'answered', 'delayed', 'late', 'published'] as const).flatMap((what) =>
    (['proposer', 'mergedProposer'] as const).map((to) => ({ ...question, news: what, to })),
  ),
  ...(['adopted', 'declined', 'done'] as const).map((state) => ({
    ...question,
    news: 'moved' as const,
    to: 'follower' as const,
    state,
  })),
  ...(['merged', 'unmerged', 'joined', 'referred'] as const).map((what) => ({ ...question, news: what })),
  ...(['requestAnswered', 'assigned', 'questionAnswered'] as const).map((what) => ({
    ...question,
    news: what,
    to: 'worker' as const,
  })),
].map((one) => ({ ...one, questionId: null, day: '2026-12-25' }));
const all: Content[] = [
  ...forms,
  receipt,
  { ...receipt, anonymous: true, masks: ['【証券番号】'] },
  question,
  { ...question, questionId: null },
  { ...question, news: 'answered', words: '', questionId: null },
  own,
  { ...own, proposals: [], more: 0 },
  { ...own, followed: own.proposals.slice(0, 4), moreFollowed: 2 },
  ...news,
  {
    card: 'requestsWaiting',
    locale: 'ja',
    requests: Array.from({ length: 5 }, (_, n) => ({
      proposalId: id,
      number: `K-2026-0010${n}`,
      title: `次の連絡日 ${evil}`.slice(0, 120),
      department: { ja: 'みなと支店', en: 'Minato branch' },
      dueOn: '2026-12-10',
    })),
    more: 2,
  },
  {
    card: 'proposalOverdue',
    locale: 'ja',
    proposals: (['answer', 'stage', 'request'] as const).map((what) => ({
      proposalId: id,
      number: 'K-2026-00123',
      title: '次の連絡日',
      state: 'considering' as const,
      what,
      dueOn: '2026-12-10',
    })),
    more: 1,
  },
];

describe('cards of proposing', () => {
  it.each(
    all.flatMap((one, n) =>
      locales.map((locale) => [`${n} ${one.card} ${locale}`, { ...one, locale }] as const),
    ),
  )('%s is an Adaptive Card 1.5 with words', (_name, content) => {
    for (const opensDialogs of [true, false]) {
      const activity = cardActivity(content as Content, { ...surroundings, opensDialogs });
      const [{ content: card }] = activity.attachments;
      expect(adaptiveCardSchema.safeParse(card).error?.issues ?? []).toEqual([]);
      expect(payloadSize(activity)).toBeLessThan(28 * 1024);
      expect(activity.summary).not.toMatch(/K-2026-00123.*電話|太字/);
      for (const words of [activity.summary, ...visibleWords(card)])
        expect(words).not.toMatch(/\{\{|\b(propose|proposal|ownProposals|card)\.\w|undefined|NaN|Invalid/);
      expect(JSON.stringify(card)).not.toMatch(/"TextBlock","text":"[^"]*太字/);
    }
  });

  it.each(locales)('elsewhere in %s is one, too', (locale) => {
    const card = proposeElsewhereCard(locale, surroundings);
    expect(adaptiveCardSchema.safeParse(card).error?.issues ?? []).toEqual([]);
    expect(inputsOf(card)).toEqual({});
  });

  it('carry in their buttons what the door takes, and no words', () => {
    for (const content of all) {
      const [{ content: card }] = cardActivity(content, surroundings).attachments;
      for (const button of buttonsOf(card)) {
        if (button.type === 'Action.OpenUrl') throw new Error('a dialog is opened by Action.Submit');
        expect(cardActionSchema.safeParse(button.data).error?.issues ?? []).toEqual([]);
        expect(
          Object.keys(button.data)
            .filter((key) => key !== 'msteams')
            .sort(),
        ).toEqual(['subjectId', 'v', 'verb']);
      }
    }
  });

  it('hand over what was put in by the names that the door knows', () => {
    const [{ content: card }] = cardActivity({ ...form, why: 'masked' }, surroundings).attachments;
    const [send] = buttonsOf(card);
    const data = send?.type === 'Action.Execute' ? send.data : {};
    const inputs = { ...inputsOf(card), change: 'ことば', keep: 'true' };
    expect(actingActionSchema.parse({ ...data, ...inputs })).toMatchObject({
      verb: 'proposal.send',
      change: 'ことば',
      today: '',
      anonymous: false,
      keep: true,
    });
    expect(Object.keys(inputsOf(card))).toEqual(['change', 'today', 'effect', 'anonymous', 'keep']);
  });

  it('say who could find out an anonymous name, before it is sent', () => {
    const words = (locale: 'ja' | 'en') =>
      visibleWords(cardActivity({ ...form, locale }, surroundings).attachments[0].content).join('');
    expect(words('ja')).toMatch(/サーバーとデータベースの両方を扱う管理者.*理由を残して二人が認めたとき/);
    expect(words('en')).toMatch(/administrator of both server and database.*two people agree/);
  });
});
