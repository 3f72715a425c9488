import type { Db } from '../../platform/db/client.ts';
import { idFrom } from '../../platform/ids.ts';
import type { About } from './about.rules.ts';

export interface Group {
  id: string;
  title: string;
  position: number;
}

/** The groups of a discussion with the votes they have. */
export async function groupsOf(db: Db, discussionId: string): Promise<(Group & { votes: number })[]> {
  const rows = await db.insightGroup.findMany({
    where: { discussionId },
    orderBy: { position: 'asc' },
    include: { votes: { select: { votes: true } } },
  });
  return rows.map(({ id, title, position, votes, keptVotes }) => ({
    id,
    title,
    position,
    // Who voted is forgotten after the month; how many votes there were is not.
    votes: keptVotes ?? votes.reduce((sum, one) => sum + one.votes, 0),
  }));
}

export async function findGroup(db: Db, groupId: string) {
  return db.insightGroup.findUnique({ where: { id: groupId } });
}

/** Makes groups; one that is there already stays as it is. */
export async function insertGroups(
  db: Db,
  discussionId: string,
  groups: readonly (Group & { insightIds: readonly string[] })[],
): Promise<void> {
  await db.insightGroup.createMany({
    data: groups.map(({ id, title, position }) => ({ id, discussionId, title, position })),
    skipDuplicates: true,
  });
  for (const { id, insightIds } of groups) {
    await db.insight.updateMany({ where: { id: { in: [...insightIds] } }, data: { groupId: id } });
  }
}

/**
 * The group without a title, of what belongs to no other and is about the same; made where there is none.
 *
 * @param about a voice, or null for all of them; undefined where the month has one voice: everything is about it
 */
export async function ensureRemainder(
  db: Db,
  discussionId: string,
  about: About | undefined,
): Promise<string> {
  const insights = about === undefined ? {} : { insights: { every: { voiceId: about } } };
  const known = await db.insightGroup.findFirst({ where: { discussionId, title: '', ...insights } });
  if (known) return known.id;
  const id = idFrom('remainder', discussionId, about ?? '');
  await insertGroups(db, discussionId, [{ id, title: '', position: 1_000, insightIds: [] }]);
  return id;
}

export async function renameGroupTo(db: Db, groupId: string, title: string): Promise<void> {
  await db.insightGroup.update({ where: { id: groupId }, data: { title } });
}

/** Groups that hold nothing any more go, and their votes come back to who gave them. */
export async function deleteEmptyGroups(db: Db, discussionId: string): Promise<void> {
  await db.insightGroup.deleteMany({ where: { discussionId, insights: { none: {} } } });
}

export async function votesOf(db: Db, discussionId: string, personId: string) {
  return db.groupVote.findMany({
    where: { personId, votes: { gt: 0 }, group: { discussionId } },
    select: { groupId: true, votes: true },
  });
}

export async function saveVote(
  db: Db,
  vote: { groupId: string; personId: string; votes: number },
): Promise<void> {
  const { groupId, personId, votes } = vote;
  await db.groupVote.upsert({
    where: { groupId_personId: { groupId, personId } },
    create: vote,
    update: { votes },
  });
}
