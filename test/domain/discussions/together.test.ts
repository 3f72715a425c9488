import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  groupMonths,
  hideInsight,
  readInsights,
  readTopic,
  releaseWithheld,
  revealInsights,
  writeInsight,
} from '../../../src/domain/discussions/index.ts';
import { isWorthGrouping } from '../../../src/domain/discussions/themes/grouping.rules.ts';
import { foldedKinds } from '../../../src/domain/discussions/themes/kinds.rules.ts';
import { closeEdition } from '../../../src/domain/listening/index.ts';
import type { DepartmentName, PersonName } from '../../support/company.ts';
import { write } from '../../support/discussions.ts';
import { openedEdition } from '../../support/editions.ts';
import { openTestApp } from '../../support/testApp.ts';
import { begunDiscussion, monthOfInsights, readByAsagi, written } from '../../support/themes.ts';

const wordsOf = (insights: readonly { why: string; felt: string }[]) =>
  insights.map(({ why, felt }) => why || felt).sort();

describe('all insights, together', () => {
  it('are read by the quality department: shown, hidden and withheld ones', async () => {
    const t = await openTestApp({ working: false });
    const { motor, ids } = await monthOfInsights(t);
    await hideInsight(t.as('enoki'), { discussionId: motor, insightId: ids.kajiura, hidden: true });
    expect(wordsOf(await readByAsagi(t))).toEqual(Object.values(written).sort());
  });

  it('become readable overnight where they were withheld, those of three departments together', async () => {
    const t = await openTestApp({ working: false });
    const editionId = await openedEdition(t);
    const withheldBy = async (department: DepartmentName, leader: PersonName, writer: PersonName) => {
      const discussionId = await begunDiscussion(t, editionId, department, leader);
      await write(t.as(writer), discussionId, { why: `${writer}の気づき`, anonymous: true });
      await revealInsights(t.as(leader), discussionId);
      return discussionId;
    };
    const motor = await withheldBy('motor', 'enoki', 'kajiura');
    await withheldBy('minato', 'shiomi', 'shiomi');
    await releaseWithheld(t.ctx);
    expect(await readByAsagi(t)).toEqual([]);
    await withheldBy('injury', 'iino', 'iino');
    expect(await readByAsagi(t)).toEqual([]);
    await releaseWithheld(t.ctx);
    expect(await readByAsagi(t)).toHaveLength(3);
    // A fourth one is alone again, until the month is over.
    await write(t.as('kajiura'), motor, { why: 'もう一つ', anonymous: true });
    await releaseWithheld(t.ctx);
    expect(await readByAsagi(t)).toHaveLength(3);
    t.clock.set('2026-12-30T10:00:00+09:00');
    await closeEdition(t.ctx, editionId);
    await releaseWithheld(t.ctx);
    expect(await readByAsagi(t)).toHaveLength(4);
  });

  it('are nobody’s while people still write', async () => {
    const t = await openTestApp({ working: false });
    const editionId = await openedEdition(t);
    const motor = await begunDiscussion(t, editionId, 'motor', 'enoki');
    await write(t.as('kajiura'), motor, { why: written.kajiura });
    expect(await readByAsagi(t)).toEqual([]);
    await revealInsights(t.as('enoki'), motor);
    expect(wordsOf(await readByAsagi(t))).toEqual([written.kajiura]);
  });

  it('say neither who wrote them, nor whether under their name, nor where, nor when', async () => {
    const t = await openTestApp({ working: false });
    await monthOfInsights(t);
    const [insight] = await readByAsagi(t);
    expect(Object.keys(insight ?? {}).sort()).toEqual(
      [
        'atMs',
        'change',
        'departmentKind',
        'feelings',
        'felt',
        'id',
        'lineOfBusiness',
        'themes',
        'topicId',
        'voiceId',
        'why',
      ].sort(),
    );
    const page = JSON.stringify(await readInsights(t.as('asagi'), '2026-12', {}), (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    for (const hint of [
      t.departments.motor.id,
      t.departments.motor.name,
      t.people.tokita.id,
      t.people.sena.id,
    ])
      expect(page).not.toContain(hint);
  });

  it('come with the kind of department, where that does not name it', async () => {
    const t = await openTestApp({ working: false });
    await monthOfInsights(t);
    const kinds = new Map((await readByAsagi(t)).map((one) => [one.felt || one.why, one.departmentKind]));
    expect(kinds.get(written.sena)).toBe('claims');
    expect(
      foldedKinds(
        new Map([
          ['claims', 40],
          ['sales', 30],
          ['it', 1],
          ['call_center', 5],
        ]),
      ),
    ).toEqual(new Set(['it', 'call_center']));
    expect(
      foldedKinds(
        new Map([
          ['claims', 40],
          ['sales', 2],
          ['it', 1],
        ]),
      ),
    ).toEqual(new Set(['it', 'sales']));
    expect(foldedKinds(new Map([['claims', 3]]))).toEqual(new Set());
  });

  it('are found by voice, line of business, kind of department and words', async () => {
    const t = await openTestApp({ working: false });
    const editionId = await openedEdition(t);
    const motor = await begunDiscussion(t, editionId, 'motor', 'enoki');
    const about = { anonymous: false, felt: '', change: '', feelings: [], atMs: 12_000 };
    await writeInsight(t.as('sena'), {
      discussionId: motor,
      insightId: randomUUID(),
      words: { ...about, why: '連絡が100%なかったからです。', voiceId: t.voices.noNews },
    });
    await write(t.as('kajiura'), motor, { why: '安心されたからです。' });
    await revealInsights(t.as('enoki'), motor);
    const found = async (search: Parameters<typeof readByAsagi>[1]) => (await readByAsagi(t, search)).length;
    expect(await found({ voiceId: t.voices.noNews })).toBe(1);
    expect(await found({ voiceId: t.voices.firstWords })).toBe(0);
    expect(await found({ lineOfBusiness: 'auto' })).toBe(1);
    expect(await found({ kind: 'claims' })).toBe(2);
    expect(await found({ words: '連絡　100%' })).toBe(1);
    expect(await found({ words: '10_%' })).toBe(0);
    await expect(found({ kind: 'it' })).rejects.toThrow('discussion.unknownKey');
    await expect(found({ kind: 'nowhere' })).rejects.toThrow('discussion.unknownKey');
  });

  it('are for the quality department alone', async () => {
    const t = await openTestApp({ working: false });
    await monthOfInsights(t);
    for (const who of ['enoki', 'sena', 'tsutsumi', 'misono'] as const)
      await expect(readInsights(t.as(who), '2026-12', {})).rejects.toThrow('forbidden');
    for (const who of ['asagi', 'kiryu', 'kitta'] as const)
      expect((await readInsights(t.as(who), '2026-12', {})).topics.length).toBeGreaterThan(0);
  });

  it('are read on the record: one line a person and day, without a word', async () => {
    const t = await openTestApp({ working: false });
    await monthOfInsights(t);
    const lines = () =>
      t.ctx.db.auditEntry.findMany({ where: { act: 'discussions.readInsights' }, orderBy: { at: 'asc' } });
    await readInsights(t.as('asagi'), '2026-12', { words: '支払い' });
    await readInsights(t.as('asagi'), undefined, {});
    const { topics } = await readInsights(t.as('kitta'), '2026-12', {});
    await readTopic(t.as('kitta'), {
      month: '2026-12',
      topicId: topics[0]?.topic?.id ?? null,
      skip: 0,
      search: {},
    });
    expect((await lines()).map(({ actorId, detail }) => [actorId, detail]).sort()).toEqual(
      [
        [t.people.asagi.id, {}],
        [t.people.kitta.id, {}],
      ].sort(),
    );
    t.clock.advance({ hours: 24 });
    await readInsights(t.as('asagi'), '2026-12', {});
    expect(await lines()).toHaveLength(3);
  });

  it('are grouped anew when enough came in, and readable before', async () => {
    const t = await openTestApp({ working: false });
    const { motor } = await monthOfInsights(t);
    const late = '窓口が分かりにくかったのだと思います。';
    await write(t.as('hanh'), motor, { why: late });
    const before = await readInsights(t.as('asagi'), '2026-12', {});
    const ungrouped = before.topics.find(({ topic }) => topic === null);
    expect(wordsOf(ungrouped?.insights ?? [])).toEqual([late]);
    await groupMonths(t.ctx);
    const after = await readInsights(t.as('asagi'), '2026-12', {});
    expect(after.topics.some(({ topic }) => topic === null)).toBe(false);
    expect(after.topics.reduce((sum, { count }) => sum + count, 0)).toBe(6);
  });

  it('wait a little while thousands of departments reveal', () => {
    const groupedAt = new Date('2026-12-01T01:00:00Z');
    const at = (time: string) => new Date(`2026-12-01T${time}:00Z`);
    expect(isWorthGrouping({ grouped: 0, ungrouped: 1, groupedAt: null }, at('01:00'))).toBe(true);
    expect(isWorthGrouping({ grouped: 1_000, ungrouped: 0, groupedAt }, at('09:00'))).toBe(false);
    expect(isWorthGrouping({ grouped: 1_000, ungrouped: 10, groupedAt }, at('01:10'))).toBe(false);
    expect(isWorthGrouping({ grouped: 1_000, ungrouped: 60, groupedAt }, at('01:10'))).toBe(true);
    expect(isWorthGrouping({ grouped: 1_000, ungrouped: 1, groupedAt }, at('04:00'))).toBe(true);
  });
});
