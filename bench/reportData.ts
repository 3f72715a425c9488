import { randomUUID } from 'node:crypto';
import type { Ctx } from '../src/domain/context.ts';
import type { PrismaClient } from '../src/platform/db/client.ts';
import { idFrom } from '../src/platform/ids.ts';

type Db = Ctx['db'] | PrismaClient;

export interface BenchCompany {
  curatorId: string;
  /** Leads a department of the lowest level. */
  headId: string;
  /** With 994, 331 and 30 departments, itself included. */
  areaId: string;
  blockId: string;
  divisionId: string;
}

const people = 30_000;

/**
 * 3,000 departments in four levels (3 areas of 3 blocks of 11 divisions of 29 sections, and 18 of their own at the top),
 * between 1 and 30 people in each, beside the sample company.
 */
export async function generateCompany(db: Db): Promise<BenchCompany> {
  await db.$executeRawUnsafe('UPDATE department SET excluded = true');
  const departments: { id: string; code: string; parentId: string | null; kind: string }[] = [];
  const add = (code: string, parentId: string | null, kind: string) => {
    const id = idFrom('bench', code);
    departments.push({ id, code, parentId, kind });
    return id;
  };
  for (let area = 0; area < 3; area++) {
    const kind = ['sales', 'claims', 'head_office'][area] ?? 'sales';
    const areaId = add(`A${area}`, null, kind);
    for (let block = 0; block < 3; block++) {
      const blockId = add(`A${area}B${block}`, areaId, kind);
      for (let division = 0; division < 11; division++) {
        const divisionId = add(`A${area}B${block}D${division}`, blockId, kind);
        for (let section = 0; section < 29; section++)
          add(`A${area}B${block}D${division}S${section}`, divisionId, kind);
      }
    }
  }
  for (let own = 0; own < 18; own++) add(`H${own}`, null, 'head_office');
  await db.department.createMany({
    data: departments.map((one, index) => ({
      ...one,
      name: `第${index}課`,
      nameEn: `Section ${index}`,
      linesOfBusiness: [],
      reach: 'channel' as const,
      teamsConversationId: `19:bench-${index}@thread.tacv2`,
    })),
  });
  const rows = Array.from({ length: people }, (_, index) => ({
    id: randomUUID(),
    employeeNo: `B${index}`,
    name: `社員${index}`,
    nameEn: `Employee ${index}`,
    entraObjectId: randomUUID(),
  }));
  await db.person.createMany({ data: rows });
  // Squares of even steps: many small departments, and some large ones.
  await db.post.createMany({
    data: rows.map((person, index) => {
      const place =
        index < departments.length ? index : Math.floor(departments.length * (index / people) ** 2);
      return {
        personId: person.id,
        departmentId: departments[place]?.id ?? '',
        role: index < departments.length ? ('head' as const) : ('member' as const),
      };
    }),
  });
  const curator = await db.person.findFirstOrThrow({ where: { grants: { some: { role: 'curator' } } } });
  return {
    curatorId: curator.id,
    headId: rows[100]?.id ?? '',
    areaId: idFrom('bench', 'A1'),
    blockId: idFrom('bench', 'A1B1'),
    divisionId: idFrom('bench', 'A1B1D1'),
  };
}

/**
 * One month as the rooms would have left it: its edition, each department's part with frozen counts, discussions in all
 * states, insights. The open one with everybody's cards and hearings; of closed months those are forgotten one day.
 */
export async function generateMonth(
  db: Db,
  { month, isOpen, seed }: { month: string; isOpen: boolean; seed: number },
): Promise<void> {
  const id = idFrom('bench edition', month);
  const opensAt = new Date(`${month}-01T00:30:00Z`);
  const dueOn = new Date(`${month}-20`);
  await db.edition.create({
    data: {
      id,
      month,
      state: isOpen ? 'open' : 'closed',
      prompts: [],
      audience: { all: true },
      opensAt,
      openedAt: opensAt,
      dueOn: isOpen ? new Date(Date.now() + 10 * 86_400_000) : dueOn,
      closedAt: isOpen ? null : new Date(`${month}-20T15:00:00Z`),
      plannedById: id,
      plannedAt: opensAt,
    },
  });
  await db.$executeRaw`SELECT setseed(${seed / 100}::float8)`;
  await db.$executeRaw`
    INSERT INTO edition_department (edition_id, department_id, reach, target_count, heard_count)
    SELECT ${id}::uuid, d.id, d.reach, count(*), CASE WHEN ${isOpen} THEN NULL ELSE (random() * count(*))::int END
    FROM department d JOIN post p ON p.department_id = d.id AND p.main WHERE NOT d.excluded GROUP BY d.id`;
  await db.$executeRaw`
    INSERT INTO discussion (id, edition_id, department_id, state, understood, participants, held_on, reported_on)
    SELECT gen_random_uuid(), edition_id, department_id,
      (CASE WHEN chance < 0.8 THEN 'wrapped_up' WHEN chance < 0.85 THEN 'skipped' ELSE 'waiting' END)::discussion_state,
      repeat('お客さまのお気持ちを考えました。', 5), CASE WHEN chance < 0.8 THEN target_count END,
      CASE WHEN chance < 0.8 THEN ${opensAt}::date + (chance * 28)::int END,
      CASE WHEN chance < 0.8 THEN ${opensAt}::date + (chance * 28)::int + 1 END
    FROM (SELECT *, random() AS chance FROM edition_department WHERE edition_id = ${id}::uuid) part`;
  await db.$executeRaw`
    INSERT INTO insight (id, discussion_id, why, state, feelings, masked)
    SELECT gen_random_uuid(), d.id, '連絡がなく、不安だったからだと思います。', 'shown', '{}', '{}'
    FROM discussion d, generate_series(1, 4) WHERE d.edition_id = ${id}::uuid AND d.state = 'wrapped_up'`;
  if (!isOpen) return;
  await db.$executeRaw`
    INSERT INTO edition_voice (edition_id, voice_id, position)
    SELECT ${id}::uuid, id, row_number() OVER (ORDER BY reference) FROM voice ORDER BY reference LIMIT 2`;
  await db.$executeRaw`
    INSERT INTO hearing (person_id, voice_id, edition_id, department_id, heard_on)
    SELECT p.person_id, v.voice_id, v.edition_id, p.department_id, ${opensAt}::date
    FROM post p JOIN edition_voice v ON v.edition_id = ${id}::uuid WHERE p.main AND random() < 0.7`;
  await db.$executeRaw`
    INSERT INTO outgoing_message (id, purpose, subject_id, recipient_kind, recipient_id, act, priority, state, not_before, created_at)
    SELECT gen_random_uuid(), 'edition.card', ${id}::uuid, kind::recipient_kind, recipient, 'send', 1, 'sent', ${opensAt}, ${opensAt}
    FROM (SELECT 'person' AS kind, person_id AS recipient FROM post WHERE main
      UNION ALL SELECT 'department', id FROM department WHERE NOT excluded) everybody`;
}
