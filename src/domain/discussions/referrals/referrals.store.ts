import type { Db } from '../../../platform/db/client.ts';

export type Referral = Awaited<ReturnType<typeof referralsTo>>[number];

/** What an office needs to see. Whoever wrote it is not known any more; when it was written neither. */
const select = {
  insightId: true,
  office: true,
  referredAt: true,
  takenAt: true,
  takenById: true,
  withheld: true,
  insight: {
    select: {
      voiceId: true,
      why: true,
      feelings: true,
      felt: true,
      change: true,
      atMs: true,
      discussion: { select: { departmentId: true } },
    },
  },
} as const;

/** What was handed over to these offices from other departments than these, newest first. */
export async function referralsTo(
  db: Db,
  offices: readonly string[],
  { notFrom }: { notFrom: readonly string[] },
) {
  return db.referral.findMany({
    where: {
      office: { in: [...offices] },
      insight: { discussion: { departmentId: { notIn: [...notFrom] } } },
    },
    orderBy: [{ takenAt: { sort: 'asc', nulls: 'first' } }, { referredAt: 'desc' }],
    select,
  });
}

export async function findReferral(db: Db, insightId: string) {
  return db.referral.findUnique({ where: { insightId }, select });
}

export async function insertReferral(
  db: Db,
  referral: { insightId: string; office: string; withheld: boolean; referredById: string; referredAt: Date },
): Promise<void> {
  await db.referral.create({ data: referral });
}

export async function updateReferral(
  db: Db,
  insightId: string,
  change: { office?: string; takenById?: string | null; takenAt?: Date | null },
): Promise<void> {
  await db.referral.update({ where: { insightId }, data: change });
}

/** Takes an insight out of its discussion: nobody there sees it any more, and nobody is its author. */
export async function setReferred(db: Db, insightId: string): Promise<void> {
  await db.insight.update({
    where: { id: insightId },
    data: { state: 'referred', authorId: null, groupId: null },
  });
}
