import { expect, it } from 'vitest';
import {
  answerQuestion,
  askProposer,
  sendProposal,
  withdrawProposal,
} from '../../../src/domain/proposals/index.ts';
import { draft, moved, sent } from '../../support/proposals.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

/** Every row of every table that holds this text, by table. */
async function tablesWith(t: TestApp, text: string): Promise<Record<string, string[]>> {
  const tables = await t.ctx.db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname IN ('public', 'pgboss') ORDER BY 1`;
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await t.ctx.db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT x::text AS row FROM ${name} x WHERE x::text LIKE '%' || $1 || '%'`,
      text,
    );
    if (rows.length > 0) found[name] = rows.map(({ row }) => row);
  }
  return found;
}

it('who proposes anonymously is asked, answers and is told, and stands in no table beside the proposal', async () => {
  const t = await openTestApp();
  const proposalId = await sent(t.as('kajiura'), { anonymous: true });
  await moved(t.as('kitta'), proposalId, 'checking');
  await askProposer(t.as('kitta'), { proposalId, words: 'いつのことでしょうか。' });
  await answerQuestion(t.as('kajiura'), { proposalId, words: '先月のことです。' });
  await moved(t.as('kitta'), proposalId, 'considering', 'adopted');
  await t.settled();
  const words = JSON.stringify(t.stub.calls);
  expect(words).toContain('採用');
  // Rows that name him, and rows that name the proposal: none is the same, none names what the other names.
  const ofPerson = await tablesWith(t, t.people.kajiura.id);
  const ofProposal = await tablesWith(t, proposalId);
  const both = Object.values(ofPerson)
    .flat()
    .filter((row) => row.includes(proposalId));
  expect(both).toEqual([]);
  const subjects = (ofPerson['public.outgoing_message'] ?? []).flatMap(
    (row) => row.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [],
  );
  const joined = subjects.filter((id) =>
    Object.values(ofProposal)
      .flat()
      .some((row) => row.includes(id) && id !== t.people.kajiura.id),
  );
  expect(joined).toEqual([]);
  expect(ofProposal['public.audit_entry']?.some((row) => row.includes(t.people.kajiura.id)) ?? false).toBe(
    false,
  );
  expect(JSON.stringify(t.log.lines)).not.toContain(t.people.kajiura.id);
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
