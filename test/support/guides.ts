import { editGuide } from '../../src/domain/discussions/index.ts';
import type { PersonName, VoiceName } from './company.ts';
import type { TestApp } from './testApp.ts';

/** A guide as 浅葱 writes it for the complaint of three weeks without news. */
export const guideOfNoNews = {
  opening: {
    ja: 'お集まりいただき、ありがとうございます。三週間お待ちになったお客さまの声です。',
    en: 'Thank you all for coming. This customer had waited for three weeks.',
  },
  prompts: [
    {
      ja: 'お待ちいただいている間、お客さまには何が見えていて、何が見えていなかったのでしょうか。',
      en: 'While this customer waited, what could they see, and what could they not see?',
    },
    {
      ja: '私たちの仕事で、返事をお待たせしているのはどなたでしょうか。',
      en: 'Who is waiting for an answer from us?',
    },
  ],
  listenFor: {
    ja: '社内で待っている方の話が出たら、ゆっくり聴いてみてください。',
    en: 'If somebody speaks of colleagues who wait, take your time.',
  },
  closing: {
    ja: 'ひとつだけ選んで終わりにしましょう。ありがとうございました。',
    en: 'Let us choose just one thing. Thank you.',
  },
};

export interface SavedGuide {
  who?: PersonName;
  voice?: VoiceName;
  change?: Partial<typeof guideOfNoNews>;
  seenAt?: Date | null;
}

/** 浅葱 (or somebody else) writes a guide. */
export async function writeGuide(t: TestApp, saved: SavedGuide = {}): Promise<void> {
  const { who = 'asagi', voice = 'noNews', change = {}, seenAt = null } = saved;
  await editGuide(t.as(who), {
    voiceId: t.voices[voice],
    guide: { ...guideOfNoNews, ...change },
    seenAt,
  });
}
