import type { Finding } from '../privacy/index.ts';

/** Who is called so is a customer: colleagues are さん, or go by what they do. */
const customersTitle = /^\s*(?:様|さま|サマ|ｻﾏ)/u;

/**
 * The names that may stand in what a workplace will do: those of colleagues. Whoever is called 様 anywhere in it is a
 * customer everywhere in it.
 *
 * @param texts what belongs together
 * @param found what was found in each of them
 */
export function colleaguesIn(texts: readonly string[], found: readonly (readonly Finding[])[]): string[] {
  const names = texts.flatMap((text, index) =>
    (found[index] ?? [])
      .filter(({ type }) => type === 'name')
      .map(({ start, end }) => ({
        name: text.slice(start, end),
        isCustomer: customersTitle.test(text.slice(end)),
      })),
  );
  const customers = new Set(names.filter((one) => one.isCustomer).map((one) => one.name));
  return names.map((one) => one.name).filter((name) => !customers.has(name));
}
