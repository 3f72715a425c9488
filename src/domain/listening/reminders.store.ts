import type { Db } from '../../platform/db/client.ts';

/** Those of these people who want no reminders. */
export async function remindersOffAmong(db: Db, personIds: readonly string[]): Promise<Set<string>> {
  const rows = await db.reminderChoice.findMany({
    where: { personId: { in: [...personIds] }, wanted: false },
    select: { personId: true },
  });
  return new Set(rows.map((row) => row.personId));
}

export async function saveReminderChoice(db: Db, personId: string, wanted: boolean): Promise<void> {
  await db.reminderChoice.upsert({
    where: { personId },
    create: { personId, wanted },
    update: { wanted },
  });
}

/** Who left chooses nothing any more. */
export async function forgetLeaversChoices(db: Db): Promise<number> {
  return db.$executeRaw`
    DELETE FROM reminder_choice r USING person p WHERE p.id = r.person_id AND p.status = 'left'`;
}

/**
 * People counted in these departments who have not heard all of these voices: only those whom the app reaches, who
 * want reminders, and whom nobody reminded of this edition.
 */
export async function peopleToRemind(
  db: Db,
  input: {
    editionId: string;
    purpose: string;
    voiceIds: readonly string[];
    departmentIds: readonly string[];
  },
): Promise<string[]> {
  const { editionId, purpose, voiceIds, departmentIds } = input;
  const rows = await db.$queryRaw<{ personId: string }[]>`
    SELECT person.id AS "personId"
    FROM post
    JOIN person ON person.id = post.person_id AND person.status = 'active' AND person.entra_object_id IS NOT NULL
    JOIN conversation c ON c.recipient_kind = 'person' AND c.recipient_id = person.id AND c.lost_reason IS NULL
    LEFT JOIN reminder_choice choice ON choice.person_id = person.id
    WHERE post.main AND post.department_id = ANY(${[...departmentIds]}::uuid[])
      AND choice.wanted IS NOT FALSE
      AND (SELECT count(*) FROM hearing h
        WHERE h.person_id = person.id AND h.voice_id = ANY(${[...voiceIds]}::uuid[])) < ${voiceIds.length}::int
      AND NOT EXISTS (SELECT 1 FROM outgoing_message m
        WHERE m.purpose = ${purpose} AND m.subject_id = ${editionId}::uuid AND m.recipient_id = person.id)
    ORDER BY person.employee_no`;
  return rows.map((row) => row.personId);
}
