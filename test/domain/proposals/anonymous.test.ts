import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  answerQuestion,
  approveExample,
  askProposer,
  attachFile,
  boardChoices,
  delayProposal,
  editProposal,
  exportExamples,
  exportProposals,
  listExamples,
  mergeProposals,
  openProposalPage,
  proposalBoard,
  proposalLedger,
  proposalList,
  remindOverdue,
  sendProposal,
  supportProposal,
  unmergeProposal,
  withdrawProposal,
  writeExample,
} from '../../../src/domain/proposals/index.ts';
import { png } from '../../support/pictures.ts';
import { draft, everything, moved, nextContact, noFacts, sent } from '../../support/proposals.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

/** Every row of every table, of the product and of its queue, as text, by table. */
async function allRows(t: TestApp): Promise<Map<string, string[]>> {
  const tables = await t.ctx.db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname IN ('public', 'pgboss') ORDER BY 1`;
  const found = new Map<string, string[]>();
  for (const { name } of tables) {
    const rows = await t.ctx.db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT to_jsonb(x)::text AS row FROM ${name} x`,
    );
    if (rows.length > 0)
      found.set(
        name,
        rows.map(({ row }) => row),
      );
  }
  return found;
}

/** Rows that hold any of these texts in any column, by table. */
function holding(all: Map<string, string[]>, ...texts: string[]): Map<string, string[]> {
  const found = [...all].flatMap(([name, rows]) => {
    const held = rows.filter((row) => texts.some((text) => row.includes(text)));
    return held.length > 0 ? [[name, held] as const] : [];
  });
  return new Map(found);
}

const idPattern = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const idsIn = (rows: Iterable<string>) => new Set([...rows].flatMap((row) => row.match(idPattern) ?? []));

/** Its whole way: a picture, a question, a delay, merged and parted, a file, an example. Returns its id. */
async function wholeWay(t: TestApp): Promise<string> {
  const triager = t.as('kitta');
  const proposalId = await sent(t.as('kajiura'), { anonymous: true, facts: { lineOfBusiness: 'auto' } });
  const picture = { attachmentId: randomUUID(), name: '梶浦の画面.png', content: png() };
  await attachFile(t.as('kajiura'), { proposalId, ...picture });
  await editProposal(t.as('kajiura'), { proposalId, words: nextContact, facts: noFacts, kept: [] });
  await supportProposal(t.as('sena'), { proposalId, comment: '私の窓口でも同じです。' });
  await moved(triager, proposalId, 'checking');
  await askProposer(triager, { proposalId, words: 'いつのことでしょうか。' });
  await answerQuestion(t.as('kajiura'), { proposalId, words: '先月のことです。' });
  await t.settled();
  t.clock.set('2026-12-30T10:05:00+09:00');
  await remindOverdue(t.ctx);
  await delayProposal(triager, { proposalId, words: '見積り待ちです。', answerDueOn: '2027-01-29' });
  const other = await sent(t.as('momose'), { words: { title: '次の連絡の日を伝える' } });
  await moved(triager, other, 'checking');
  await mergeProposals(triager, { proposalId, intoId: other });
  await moved(triager, other, 'considering');
  await t.settled();
  t.clock.set('2027-01-05T10:05:00+09:00');
  await unmergeProposal(triager, proposalId);
  await moved(triager, proposalId, 'considering', 'adopted', 'in_progress', 'done');
  await writeExample(triager, { proposalId, title: '次の連絡の日', before: 'なし', after: 'お伝えします' });
  await approveExample(t.as('kiryu'), { proposalId, reach: 'internal' });
  await approveExample(t.as('kiryu'), { proposalId, reach: 'public' });
  await t.settled();
  return proposalId;
}

it('who proposes anonymously is asked, answers and is told, and stands in no table beside the proposal', async () => {
  const t = await openTestApp();
  const { id, employeeNo, name, nameEn, entraObjectId } = t.people.kajiura;
  const who = [id, employeeNo, name, nameEn, entraObjectId ?? id];
  const known = holding(await allRows(t), ...who);
  const proposalId = await wholeWay(t);
  expect(JSON.stringify(t.stub.messagesOf(entraObjectId ?? ''))).toContain('採用');

  const all = await allRows(t);
  const knownRows = new Set([...known.values()].flat());
  const ofPerson = holding(all, ...who);
  // Everything that is new of him: where he was met, and what was written to him.
  const fresh = [...ofPerson].flatMap(([table, rows]) =>
    rows.filter((row) => !knownRows.has(row)).map((row) => [table, row] as const),
  );
  expect([...new Set(fresh.map(([table]) => table))].sort()).toEqual([
    'public.conversation',
    'public.outgoing_message',
  ]);
  // No row has both, and nothing that is named beside him is named beside the proposal, or by it.
  const ofProposal = holding(all, proposalId);
  expect([...ofPerson.values()].flat().filter((row) => row.includes(proposalId))).toEqual([]);
  const beside = idsIn(fresh.map(([, row]) => row));
  for (const one of who) beside.delete(one);
  const ofSeal = holding(all, ...beside);
  expect(
    [...ofProposal.values()].flat().filter((row) => [...beside].some((one) => row.includes(one))),
  ).toEqual([]);
  // The way from a message to the proposal is sealed.
  expect(
    [...ofSeal.keys()].filter((table) => !['public.conversation', 'public.outgoing_message'].includes(table)),
  ).toEqual(['public.sealed_thread']);
  for (const one of who) expect(JSON.stringify(t.log.lines)).not.toContain(one);
});

it('nothing that the quality department asks for says who it was', async () => {
  const t = await openTestApp();
  const { id, employeeNo, name, nameEn } = t.people.kajiura;
  const proposalId = await wholeWay(t);
  for (const person of ['kitta', 'asagi', 'kiryu'] as const) {
    const ctx = t.as(person);
    const page = { sort: 'received', skip: 0, take: 50 } as const;
    const seen = JSON.stringify([
      await openProposalPage(ctx, proposalId),
      await proposalBoard(ctx, everything),
      await proposalList(ctx, everything, page),
      await boardChoices(ctx),
      await proposalLedger(ctx, { months: 3, split: 'department' }),
      await exportProposals(ctx, everything, { sort: 'received', format: 'csv' }),
      await exportExamples(ctx, { format: 'csv' }),
      await listExamples(ctx, { skip: 0 }),
    ]);
    expect(seen).toContain(proposalId);
    for (const one of [id, employeeNo, name, nameEn, t.departments.motor.name, '梶浦']) {
      // 瀬名 of the same department supports it under her name.
      expect(seen.includes(one), `${person} reads ${one}`).toBe(false);
    }
  }
});

it('sends once, withdraws and edits like everybody, and nobody else can', async () => {
  const t = await openTestApp({ working: false });
  const input = draft({ anonymous: true, facts: { coProposerIds: [t.people.sena.id] } });
  await sendProposal(t.as('kajiura'), input);
  expect((await sendProposal(t.as('kajiura'), input)).number).toBe('K-2026-00001');
  await expect(sendProposal(t.as('sena'), input)).rejects.toMatchObject({ code: 'proposal.notProposer' });
  await expect(withdrawProposal(t.as('sena'), input.proposalId)).rejects.toMatchObject({
    code: 'proposal.notProposer',
  });
  // Names of others would narrow down who it was.
  expect(await t.ctx.db.coProposer.count()).toBe(0);
  await withdrawProposal(t.as('kajiura'), input.proposalId);
});
