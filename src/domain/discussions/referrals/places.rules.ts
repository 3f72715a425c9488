/** A department with fewer people is not named: whose words they are could be found out. */
export const fewestPeople = 5;

/**
 * Whether an office reads which department an insight comes from, or only of which kind it is. What was withheld from
 * the workplace, because it would have told whose it is, does not tell it here either.
 */
export function mayNameDepartment(people: number, { withheld } = { withheld: false }): boolean {
  return people >= fewestPeople && !withheld;
}
