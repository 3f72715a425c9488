import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  addInsights,
  editTheme,
  hideInsight,
  listThemes,
  makeTheme,
  openTheme,
  readInsights,
  removeInsight,
  tellDepartments,
} from '../../../src/domain/discussions/index.ts';
import { quotesAny } from '../../../src/domain/discussions/themes/quotes.rules.ts';
import type { PersonName } from '../../support/company.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';
import { madeTheme, monthOfInsights, written } from '../../support/themes.ts';

type Edit = Partial<Omit<Parameters<typeof editTheme>[1], 'themeId'>>;

/** Somebody changes a part of a theme. */
async function edit(t: TestApp, who: PersonName, themeId: string, change: Edit): Promise<void> {
  const { theme } = await openTheme(t.as('asagi'), themeId);
  const { title, ownerDepartmentId, cause, answer, version } = theme;
  await editTheme(t.as(who), { themeId, title, ownerDepartmentId, cause, answer, version, ...change });
}

async function tell(t: TestApp, themeId: string): Promise<void> {
  const { theme } = await openTheme(t.as('asagi'), themeId);
  await tellDepartments(t.as('asagi'), { themeId, version: theme.version });
}

const cardsIn = (t: TestApp, channel: string) =>
  t.stub
    .messagesIn(channel)
    .map((message) => JSON.stringify(message))
    .filter((text) => text.includes('課題が生まれました'));
const motorChannel = 'kikidoki-team';
const minatoChannel = 'kikidoki-channel-2';

