import { z } from 'zod';

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

/**
 * What an audience names and the company does not have. A mistyped department would quietly be left out.
 *
 * @returns e.g. ["departments: CL-AUTO9"]; empty when all is known
 */
export function unknownInAudience(
  audience: Audience,
  known: Readonly<Record<'kinds' | 'linesOfBusiness' | 'departments', readonly string[]>>,
): string[] {
  if ('all' in audience) return [];
  return (['kinds', 'linesOfBusiness', 'departments'] as const).flatMap((list) =>
    (audience[list] ?? []).filter((key) => !known[list].includes(key)).map((key) => `${list}: ${key}`),
  );
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
