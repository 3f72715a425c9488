import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  listReferrals,
  openTheme,
  passOnReferral,
  readReferral,
  referFromDiscussion,
  referInsight,
  showDesk,
  suggestProposal,
  takeReferral,
} from '../../../src/domain/discussions/index.ts';
import { mayNameDepartment } from '../../../src/domain/discussions/referrals/places.rules.ts';
import { readSettings } from '../../../src/platform/settings.ts';
import { pageOf } from '../../support/discussions.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';
import { madeTheme, monthOfInsights, readByAsagi, written } from '../../support/themes.ts';

/** 御園 reads what is about misconduct; 堤 what whistle-blowers write. */
const officeReaders = {
  complaint: { roles: ['triager' as const], people: [] },
  misconduct: { roles: [], people: ['A0033'] },
  whistleblowing: { roles: [], people: ['A0040'] },
};
const withReaders = { settings: { officeReaders } };

const everything = async (t: TestApp, discussionId: string, who: 'enoki' | 'sena') =>
  JSON.stringify(await pageOf(t, who, discussionId), (_, value) =>
    value instanceof Map ? [...value] : value instanceof Set ? [...value] : value,
  );

describe('a hand-over', () => {
  it('takes an insight out of everything that others read', async () => {
    const t = await openTestApp({ working: false, ...withReaders });
    const { motor, ids } = await monthOfInsights(t);
    const themeId = await madeTheme(t, [ids.sena, ids.kajiura]);
    await suggestProposal(t.as('enoki'), {
      discussionId: motor,
      source: 'insight',
      sourceId: ids.sena,
      suggested: true,
    });
    await referInsight(t.as('kitta'), { insightId: ids.sena, office: 'complaint' });

    for (const who of ['enoki', 'sena'] as const)
      expect(await everything(t, motor, who)).not.toContain(written.sena);
    const { shared } = await pageOf(t, 'enoki', motor);
    expect(shared.groups.flatMap((group) => group.insights)).toHaveLength(2);
    expect(shared.feelings[0]?.counts.get('let_down')).toBeUndefined();
    expect(shared.discussion.insightCount).toBe(4);
    expect(await t.ctx.db.proposalSuggestion.count()).toBe(0);
    expect((await readByAsagi(t)).map(({ id }) => id)).not.toContain(ids.sena);
    expect((await openTheme(t.as('asagi'), themeId)).insights).toBe(1);
    const row = await t.ctx.db.insight.findUniqueOrThrow({ where: { id: ids.sena } });
    expect([row.state, row.authorId, row.groupId]).toEqual(['referred', null, null]);
  });

  it('is read by the readers of that office alone, each reading on the record', async () => {
    const t = await openTestApp({ working: false, ...withReaders });
    const { ids } = await monthOfInsights(t);
    await referInsight(t.as('asagi'), { insightId: ids.tokita, office: 'misconduct' });
    expect((await listReferrals(t.as('misono'))).map(({ insightId }) => insightId)).toEqual([ids.tokita]);
    const page = await readReferral(t.as('misono'), ids.tokita);
    await readReferral(t.as('misono'), ids.tokita);
    expect(page.insight.why).toBe(written.tokita);
    expect(JSON.stringify(page)).not.toContain(t.people.tokita.id);
    // Withheld from the workplace: what would tell whose it is there would tell it here.
    expect(page.department).toBeNull();
    expect(page.departmentKind).toBe('claims');
    await referInsight(t.as('asagi'), { insightId: ids.sena, office: 'misconduct' });
    expect((await readReferral(t.as('misono'), ids.sena)).department?.code).toBe('CL-AUTO1');
    expect(await t.ctx.db.auditEntry.count({ where: { act: 'discussions.readReferral' } })).toBe(3);
    // 橘田 reads for another office, 浅葱 handed it over and reads for none.
    await expect(readReferral(t.as('kitta'), ids.tokita)).rejects.toThrow('referral.notFound');
    await expect(readReferral(t.as('asagi'), ids.tokita)).rejects.toThrow('referral.notReader');
    await expect(listReferrals(t.as('enoki'))).rejects.toThrow('referral.notReader');
    expect(await listReferrals(t.as('kitta'))).toEqual([]);
  });

  it('names no department that is small', () => {
    expect([4, 5].map((people) => mayNameDepartment(people))).toEqual([false, true]);
    expect(mayNameDepartment(500, { withheld: true })).toBe(false);
  });

  it('is refused where nobody would read it, or only colleagues', async () => {
    const t = await openTestApp({ working: false });
    const { ids } = await monthOfInsights(t);
    await expect(
      referInsight(t.as('kitta'), { insightId: ids.tokita, office: 'whistleblowing' }),
    ).rejects.toThrow('referral.noReader');
    expect(await readByAsagi(t)).toHaveLength(5);

    const colleagues = { misconduct: { roles: [], people: ['A0007'] } };
    const other = await openTestApp({ working: false, settings: { officeReaders: colleagues } });
    const month = await monthOfInsights(other);
    await expect(
      referInsight(other.as('kitta'), { insightId: month.ids.tokita, office: 'misconduct' }),
    ).rejects.toThrow('referral.noReader');
    await referInsight(other.as('kitta'), { insightId: month.ids.shiomi, office: 'misconduct' });
    expect(await listReferrals(other.as('kajiura'))).toHaveLength(1);
  });

  it('about colleagues is read by people who were named, never by all of a role', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kikidoki-settings-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const read = (readers: object) => {
      writeFileSync(join(folder, 'settings.json'), JSON.stringify({ officeReaders: readers }));
      return readSettings(folder).officeReaders;
    };
    expect(read({ misconduct: { people: ['A0033'] } })).toMatchObject({
      complaint: { roles: ['triager'] },
      misconduct: { roles: [], people: ['A0033'] },
    });
    for (const office of ['misconduct', 'whistleblowing'])
      expect(() => read({ [office]: { roles: ['curator'] } })).toThrow('settings.invalid');
  });

  it('is a leader’s too, from their own discussion, of what they see', async () => {
    const t = await openTestApp({ working: false, ...withReaders });
    const { motor, minato, ids } = await monthOfInsights(t);
    const refer = (who: 'enoki' | 'sena' | 'shiomi', discussionId: string, insightId: string) =>
      referFromDiscussion(t.as(who), { discussionId, insightId, office: 'complaint' });
    await expect(refer('sena', motor, ids.kajiura)).rejects.toThrow('discussion.notLeader');
    await expect(refer('shiomi', motor, ids.kajiura)).rejects.toThrow('discussion.notMember');
    await expect(refer('shiomi', minato, ids.kajiura)).rejects.toThrow('discussion.insightGone');
    await expect(refer('enoki', motor, ids.tokita)).rejects.toThrow('discussion.insightGone');
    await refer('enoki', motor, ids.kajiura);
    await refer('enoki', motor, ids.kajiura);
    expect(await listReferrals(t.as('kitta'))).toHaveLength(1);
    expect(await everything(t, motor, 'enoki')).not.toContain(written.kajiura);
    const [line] = await t.ctx.db.auditEntry.findMany({ where: { act: 'discussions.referInsight' } });
    expect(line?.detail).toEqual({ office: 'complaint' });
  });

  it('takes an empty group with it, with its votes and its suggestion', async () => {
    const t = await openTestApp({ working: false, ...withReaders });
    const { minato, ids } = await monthOfInsights(t);
    const [group] = (await pageOf(t, 'shiomi', minato)).shared.groups;
    await suggestProposal(t.as('shiomi'), {
      discussionId: minato,
      source: 'group',
      sourceId: group?.id ?? '',
      suggested: true,
    });
    await referInsight(t.as('asagi'), { insightId: ids.shiomi, office: 'complaint' });
    expect((await pageOf(t, 'shiomi', minato)).shared.groups).toEqual([]);
    expect(await t.ctx.db.proposalSuggestion.count()).toBe(0);
  });

  it('tells readers quietly that something waits: no word of it, once a day', async () => {
    const t = await openTestApp(withReaders);
    const { ids } = await monthOfInsights(t);
    await referInsight(t.as('asagi'), { insightId: ids.sena, office: 'misconduct' });
    await referInsight(t.as('asagi'), { insightId: ids.tokita, office: 'misconduct' });
    await t.settled();
    const notices = t.stub
      .messagesOf(t.people.misono.entraObjectId ?? '')
      .map((message) => JSON.stringify(message))
      .filter((text) => text.includes('引継ぎ'));
    expect(notices).toHaveLength(1);
    for (const hint of [written.sena, written.tokita, 'コンプライアンス', '自動車保険金'])
      expect(notices[0]).not.toContain(hint);
    expect((await showDesk(t.as('misono'))).referrals).toBe(2);
    expect((await showDesk(t.as('sena'))).referrals).toBeNull();
  });

  it('is taken on by one, or passed on to the office that it belongs to', async () => {
    const t = await openTestApp({ working: false, ...withReaders });
    const { ids } = await monthOfInsights(t);
    await referInsight(t.as('asagi'), { insightId: ids.tokita, office: 'complaint' });
    await takeReferral(t.as('kitta'), ids.tokita);
    expect((await listReferrals(t.as('kitta'))).map(({ takenBy }) => takenBy?.ja)).toEqual([
      t.people.kitta.name,
    ]);
    await passOnReferral(t.as('kitta'), { insightId: ids.tokita, office: 'misconduct' });
    await expect(readReferral(t.as('kitta'), ids.tokita)).rejects.toThrow('referral.notFound');
    expect((await listReferrals(t.as('misono'))).map(({ takenBy }) => takenBy)).toEqual([null]);
  });
});
