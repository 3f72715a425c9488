/** A company of any size for the benchmarks, on top of the sample company, everybody met ahead. */
import type { Ctx } from '../src/domain/context.ts';
import { newId } from '../src/platform/ids.ts';

export interface Size {
  departments: number;
  people: number;
  /** Where the stub connector answers. */
  origin: string;
}

/** Adds departments and people to the database; the first person of each department is its head. */
export async function growCompany({ db }: Ctx, { departments, people, origin }: Size) {
  const departmentRows = Array.from({ length: departments }, (_, index) => ({
    id: newId(),
    code: `B${index}`,
    name: `第${index}課`,
    nameEn: `Section ${index}`,
    kind: 'sales',
    linesOfBusiness: [],
    reach: 'channel' as const,
    teamsConversationId: `19:bench-${index}@thread.tacv2`,
  }));
  await db.department.createMany({ data: departmentRows });
  const personRows = Array.from({ length: people }, (_, index) => ({
    id: newId(),
    employeeNo: `B${index}`,
    name: `社員${index}`,
    nameEn: `Employee ${index}`,
    entraObjectId: newId(),
    locale: index % 10 === 0 ? 'en' : 'ja',
  }));
  await db.person.createMany({ data: personRows });
  await db.post.createMany({
    data: personRows.map((person, index) => ({
      personId: person.id,
      departmentId: departmentRows[index % departments]?.id ?? '',
      role: index < departments ? ('head' as const) : ('member' as const),
    })),
  });
  const met = { serviceUrl: origin, metAt: new Date() };
  await db.conversation.createMany({
    data: [
      ...personRows.map(({ id }) => ({
        recipientKind: 'person' as const,
        recipientId: id,
        conversationId: `a:${id}`,
        ...met,
      })),
      ...departmentRows.map(({ id, teamsConversationId }) => ({
        recipientKind: 'department' as const,
        recipientId: id,
        conversationId: teamsConversationId,
        ...met,
      })),
    ],
  });
  return {
    departments: departmentRows.map(({ id }, index) => ({
      id,
      people: personRows.filter((_, at) => at % departments === index).map((person) => person.id),
    })),
  };
}
