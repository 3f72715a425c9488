import { describe, expect, it } from 'vitest';
import { inChannel, personal, postActivity, pressesButton, says } from '../../support/activities.ts';
import { adaptiveCardSchema, buttonsOf, cardOf, visibleWords } from '../../support/adaptiveCard.ts';
import { withChats } from '../../support/chats.ts';
import type { PersonName } from '../../support/company.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/testApp.ts';

const open = () => openTestApp({ listening: true, working: false });

/** What the bot answers to somebody in their own chat. */
async function answer(t: TestApp, who: PersonName, words: string) {
  expect((await postActivity(t, personal(t, t.people[who], says(words)))).status).toBe(200);
  const card = cardOf(t.stub.messages.at(-1)?.activity);
  expect(adaptiveCardSchema.safeParse(card).error?.issues ?? []).toEqual([]);
  return { words: visibleWords(card), buttons: buttonsOf(card) };
}

const pages = ['みんなの気づき', '課題', '引継ぎ', '参加状況', '進行ガイド'];
const notTheirs = 'ありがとうございます。こちらは、担当の方のためのページです。';

describe('the pages of one’s work', () => {
  it.each<[PersonName, string[]]>([
    ['asagi', ['みんなの気づき', '課題', '参加状況', '進行ガイド']],
    ['kiryu', ['みんなの気づき', '課題', '参加状況']],
    ['kitta', ['みんなの気づき', '課題', '引継ぎ', '参加状況']],
    ['enoki', ['参加状況']],
    ['kajiura', []],
  ])('%s is sent the button of those that are theirs, and help names them', async (who, theirs) => {
    const t = await open();
    await withChats(t, who);
    for (const page of pages) {
      const { words, buttons } = await answer(t, who, page);
      expect([page, words[0]]).toEqual([page, theirs.includes(page) ? page : notTheirs]);
      expect(buttons).toHaveLength(theirs.includes(page) ? 1 : 0);
    }
    const help = (await answer(t, who, 'ヘルプ')).words.join();
    expect(pages.filter((page) => help.includes(`**${page}**`))).toEqual(theirs);
  });

  it('open with the button, for who pressed it', async () => {
    const t = await open();
    await withChats(t, 'kitta');
    const { buttons } = await answer(t, 'kitta', '引継ぎ');
    const [button] = buttons;
    if (button?.type !== 'Action.Submit') throw new Error('a button that opens a dialog is expected');
    const opened = await postActivity(t, personal(t, t.people.kitta, pressesButton(button.data)));
    const { url, title } = (opened.body as { task: { value: { url: string; title: string } } }).task.value;
    expect(title).toBe('引継ぎ');
    expect(url).toContain(`${publicUrl}/referrals?in=teams`);
    expect(url).toContain('#link=');
  });

  it('are not answered in a channel', async () => {
    const t = await open();
    const asked = inChannel(t, t.people.enoki, 'kikidoki-team', says('<at>聴きどき</at> 参加状況'));
    await postActivity(t, asked);
    const words = visibleWords(cardOf(t.stub.messages.at(-1)?.activity));
    expect(words[0]).toBe('ありがとうございます。こちらは個人チャットでお応えします。');
  });
});
