/** A department with fewer people is not named: whose words they are could be found out. */
export const fewestPeople = 5;

/** Whether an office reads which department an insight comes from, or only of which kind it is. */
export function mayNameDepartment(people: number): boolean {
  return people >= fewestPeople;
}
