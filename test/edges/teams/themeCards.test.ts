import { describe, expect, it } from 'vitest';
import type { NoticeContent, ThemeContent } from '../../../src/domain/ports.ts';
import { cardActivity } from '../../../src/edges/teams/cards/cardActivity.ts';
import { defaultSettings } from '../../../src/platform/settings.ts';
import { adaptiveCardSchema, visibleWords } from '../../support/adaptiveCard.ts';
import { largestPayload, payloadSize } from '../../support/stubLimits.ts';

const surroundings = {
  publicUrl: 'https://kikidoki.asanagi.example',
  settings: defaultSettings(),
  opensDialogs: true,
};
const theme: ThemeContent = {
  card: 'theme',
  locale: 'ja',
  to: 'department',
  month: '2026-12',
  title: '[押してください](https://evil.example) **見通し**',
  owner: { ja: '火災保険金サービス課', en: 'Property Claims Service Centre' },
  cause: '案内の順番が決まっていませんでした。',
  answer: '最初のお電話で、次にご連絡する日をお伝えします。',
};

describe('the cards of themes', () => {
  const variants = (['ja', 'en'] as const).flatMap((locale) =>
    (['department', 'owner'] as const).flatMap((to) => [
      { ...theme, locale, to },
      { ...theme, locale, to, owner: null, cause: '', answer: '' },
      { ...theme, locale, to, cause: 'あ'.repeat(1_000), answer: 'い'.repeat(1_000) },
    ]),
  );

  it.each(variants)('are Adaptive Cards 1.5 with words: $locale, to the $to', (content) => {
    const activity = cardActivity(content, surroundings);
    const card = activity.attachments[0].content;
    expect(adaptiveCardSchema.safeParse(card).error?.issues ?? []).toEqual([]);
    expect(visibleWords(card).join('')).not.toMatch(/\{\{|theme\.\w/);
    expect(payloadSize(activity)).toBeLessThan(largestPayload);
  });

  it('show people’s words as they are, and keep them out of the activity feed', () => {
    const activity = cardActivity(theme, surroundings);
    const runs = JSON.stringify(activity.attachments[0].content.body);
    expect(runs).toContain(`{"type":"TextRun","text":"${theme.title}"`);
    expect(activity.summary).not.toContain('見通し');
  });

  it.each(['ja', 'en'] as const)('the notice of a hand-over in %s says that something waits', (locale) => {
    const notice: NoticeContent = { card: 'notice', locale, notice: 'referralWaiting', values: {} };
    const card = cardActivity(notice, surroundings).attachments[0].content;
    expect(adaptiveCardSchema.safeParse(card).error?.issues ?? []).toEqual([]);
    expect(visibleWords(card).join('')).not.toMatch(/\{\{|notice\.|undefined|Invalid/);
  });
});