describe('a theme', () => {
  it('is made of a topic, once for two presses', async () => {
    const t = await openTestApp({ working: false });
    await monthOfInsights(t);
    const { topics } = await readInsights(t.as('asagi'), '2026-12', {});
    const topicId = topics[0]?.topic?.id ?? '';
    const theme = { themeId: randomUUID(), month: '2026-12', title: '連絡の見通し' };
    const from = { topicId, month: '2026-12', search: {} };
    await makeTheme(t.as('kitta'), { ...theme, from });
    await makeTheme(t.as('kitta'), { ...theme, from });
    const { themes } = await listThemes(t.as('kiryu'));
    expect(themes.map((one) => [one.theme.title, one.insights, one.state])).toEqual([
      ['連絡の見通し', topics[0]?.count, 'open'],
    ]);
    await expect(
      makeTheme(t.as('kitta'), {
        ...theme,
        themeId: randomUUID(),
        from: { topicId: randomUUID(), month: '2026-12', search: {} },
      }),
    ).rejects.toThrow('theme.topicGone');
    await expect(
      makeTheme(t.as('kitta'), { ...theme, themeId: randomUUID(), from: { insightIds: [randomUUID()] } }),
    ).rejects.toThrow('theme.empty');
  });

  it('takes of a topic what the search finds', async () => {
    const t = await openTestApp({ working: false });
    await monthOfInsights(t);
    const { topics } = await readInsights(t.as('asagi'), '2026-12', { words: '支払' });
    const themeId = randomUUID();
    await makeTheme(t.as('asagi'), {
      themeId,
      month: '2026-12',
      title: 'お支払い',
      from: { topicId: topics[0]?.topic?.id ?? '', month: '2026-12', search: { words: '支払' } },
    });
    expect((await openTheme(t.as('asagi'), themeId)).read?.insights.map(({ why }) => why).sort()).toEqual(
      [written.mizusawa, written.kajiura].sort(),
    );
  });

  it('takes insights in and gives them back', async () => {
    const t = await openTestApp({ working: false });
    const { ids } = await monthOfInsights(t);
    const themeId = await madeTheme(t, [ids.sena]);
    await addInsights(t.as('kitta'), { themeId, from: { insightIds: [ids.mizusawa, ids.sena] } });
    await removeInsight(t.as('asagi'), { themeId, insightId: ids.sena });
    const { read } = await openTheme(t.as('kiryu'), themeId);
    expect(read?.insights.map(({ id }) => id)).toEqual([ids.mizusawa]);
    expect(read?.insights[0]?.themes).toEqual([{ id: themeId, title: 'お支払いまでの見通しをお伝えする' }]);
  });

  it('is not overwritten by who had older words before them', async () => {
    const t = await openTestApp({ working: false });
    const { ids } = await monthOfInsights(t);
    const themeId = await madeTheme(t, [ids.sena]);
    await edit(t, 'asagi', themeId, { cause: '案内の順番', version: 0 });
    await expect(edit(t, 'kitta', themeId, { cause: '別の背景', version: 0 })).rejects.toThrow(
      'theme.changed',
    );
    // The same press once more.
    await edit(t, 'asagi', themeId, { cause: '案内の順番', version: 0 });
    expect((await openTheme(t.as('asagi'), themeId)).theme.cause).toBe('案内の順番');
  });

  it('holds no personal data', async () => {
    const t = await openTestApp({ working: false });
    const { ids } = await monthOfInsights(t);
    const themeId = await madeTheme(t, [ids.sena]);
    await edit(t, 'asagi', themeId, { answer: 'お困りの方は090-1234-5678へ。' });
    expect((await openTheme(t.as('asagi'), themeId)).theme.answer).not.toContain('090-1234-5678');
  });

  it('tells the leaders of its owner once, who answer without reading an insight', async () => {
    const t = await openTestApp();
    const { ids } = await monthOfInsights(t);
    const themeId = await madeTheme(t, [ids.sena]);
    const motor = t.departments.motor.id;
    await expect(openTheme(t.as('enoki'), themeId)).rejects.toThrow('forbidden');
    await edit(t, 'asagi', themeId, { ownerDepartmentId: motor });
    await edit(t, 'asagi', themeId, { ownerDepartmentId: t.departments.property.id });
    await edit(t, 'asagi', themeId, { ownerDepartmentId: motor });
    await t.settled();
    const told = (who: PersonName) =>
      t.stub
        .messagesOf(t.people[who].entraObjectId ?? '')
        .filter((message) => JSON.stringify(message).includes('主管部署になりました'));
    expect([told('enoki').length, told('mizusawa').length, told('sena').length]).toEqual([1, 1, 0]);

    await edit(t, 'enoki', themeId, { answer: '初回の電話で次の連絡日をお伝えします。' });
    await expect(edit(t, 'enoki', themeId, { title: '別の題' })).rejects.toThrow('forbidden');
    await expect(edit(t, 'sena', themeId, { answer: '私の答え' })).rejects.toThrow('forbidden');
    const page = await openTheme(t.as('enoki'), themeId);
    expect([page.edits, page.read, page.state]).toEqual(['answer', null, 'answered']);
    expect((await listThemes(t.as('enoki'))).themes).toHaveLength(1);
    await expect(listThemes(t.as('sena'))).rejects.toThrow('forbidden');
  });

  it('is told once per revision, to the departments that wrote about it', async () => {
    const t = await openTestApp();
    const { ids } = await monthOfInsights(t);
    const themeId = await madeTheme(t, [ids.sena]);
    await tell(t, themeId);
    await tell(t, themeId);
    await t.settled();
    expect(cardsIn(t, motorChannel)).toHaveLength(1);
    expect(cardsIn(t, minatoChannel)).toHaveLength(0);

    await addInsights(t.as('asagi'), { themeId, from: { insightIds: [ids.shiomi] } });
    await tell(t, themeId);
    await t.settled();
    expect([cardsIn(t, motorChannel).length, cardsIn(t, minatoChannel).length]).toEqual([1, 1]);
    expect((await openTheme(t.as('asagi'), themeId)).hinders).toBe('nothingNew');

    await edit(t, 'asagi', themeId, { answer: '次の連絡日を、必ずお伝えします。' });
    expect((await openTheme(t.as('asagi'), themeId)).state).toBe('answered');
    const { theme } = await openTheme(t.as('asagi'), themeId);
    const press = () => tellDepartments(t.as('asagi'), { themeId, version: theme.version });
    await Promise.all([press(), press()]);
    await t.settled();
    expect([cardsIn(t, motorChannel).length, cardsIn(t, minatoChannel).length]).toEqual([2, 2]);
    expect((await openTheme(t.as('asagi'), themeId)).state).toBe('told');
    const last = cardsIn(t, motorChannel).at(-1) ?? '';
    expect(last).toContain('次の連絡日を、必ずお伝えします。');
    for (const hint of [written.sena, t.people.sena.name, t.people.asagi.name])
      expect(last).not.toContain(hint);
  });

  it('waits for working hours, and then says what was told and nothing that was written since', async () => {
    const t = await openTestApp();
    const { ids } = await monthOfInsights(t);
    const themeId = await madeTheme(t, [ids.sena]);
    t.clock.advance({ hours: 10 });
    await tell(t, themeId);
    await edit(t, 'asagi', themeId, { answer: 'まだ決めていない答え' });
    await t.settled();
    expect(cardsIn(t, motorChannel)).toHaveLength(0);
    t.clock.advance({ hours: 15 });
    await t.ctx.queue.enqueue(t.ctx.db, 'dispatch.wake', {}, randomUUID());
    await t.settled();
    expect(cardsIn(t, motorChannel)).toHaveLength(1);
    expect(cardsIn(t, motorChannel)[0]).not.toContain('まだ決めていない答え');
  });

  it('is not told where the message alone would say what somebody wrote in confidence', async () => {
    const t = await openTestApp();
    const { motor, ids } = await monthOfInsights(t);
    const themeId = await madeTheme(t, [ids.tokita]);
    expect((await openTheme(t.as('asagi'), themeId)).departments).toEqual({ reached: 0, spared: 1 });
    await expect(tell(t, themeId)).rejects.toThrow('theme.nobodyToTell');
    await addInsights(t.as('asagi'), { themeId, from: { insightIds: [ids.shiomi, ids.kajiura] } });
    await hideInsight(t.as('enoki'), { discussionId: motor, insightId: ids.kajiura, hidden: true });
    await tell(t, themeId);
    await t.settled();
    expect([cardsIn(t, motorChannel).length, cardsIn(t, minatoChannel).length]).toEqual([0, 1]);
  });

  it('never quotes an insight', async () => {
    const t = await openTestApp({ working: false });
    const { ids } = await monthOfInsights(t);
    const themeId = await madeTheme(t, [ids.sena]);
    await edit(t, 'asagi', themeId, { cause: `「${written.sena}」というお声` });
    expect((await openTheme(t.as('asagi'), themeId)).hinders).toBe('quotes');
    await expect(tell(t, themeId)).rejects.toThrow('theme.quotes');
    expect(quotesAny(['支払いの見通しを'], ['支払いの見通しを、お伝えしたい'])).toBe(false);
    expect(quotesAny(['何度も同じ 説明をするのは、つらかった'], [written.sena])).toBe(true);
  });

  it('is not told in words that the teller did not have before them', async () => {
    const t = await openTestApp({ working: false });
    const { ids } = await monthOfInsights(t);
    const themeId = await madeTheme(t, [ids.sena]);
    await edit(t, 'kitta', themeId, { answer: '答え' });
    await expect(tellDepartments(t.as('asagi'), { themeId, version: 0 })).rejects.toThrow('theme.changed');
  });
});
