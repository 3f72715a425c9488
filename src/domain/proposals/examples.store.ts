import type { Db } from '../../platform/db/client.ts';

/** 改善事例 */
export type Example = NonNullable<Awaited<ReturnType<typeof findExample>>>;

export async function findExample(db: Db, proposalId: string) {
  return db.improvementExample.findUnique({ where: { proposalId } });
}

/** Written anew, or over: whoever approved the words before has to read them again. */
export async function saveExample(
  db: Db,
  proposalId: string,
  words: { title: string; before: string; after: string; writtenById: string; writtenAt: Date },
): Promise<void> {
  const unapproved = { internalById: null, internalAt: null, publicById: null, publicAt: null };
  await db.improvementExample.upsert({
    where: { proposalId },
    create: { proposalId, ...words, thanked: [] },
    update: { ...words, ...unapproved },
  });
}

export async function updateExample(
  db: Db,
  proposalId: string,
  change: {
    internalById?: string;
    internalAt?: Date;
    publicById?: string;
    publicAt?: Date;
    thanked?: string[];
  },
): Promise<void> {
  await db.improvementExample.update({ where: { proposalId }, data: change });
}

/** Those that everybody may read, the newest first. */
export async function publishedExamples(db: Db, { skip, take }: { skip: number; take: number }) {
  return db.improvementExample.findMany({
    where: { internalAt: { not: null }, proposal: { state: 'published' } },
    orderBy: [{ internalAt: 'desc' }, { proposalId: 'asc' }],
    skip,
    take,
    include: {
      proposal: { select: { fiscalYear: true, serial: true, voiceId: true, ownerDepartmentId: true } },
    },
  });
}

/** Those that were approved for the public, too; what was approved last comes first. */
export async function publicExamples(db: Db) {
  return db.improvementExample.findMany({
    where: isPublic,
    orderBy: [{ publicAt: 'desc' }, { proposalId: 'asc' }],
    include: { proposal: { select: { voiceId: true, lineOfBusiness: true, process: true } } },
  });
}

export async function countPublicExamples(db: Db): Promise<number> {
  return db.improvementExample.count({ where: isPublic });
}

const isPublic = { publicAt: { not: null }, proposal: { state: 'published' } } as const;

export async function countPublishedExamples(db: Db): Promise<number> {
  return db.improvementExample.count({
    where: { internalAt: { not: null }, proposal: { state: 'published' } },
  });
}
