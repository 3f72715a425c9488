import { z } from 'zod';
import { AppError } from '../../platform/errors.ts';
import { nearest } from '../../platform/nearest.ts';

/**
 * Whom an edition is for: everybody, or the departments that match any of what is given. Departments that
 * are 対象外 are never in it.
 */
export const audienceSchema = z.union([
  z.strictObject({ all: z.literal(true) }),
  z
    .strictObject({
      kinds: z.array(z.string()).optional(),
      linesOfBusiness: z.array(z.string()).optional(),
      /** Department codes. */
      departments: z.array(z.string()).optional(),
    })
    .refine((audience) => Object.values(audience).some((list) => list && list.length > 0)),
]);
export type Audience = z.infer<typeof audienceSchema>;

interface AudienceDepartment {
  code: string;
  kind: string;
  linesOfBusiness: string[];
  excluded: boolean;
}

/** What the company has of each thing that an audience names. */
type Known = Readonly<Record<'kinds' | 'linesOfBusiness' | 'departments', readonly string[]>>;

/**
 * An audience that names what the company does not have: a mistyped department would quietly be left out.
 *
 * @throws AppError edition.unknownKey with the keys that there are, edition.unknownDepartment with the codes
 *   that come nearest
 */
export function requireKnownAudience(audience: Audience, known: Known): void {
  if ('all' in audience) return;
  for (const list of ['kinds', 'linesOfBusiness', 'departments'] as const) {
    const unknown = (audience[list] ?? []).filter((key) => !known[list].includes(key));
    const [first] = unknown;
    if (first === undefined) continue;
    const values = { list, unknown: unknown.join(', ') };
    if (list !== 'departments') {
      throw new AppError('edition.unknownKey', { ...values, known: known[list].join(', ') });
    }
    throw new AppError('edition.unknownDepartment', {
      ...values,
      near: nearest(first, known[list]).join(', '),
    });
  }
}

/** The departments of an audience. */
export function departmentsOf<D extends AudienceDepartment>(
  audience: Audience,
  departments: readonly D[],
): D[] {
  const included = departments.filter((department) => !department.excluded);
  if ('all' in audience) return included;
  return included.filter(
    (department) =>
      audience.kinds?.includes(department.kind) ||
      audience.departments?.includes(department.code) ||
      department.linesOfBusiness.some((line) => audience.linesOfBusiness?.includes(line)),
  );
}
