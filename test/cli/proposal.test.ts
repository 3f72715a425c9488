import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openDb } from '../../src/platform/db/client.ts';
import { type Installation, openInstallation } from './runCli.ts';

// Each command is a process: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000 });

let k: Installation;
beforeAll(async () => {
  k = await openInstallation();
});
afterAll(() => k.remove());

it('the seal of an anonymous proposal needs a reason and two persons', async () => {
  const db = openDb(k.databaseUrl);
  const at = new Date();
  const proposal = { fiscalYear: 2026, serial: 1, title: '件名', change: '変えること', anonymous: true };
  await db.proposal.create({
    data: { id: randomUUID(), ...proposal, receivedAt: at, stateSince: at, changedAt: at, answerDueOn: at },
  });
  await db.$disconnect();
  const reason = ['--reason', '人命にかかわるため'];
  const missing = await k.json('proposal', 'unseal', 'ask', 'K-2026-00009', ...reason);
  expect(missing).toMatchObject({ code: 1, body: { error: { code: 'proposal.unknownNumber' } } });
  const asked = await k.json('proposal', 'unseal', 'ask', 'k-2026-1', ...reason);
  expect(asked.code).toBe(0);
  const { requestId } = asked.body as { requestId: string };
  const early = await k.json('proposal', 'unseal', 'read', requestId);
  expect(early).toMatchObject({ code: 1, body: { error: { code: 'proposal.unsealNotAgreed' } } });
  expect((await k.json('proposal', 'unseal', 'agree', requestId)).code).toBe(0);
  const { body } = await k.json('proposal', 'unseal', 'list');
  expect(body).toMatchObject({ requests: [{ id: requestId, number: 'K-2026-00001' }] });
});
