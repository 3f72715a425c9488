import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Ctx } from '../context.ts';
import { actingPerson, audit, findPerson, requireRole } from '../people/index.ts';
import { receiptNumber } from './proposal.rules.ts';
import { findProposal, findProposals } from './proposals.store.ts';
import { proposersOf } from './proposers.ts';
import {
  allUnsealRequests,
  insertUnsealRequest,
  lockUnsealRequest,
  type UnsealRequest,
  updateUnsealRequest,
} from './unseal.store.ts';

/**
 * Asks to open the seal of an anonymous proposal, with a reason (decision 0020).
 *
 * @returns the request's id: an approver agrees to it
 * @throws AppError signIn.required, forbidden, proposal.notFound, proposal.notSealed, proposal.wordsMissing
 */
export async function askUnseal(
  ctx: Ctx,
  { proposalId, reason }: { proposalId: string; reason: string },
): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const administrator = await requireRole(tx, 'administrator');
    if (reason.trim() === '') throw new AppError('proposal.wordsMissing');
    const proposal = await findProposal(tx.db, proposalId);
    if (!proposal) throw new AppError('proposal.notFound');
    if (!proposal.anonymous) throw new AppError('proposal.notSealed');
    const id = newId();
    await insertUnsealRequest(tx.db, {
      id,
      proposalId,
      reason: reason.trim(),
      askedById: administrator.id,
      askedAt: tx.clock.now(),
    });
    await audit(tx, 'proposals.askUnseal', proposalId, { requestId: id, reason: reason.trim() });
    return id;
  });
}

/**
 * Another person agrees.
 *
 * @throws AppError signIn.required, forbidden, proposal.unsealUnknown, proposal.samePerson
 */
export async function agreeToUnseal(ctx: Ctx, requestId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const approver = await requireRole(tx, 'approver');
    const request = await lockUnsealRequest(tx.db, requestId);
    if (!request) throw new AppError('proposal.unsealUnknown');
    if (request.askedById === approver.id) throw new AppError('proposal.samePerson');
    if (request.agreedAt) return;
    await updateUnsealRequest(tx.db, requestId, { agreedById: approver.id, agreedAt: tx.clock.now() });
    await audit(tx, 'proposals.agreeToUnseal', request.proposalId, { requestId });
  });
}

/** Who sent it. */
export interface Unsealed {
  employeeNo: string;
  name: string;
  nameEn: string;
}

/**
 * Reads who sent an anonymous proposal, after two persons agreed to it: each of both once. Every reading is a line in the
 * 操作ログ; the name is in none.
 *
 * @throws AppError signIn.required, forbidden, proposal.unsealUnknown, proposal.unsealNotAgreed, proposal.unsealRead
 */
export async function readUnsealed(ctx: Ctx, requestId: string): Promise<Unsealed> {
  return inTransaction(ctx, async (tx) => {
    const person = await actingPerson(tx);
    await requireRole(tx, 'administrator', 'approver');
    const request = await lockUnsealRequest(tx.db, requestId);
    if (!request) throw new AppError('proposal.unsealUnknown');
    const isAsker = request.askedById === person.id;
    if (!isAsker && request.agreedById !== person.id)
      throw new AppError('forbidden', { roles: 'administrator, approver' });
    if (!request.agreedAt) throw new AppError('proposal.unsealNotAgreed');
    if (isAsker ? request.askerReadAt : request.agreerReadAt) throw new AppError('proposal.unsealRead');
    const now = tx.clock.now();
    await updateUnsealRequest(tx.db, requestId, isAsker ? { askerReadAt: now } : { agreerReadAt: now });
    await audit(tx, 'proposals.readUnsealed', request.proposalId, { requestId });
    const proposal = await findProposal(tx.db, request.proposalId);
    const proposer = proposal && (await proposersOf(tx, [proposal])).get(proposal.id);
    const found = proposer && (await findPerson(tx.db, proposer.personId));
    if (!found) throw new AppError('proposal.notFound');
    return { employeeNo: found.employeeNo, name: found.name, nameEn: found.nameEn };
  });
}

/**
 * Who asked for which seal, and who agreed; the newest first.
 *
 * @throws AppError signIn.required, forbidden
 */
export async function listUnsealRequests(ctx: Ctx): Promise<(UnsealRequest & { number: string })[]> {
  await requireRole(ctx, 'administrator', 'approver');
  const requests = await allUnsealRequests(ctx.db);
  const proposals = await findProposals(
    ctx.db,
    requests.map(({ proposalId }) => proposalId),
  );
  return requests.map((request) => {
    const proposal = proposals.find(({ id }) => id === request.proposalId);
    return { ...request, number: proposal ? receiptNumber(proposal) : '' };
  });
}
