import type { Db } from '../../platform/db/client.ts';
import type { Day } from '../people/index.ts';
import { dayText } from './discussions.store.ts';

export type DiscussionAction = Awaited<ReturnType<typeof actionsOf>>[number];

export async function actionsOf(db: Db, discussionId: string) {
  const rows = await db.discussionAction.findMany({
    where: { discussionId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}

/** Actions of a department's earlier discussions that nobody has closed, oldest first. */
export async function openActionsBefore(db: Db, discussion: { id: string; departmentId: string }) {
  const rows = await db.discussionAction.findMany({
    where: {
      doneOn: null,
      discussion: { departmentId: discussion.departmentId, id: { not: discussion.id } },
    },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    include: { discussion: { select: { editionId: true } } },
  });
  return rows.map((row) => ({ ...fromRow(row), editionId: row.discussion.editionId }));
}

const withDiscussion = { discussion: { select: { editionId: true, departmentId: true } } } as const;

/** An action with where it comes from. */
export type OwnedAction = NonNullable<Awaited<ReturnType<typeof findOwnedAction>>>;
export type ActionEffect = NonNullable<OwnedAction['effect']>;

export async function findOwnedAction(db: Db, actionId: string) {
  const row = await db.discussionAction.findUnique({ where: { id: actionId }, include: withDiscussion });
  return row && withOrigin(row);
}

/**
 * Actions of one person, the most urgent first: those of one discussion, or all that are open and those that were
 * closed on a day.
 */
export async function actionsOfOwner(
  db: Db,
  ownerId: string,
  which: { discussionId: string } | { closedOn: Day },
): Promise<OwnedAction[]> {
  const rows = await db.discussionAction.findMany({
    where: {
      ownerId,
      ...('discussionId' in which
        ? { discussionId: which.discussionId }
        : { OR: [{ doneOn: null }, { doneOn: new Date(which.closedOn) }] }),
    },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    include: withDiscussion,
  });
  return rows.map(withOrigin);
}

/** Actions done by a day, about which their owner (who is there, and has Teams) was not asked yet. */
export async function actionsToAskAbout(db: Db, doneBy: Day) {
  return db.$queryRaw<{ id: string; discussionId: string; ownerId: string }[]>`
    SELECT a.id, a.discussion_id AS "discussionId", a.owner_id AS "ownerId"
    FROM discussion_action a
    JOIN person p ON p.id = a.owner_id AND p.status = 'active' AND p.entra_object_id IS NOT NULL
    WHERE a.done_on <= ${doneBy}::date AND a.asked_on IS NULL AND a.effect IS NULL
    ORDER BY a.id`;
}

/** Days as yyyy-mm-dd. */
export async function updateAction(
  db: Db,
  actionId: string,
  change: { doneOn?: Day | null; askedOn?: Day | null; effect?: ActionEffect | null },
): Promise<void> {
  const { doneOn, askedOn, ...rest } = change;
  const dated = Object.entries({ doneOn, askedOn }).flatMap(([name, day]) =>
    day === undefined ? [] : [[name, day === null ? null : new Date(day)]],
  );
  await db.discussionAction.update({
    where: { id: actionId },
    data: { ...rest, ...Object.fromEntries(dated) },
  });
}

function withOrigin<
  R extends Record<'dueOn' | 'doneOn' | 'askedOn', Date | null> & {
    discussion: { editionId: string; departmentId: string };
  },
>({ discussion, ...row }: R) {
  return { ...fromRow(row), ...discussion };
}

/** What a leader writes of an action. */
export interface ActionWords {
  id: string;
  text: string;
  ownerId: string | null;
  dueOn: Day | null;
}

/** Makes the actions of a discussion these: new ones are added, others changed, missing ones go. */
export async function replaceActions(
  db: Db,
  discussionId: string,
  actions: readonly ActionWords[],
): Promise<void> {
  const ids = actions.map((action) => action.id);
  await db.discussionAction.deleteMany({ where: { discussionId, id: { notIn: ids } } });
  for (const [position, { id, dueOn, ...words }] of actions.entries()) {
    const data = { ...words, dueOn: dueOn ? new Date(dueOn) : null, position };
    const changed = await db.discussionAction.updateMany({ where: { id, discussionId }, data });
    if (changed.count > 0) continue;
    // An id of another discussion is nobody's to give: it is passed over.
    await db.discussionAction.createMany({ data: [{ id, discussionId, ...data }], skipDuplicates: true });
  }
}

/** What was suggested for proposals: ids of insights, groups and actions. */
export async function suggestionsOf(db: Db, discussionId: string): Promise<Set<string>> {
  const rows = await db.proposalSuggestion.findMany({ where: { discussionId }, select: { sourceId: true } });
  return new Set(rows.map((row) => row.sourceId));
}

export type SuggestionSource = 'insight' | 'group' | 'action';

export interface Suggestion {
  id: string;
  discussionId: string;
  source: SuggestionSource;
  sourceId: string;
  suggestedById: string;
  suggestedAt: Date;
}

export async function findSuggestion(db: Db, suggestionId: string): Promise<Suggestion | null> {
  return db.proposalSuggestion.findUnique({ where: { id: suggestionId } });
}

/** What was suggested in a discussion, or of one thing; the earliest first. */
export async function suggestionsIn(
  db: Db,
  where: { discussionId: string } | { source: SuggestionSource; sourceId: string },
): Promise<Suggestion[]> {
  return db.proposalSuggestion.findMany({ where, orderBy: [{ suggestedAt: 'asc' }, { id: 'asc' }] });
}

/** Returns false when it was suggested already. */
export async function insertSuggestion(db: Db, suggestion: Suggestion): Promise<boolean> {
  return (await db.proposalSuggestion.createMany({ data: [suggestion], skipDuplicates: true })).count > 0;
}

export async function deleteSuggestion(db: Db, source: SuggestionSource, sourceId: string): Promise<void> {
  await db.proposalSuggestion.deleteMany({ where: { source, sourceId } });
}

function fromRow<R extends Record<'dueOn' | 'doneOn' | 'askedOn', Date | null>>(row: R) {
  return {
    ...row,
    dueOn: dayText(row.dueOn),
    doneOn: dayText(row.doneOn),
    askedOn: dayText(row.askedOn),
  };
}
