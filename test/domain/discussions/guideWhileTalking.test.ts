import { describe, expect, it } from 'vitest';
import { goStep, startDiscussion, wrapUp } from '../../../src/domain/discussions/index.ts';
import { cardOf, visibleWords } from '../../support/adaptiveCard.ts';
import { pageOf, revealedDiscussion, waitingDiscussion } from '../../support/discussions.ts';
import { guideOfNoNews, writeGuide } from '../../support/guides.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const [first, second] = guideOfNoNews.prompts as [{ ja: string; en: string }, { ja: string; en: string }];
const third = { ja: '明日から、何を変えられるでしょうか。', en: 'What could we change from tomorrow?' };

/** 榎 and the others have gone on to this step (from 0) of a walk of six: the library's three prompts. */
async function talkingAt(t: TestApp, step: number): Promise<string> {
  const discussionId = await revealedDiscussion(t);
  for (let from = 1; from < step; from += 1) await goStep(t.as('enoki'), { discussionId, from, to: 'next' });
  return discussionId;
}

const walk = async (t: TestApp, discussionId: string) => {
  const { shared } = await pageOf(t, 'sena', discussionId);
  const { step, state } = shared.discussion;
  return { state, n: step + 1, of: shared.steps.length, ...shared.steps[step] };
};

/** What the channel's card says. */
async function card(t: TestApp): Promise<string> {
  t.clock.advance({ seconds: 3 });
  await t.settled();
  const message = t.stub
    .messagesIn('kikidoki-team')
    .filter((one) => JSON.stringify(one.versions[0]).includes('discussion.open'))
    // The month's card has that button too.
    .filter((one) => !JSON.stringify(one.versions[0]).includes('voice.listen'))
    .at(-1);
  return visibleWords(cardOf(message?.activity)).join('\n');
}

describe('a guide that is written anew while it is talked about', () => {
  it('shows the new words on the page and the card, at the step where they are', async () => {
    const t = await openTestApp();
    const discussionId = await talkingAt(t, 2);
    const { revision } = (await pageOf(t, 'sena', discussionId)).shared.discussion;
    await writeGuide(t);
    expect(await card(t)).toContain(first.ja);
    expect(await card(t)).toContain('ステップ 3 / 5');
    expect(await walk(t, discussionId)).toMatchObject({ n: 3, of: 5, words: first });
    // Pages that are open fetch it.
    expect((await pageOf(t, 'sena', discussionId)).shared.discussion.revision).toBeGreaterThan(revision);
  });

  it('with fewer prompts leaves nobody behind its end', async () => {
    const t = await openTestApp();
    const discussionId = await talkingAt(t, 4);
    await writeGuide(t, { change: { prompts: [first] } });
    expect(await walk(t, discussionId)).toMatchObject({ state: 'talking', n: 4, of: 4, kind: 'closing' });
    expect(await card(t)).toContain('ステップ 4 / 4');
    expect(await card(t)).toContain(guideOfNoNews.closing.ja);
    // Somebody's page still shows step 5 of 6.
    await goStep(t.as('enoki'), { discussionId, from: 4, to: 'back' });
    expect(await walk(t, discussionId)).toMatchObject({ n: 3, of: 4, words: first });
    await goStep(t.as('enoki'), { discussionId, from: 2, to: 'next' });
    await goStep(t.as('enoki'), { discussionId, from: 3, to: 'next' });
    expect(await walk(t, discussionId)).toMatchObject({ n: 4, of: 4 });
    const report = { understood: 'よく分かりました。', participants: 9, heldOn: '2026-12-01', actions: [] };
    await wrapUp(t.as('enoki'), { discussionId, ...report });
  });

  it('with more prompts does not call back who is about to close', async () => {
    const t = await openTestApp();
    const seenAt = t.clock.now();
    await writeGuide(t, { change: { prompts: [first] } });
    const discussionId = await talkingAt(t, 3);
    expect(await walk(t, discussionId)).toMatchObject({ kind: 'closing', n: 4, of: 4 });
    await writeGuide(t, { seenAt, change: { prompts: [first, second, third] } });
    expect(await walk(t, discussionId)).toMatchObject({ kind: 'closing', n: 6, of: 6 });
    expect(await card(t)).toContain('ステップ 6 / 6');
  });

  it('is the question of 「5分で」 from then on', async () => {
    const t = await openTestApp();
    const discussionId = await waitingDiscussion(t);
    await startDiscussion(t.as('enoki'), { discussionId, mode: 'short', isAsync: false, revealAt: null });
    await writeGuide(t);
    expect(await card(t)).toContain(first.ja);
  });
});
