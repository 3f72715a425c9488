import type { LocalPerson } from '../../edges/http/contract.ts';

export type DepartmentGroup = { key: string; people: LocalPerson[] };

/**
 * The people whose name, department or role contains every word of the query, by department, in the order
 * in which the server lists them. `roleName` gives a role's label in the page's language.
 */
export function findPeople(
  people: readonly LocalPerson[],
  query: string,
  roleName: (role: string) => string,
): DepartmentGroup[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const groups = new Map<string, LocalPerson[]>();
  for (const person of people) {
    const text = fold(
      [person.name.ja, person.name.en, person.department.ja, person.department.en]
        .concat(person.roles.map(roleName))
        .join(' '),
    );
    // Japanese names are written with or without a space: both must be found.
    const dense = text.replaceAll(/\s/g, '');
    if (!words.every((word) => text.includes(word) || dense.includes(word))) continue;
    groups.set(person.department.ja, [...(groups.get(person.department.ja) ?? []), person]);
  }
  return [...groups].map(([key, members]) => ({ key, people: members }));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
