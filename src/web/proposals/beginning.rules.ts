/** What a proposal may begin from, by its name in the address. */
const beginnings = ['suggestion', 'draft', 'voice'] as const;

/** What the address says a proposal begins from: one draft is kept for each. */
export function beginningOf(query: URLSearchParams): string {
  const name = beginnings.find((one) => query.has(one));
  return name ? `${name}.${query.get(name)}` : 'page';
}
