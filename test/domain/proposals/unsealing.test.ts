import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  agreeToUnseal,
  askUnseal,
  listUnsealRequests,
  readUnsealed,
} from '../../../src/domain/proposals/index.ts';
import { sent } from '../../support/proposals.ts';
import { openTestApp } from '../../support/testApp.ts';

const open = () => openTestApp({ working: false });
const reason = '人命にかかわるおそれがあり、ご本人に連絡する必要があるため';

it('two persons open a seal: each reads the name once, and each reading is logged', async () => {
  const t = await open();
  const proposalId = await sent(t.as('kajiura'), { anonymous: true });
  const requestId = await askUnseal(t.as('tsutsumi'), { proposalId, reason });
  await expect(readUnsealed(t.as('tsutsumi'), requestId)).rejects.toMatchObject({
    code: 'proposal.unsealNotAgreed',
  });
  await agreeToUnseal(t.as('kiryu'), requestId);
  await agreeToUnseal(t.as('hatano'), requestId);
  // Whoever came second did not agree to it.
  await expect(readUnsealed(t.as('hatano'), requestId)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await readUnsealed(t.as('tsutsumi'), requestId)).toMatchObject({ name: '梶浦 拓真' });
  await expect(readUnsealed(t.as('tsutsumi'), requestId)).rejects.toMatchObject({
    code: 'proposal.unsealRead',
  });
  expect(await readUnsealed(t.as('kiryu'), requestId)).toMatchObject({ employeeNo: 'A0007' });
  const lines = await t.ctx.db.auditEntry.findMany({
    where: { act: { startsWith: 'proposals.' } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  expect(lines.map(({ act, actorId }) => [act, actorId])).toEqual([
    ['proposals.askUnseal', t.people.tsutsumi.id],
    ['proposals.agreeToUnseal', t.people.kiryu.id],
    ['proposals.readUnsealed', t.people.tsutsumi.id],
    ['proposals.readUnsealed', t.people.kiryu.id],
  ]);
  // The log says that, never whom.
  expect(JSON.stringify(lines)).not.toContain(t.people.kajiura.id);
  expect(JSON.stringify(await listUnsealRequests(t.as('kiryu')))).not.toContain(t.people.kajiura.id);
});

it('needs a reason, a second person, and something that is sealed', async () => {
  const t = await open();
  await t.ctx.db.grant.create({ data: { personId: t.people.tsutsumi.id, role: 'approver' } });
  const named = await sent(t.as('kajiura'));
  const sealed = await sent(t.as('kajiura'), { anonymous: true });
  const ask = (proposalId: string, why = reason) => askUnseal(t.as('tsutsumi'), { proposalId, reason: why });
  await expect(ask(named)).rejects.toMatchObject({ code: 'proposal.notSealed' });
  await expect(ask(sealed, ' ')).rejects.toMatchObject({ code: 'proposal.wordsMissing' });
  await expect(ask(randomUUID())).rejects.toMatchObject({ code: 'proposal.notFound' });
  const requestId = await ask(sealed);
  await expect(agreeToUnseal(t.as('tsutsumi'), requestId)).rejects.toMatchObject({
    code: 'proposal.samePerson',
  });
  await expect(agreeToUnseal(t.as('kiryu'), randomUUID())).rejects.toMatchObject({
    code: 'proposal.unsealUnknown',
  });
  for (const who of ['kitta', 'asagi', 'enoki'] as const) {
    await expect(readUnsealed(t.as(who), requestId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(askUnseal(t.as(who), { proposalId: sealed, reason })).rejects.toMatchObject({
      code: 'forbidden',
    });
  }
});
