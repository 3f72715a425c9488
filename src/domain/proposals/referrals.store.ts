import type { Db } from '../../platform/db/client.ts';
import { findProposals, type Proposal } from './proposals.store.ts';

/** 引継ぎ of a proposal. */
export interface ProposalReferral {
  proposalId: string;
  office: string;
  referredById: string;
  referredAt: Date;
  takenById: string | null;
  takenAt: Date | null;
}

export async function insertProposalReferral(
  db: Db,
  referral: Pick<ProposalReferral, 'proposalId' | 'office' | 'referredById' | 'referredAt'>,
): Promise<void> {
  await db.proposalReferral.create({ data: referral });
}

/** Locked until the transaction ends: two readers take it on one after the other. */
export async function lockProposalReferral(db: Db, proposalId: string): Promise<ProposalReferral | null> {
  await db.$queryRaw`SELECT 1 FROM proposal_referral WHERE proposal_id = ${proposalId}::uuid FOR UPDATE`;
  return db.proposalReferral.findUnique({ where: { proposalId } });
}

export async function updateProposalReferral(
  db: Db,
  proposalId: string,
  change: Partial<Pick<ProposalReferral, 'office' | 'takenById' | 'takenAt'>>,
): Promise<void> {
  await db.proposalReferral.update({ where: { proposalId }, data: change });
}

/** What was handed over to these offices, with the proposals; what nobody took on first. */
export async function proposalReferralsTo(
  db: Db,
  offices: readonly string[],
): Promise<{ referral: ProposalReferral; proposal: Proposal }[]> {
  const referrals = await db.proposalReferral.findMany({
    where: { office: { in: [...offices] } },
    orderBy: [{ takenAt: { sort: 'asc', nulls: 'first' } }, { referredAt: 'desc' }],
  });
  const proposals = await findProposals(
    db,
    referrals.map(({ proposalId }) => proposalId),
  );
  return referrals.flatMap((referral) => {
    const proposal = proposals.find(({ id }) => id === referral.proposalId);
    return proposal ? [{ referral, proposal }] : [];
  });
}
