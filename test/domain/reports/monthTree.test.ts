import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noCounts } from '../../../src/domain/reports/counts.rules.ts';
import { monthTree, type TreeDepartment } from '../../../src/domain/reports/monthTree.rules.ts';

const bandsBelow = 20;
const company = 'company';

/** [id, above, people, heard] */
type Place = readonly [string, string | null, number, number];

function treeOf(places: readonly Place[], excluded: readonly string[] = []) {
  const departments: TreeDepartment[] = places.map(([id, parentId]) => ({
    id,
    parentId,
    excluded: excluded.includes(id),
  }));
  const own = places
    .filter(([id, , target]) => target > 0 && !excluded.includes(id))
    .map(([departmentId, , target, heard]) => ({
      departmentId,
      counts: { ...noCounts(), departments: 1, target, heard },
    }));
  return new Map(monthTree(own, departments, company, bandsBelow).map((row) => [row.departmentId, row]));
}

describe('the tree of a month', () => {
  it('sums counts from the bottom to the company', () => {
    const tree = treeOf([
      ['claims', null, 21, 10],
      ['motor', 'claims', 30, 20],
      ['team', 'motor', 25, 5],
      ['sales', null, 40, 40],
    ]);
    expect(tree.get('motor')?.all).toMatchObject({ departments: 2, target: 55, heard: 25 });
    expect(tree.get('claims')?.all).toMatchObject({ departments: 3, target: 76, heard: 35 });
    expect(tree.get(company)?.all).toMatchObject({ departments: 4, target: 116, heard: 75 });
    expect(tree.get('claims')).toMatchObject({ parentId: company, children: 1 });
    expect(tree.get('motor')?.parentId).toBe('claims');
  });

  it('passes over departments that take no part', () => {
    const tree = treeOf(
      [
        ['division', null, 30, 1],
        ['gone', 'division', 12, 3],
        ['team', 'gone', 22, 2],
      ],
      ['gone'],
    );
    expect(tree.has('gone')).toBe(false);
    expect(tree.get('team')?.parentId).toBe('division');
    expect(tree.get('division')?.all.target).toBe(52);
  });

  it('keeps places without people of their own for those below', () => {
    const tree = treeOf([
      ['region', null, 0, 0],
      ['branch', 'region', 24, 12],
    ]);
    expect(tree.get('region')).toMatchObject({ counted: true, allCounted: true, own: { departments: 0 } });
    expect(tree.get('region')?.all.heard).toBe(12);
  });

  it('survives a directory that goes in circles', () => {
    const tree = treeOf([
      ['a', 'b', 21, 1],
      ['b', 'a', 22, 2],
    ]);
    expect(tree.get(company)?.all.target).toBe(43);
  });

  it('shows no sum from which a small department could be taken away', () => {
    const tree = treeOf([
      ['division', null, 40, 30],
      ['large', 'division', 25, 20],
      ['small', 'division', 6, 2],
      ['other', null, 100, 50],
    ]);
    expect(tree.get('small')?.counted).toBe(false);
    expect(tree.get('large')?.counted).toBe(true);
    expect(tree.get('division')?.allCounted).toBe(false);
    expect(tree.get(company)?.allCounted).toBe(false);
  });

  it('shows the sum of small departments that are many people together', () => {
    const tree = treeOf([
      ['division', null, 40, 30],
      ['first', 'division', 12, 6],
      ['second', 'division', 11, 2],
    ]);
    expect(tree.get('division')?.allCounted).toBe(true);
    expect(tree.get(company)?.allCounted).toBe(true);
  });

  it('shows the company rather than one of its divisions', () => {
    const tree = treeOf([
      ['east', null, 40, 30],
      ['first', 'east', 12, 6],
      ['second', 'east', 11, 2],
      ['west', null, 40, 30],
      ['alone', 'west', 10, 1],
    ]);
    expect(tree.get(company)?.allCounted).toBe(true);
    // East's sum would leave West's ten people.
    expect(tree.get('east')?.allCounted).toBe(false);
  });

  it('never lets sums and differences tell of fewer people than a band protects', () => {
    const place = fc.record({ above: fc.nat(6), people: fc.nat(45) });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 7 }), (found) => {
        const places = found.map(
          ({ above, people }, index): Place => [
            `d${index}`,
            // Above stands an earlier one, or the company.
            above < index ? `d${above}` : null,
            people,
            0,
          ],
        );
        const tree = treeOf(places);
        const people = places.filter(([, , target]) => target > 0);
        const isBelow = (id: string, top: string): boolean => {
          for (let at: string | null = id; at !== null; at = tree.get(at)?.parentId ?? null) {
            if (at === top) return true;
          }
          return false;
        };
        const told = [...tree.values()].flatMap((row) => [
          ...(row.counted && row.own.target > 0
            ? [people.map(([id]) => (id === row.departmentId ? 1 : 0))]
            : []),
          ...(row.allCounted ? [people.map(([id]) => (isBelow(id, row.departmentId) ? 1 : 0))] : []),
        ]);
        for (let subset = 1; subset < 2 ** people.length; subset++) {
          const group = people.map((_, index) => (subset >> index) & 1);
          const size = people.reduce((sum, [, , target], index) => sum + target * (group[index] ?? 0), 0);
          if (size < bandsBelow) expect(rank([...told, group])).toBe(rank(told) + 1);
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** How many of the vectors say something of their own. */
function rank(vectors: readonly (readonly number[])[]): number {
  const left = vectors.map((vector) => [...vector]);
  let found = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const at = left.findIndex((row, index) => index >= found && Math.abs(row[column] ?? 0) > 1e-9);
    const pivot = left[at];
    if (!pivot) continue;
    left[at] = left[found] ?? pivot;
    left[found] = pivot;
    for (const [index, row] of left.entries()) {
      if (index === found) continue;
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let k = column; k < row.length; k++) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0);
    }
    found++;
  }
  return found;
}
