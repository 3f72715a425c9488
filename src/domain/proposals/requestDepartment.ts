import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import {
  addBusinessDays,
  addDays,
  audit,
  type Day,
  dayOf,
  findDepartment,
  peopleOfDepartment,
} from '../people/index.ts';
import { maskWritten } from '../privacy/index.ts';
import { changeProposal } from './changeProposal.ts';
import { isClosed, lastSetDay } from './proposal.rules.ts';
import { tellRequest } from './proposalNotices.ts';
import { answersFor, requireTriager } from './proposals.policy.ts';
import { findRequest, insertRequest } from './requests.store.ts';

/**
 * 検討依頼: asks the department that owns the work, by a quiet message to those who lead it. The proposal stays in its
 * state meanwhile.
 *
 * @param input.requestId the page's own: pressed twice is asked once
 * @param input.dueOn null: the term of the settings
 * @throws AppError signIn.required, forbidden, proposal.notFound, proposal.badState, proposal.wordsMissing,
 *   proposal.unknownKey (no such department), proposal.nobodyToAsk (nobody leads it), proposal.badDay (over, or too far)
 */
export async function requestDepartment(
  ctx: Ctx,
  input: { proposalId: string; requestId: string; departmentId: string; words: string; dueOn: Day | null },
): Promise<void> {
  const { proposalId, requestId, departmentId } = input;
  if (input.words.trim() === '') throw new AppError('proposal.wordsMissing');
  const { texts } = await maskWritten(ctx.detector, [input.words.trim()]);
  const words = texts[0] ?? '';
  await changeProposal(ctx, proposalId, async (tx, proposal) => {
    const triager = await requireTriager(tx);
    if (await findRequest(tx.db, requestId)) return null;
    if (isClosed(proposal.state)) throw new AppError('proposal.badState', { state: proposal.state });
    const department = await findDepartment(tx.db, departmentId);
    if (!department) throw new AppError('proposal.unknownKey');
    const now = tx.clock.now();
    const today = dayOf(now, tx.settings);
    const dueOn = input.dueOn ?? addBusinessDays(today, tx.settings.proposal.requestDays, tx.settings);
    const [first, last] = [addDays(today, 1), lastSetDay(today)];
    if (dueOn < first || dueOn > last) throw new AppError('proposal.badDay', { first, last });
    const members = await peopleOfDepartment(tx.db, departmentId);
    const leaders = members.filter((person) => answersFor(person, departmentId));
    if (leaders.length === 0) throw new AppError('proposal.nobodyToAsk');
    const request = {
      id: requestId,
      proposalId,
      departmentId,
      askedById: triager.id,
      askedAt: now,
      words,
      dueOn,
    };
    await insertRequest(tx.db, request);
    await tellRequest(
      tx,
      requestId,
      leaders.map(({ id }) => id),
    );
    await audit(tx, 'proposals.requestDepartment', proposalId, { departmentId });
    return {
      kind: 'requested',
      // Asked by a department, its words stay what they are: somebody has begun with it.
      ...(proposal.state === 'received' ? { to: 'checking' } : {}),
      words: `${department.name}\n${words}`,
      told: false,
      actorId: triager.id,
      // Where nobody has said whose work it is, it is theirs.
      ...(proposal.ownerDepartmentId === null ? { change: { ownerDepartmentId: departmentId } } : {}),
    };
  });
}
