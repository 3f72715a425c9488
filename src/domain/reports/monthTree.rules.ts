import { addCounts, type Counts, heldCount, noCounts } from './counts.rules.ts';

/** A department as the directory has it. */
export interface TreeDepartment {
  id: string;
  parentId: string | null;
  /** 対象外, or not in the directory any more. */
  excluded: boolean;
}

/** What one department did in a month, by itself. */
export interface OwnCounts {
  departmentId: string;
  counts: Counts;
}

/** A month's row of a department: by itself, and together with all below it. */
export interface MonthRow {
  departmentId: string;
  parentId: string | null;
  children: number;
  own: Counts;
  all: Counts;
  /** Whether its own people's figures may be shown as counts. */
  counted: boolean;
  /** The same for the figures together with all below. */
  allCounted: boolean;
}

interface Node extends MonthRow {
  below: Node[];
  /** People of whom its sum alone tells: those below it that no other visible count covers. */
  tells: number;
}

/**
 * The tree of a month with its sums, from the company down. Departments that take no part are passed over: what is below
 * them belongs to the next one above. Who has figures of their own is there in any case.
 *
 * **No subtraction shows what a band hides.** A sum is a count only where what it adds to the counts below it, which
 * somebody could take away from it, is nobody or at least `bandsBelow` people.
 *
 * @param rootId stands for the whole company
 * @param bandsBelow departments with fewer people show bands
 */
export function monthTree(
  own: readonly OwnCounts[],
  departments: readonly TreeDepartment[],
  rootId: string,
  bandsBelow: number,
): MonthRow[] {
  const countsOf = new Map(own.map((one) => [one.departmentId, one.counts]));
  const known = new Map(departments.map((one) => [one.id, one]));
  const nodes = new Map<string, Node>();
  const root = newNode(rootId, null, noCounts());

  function placed(id: string): Node {
    const there = nodes.get(id);
    if (there) return there;
    const parentId = parentOf(id);
    const node = newNode(id, parentId ?? rootId, countsOf.get(id) ?? noCounts());
    nodes.set(id, node);
    (parentId ? placed(parentId) : root).below.push(node);
    return node;
  }

  /** The next department above that is part of the tree; null at the top. */
  function parentOf(id: string): string | null {
    const seen = new Set([id]);
    let found: string | null = null;
    for (let at = known.get(id)?.parentId ?? null; at !== null; at = known.get(at)?.parentId ?? null) {
      // A faulty directory goes in circles: whoever is in one stands at the top.
      if (at === id) return null;
      if (seen.has(at)) break;
      seen.add(at);
      const isPart = countsOf.has(at) || known.get(at)?.excluded === false;
      if (isPart) found ??= at;
    }
    return found;
  }

  for (const { departmentId } of own) placed(departmentId);
  sumUp(root, bandsBelow);
  return [root, ...nodes.values()].map(({ below, tells, ...row }) => ({ ...row, children: below.length }));
}

function newNode(departmentId: string, parentId: string | null, own: Counts): Node {
  return {
    departmentId,
    parentId,
    children: 0,
    own,
    all: { ...own },
    counted: true,
    allCounted: true,
    below: [],
    tells: 0,
  };
}

/** Sums a department and all below it; returns how many of its people no visible count tells of yet. */
function sumUp(node: Node, bandsBelow: number): number {
  node.counted = node.own.target === 0 || node.own.target >= bandsBelow;
  let hidden = node.counted ? 0 : node.own.target;
  for (const child of node.below) {
    hidden += sumUp(child, bandsBelow);
    addCounts(node.all, child.all);
  }
  // Alone it is itself: the two must say the same.
  if (node.below.length === 0) {
    node.allCounted = node.counted;
    return hidden;
  }
  if (hidden > 0 && hidden < bandsBelow) hidden += hideOneBelow(node);
  node.allCounted = hidden === 0 || hidden >= bandsBelow;
  node.tells = node.allCounted ? hidden : 0;
  return node.allCounted ? 0 : hidden;
}

/**
 * The sum of a division matters more than that of one of its parts: where so few are left that the division could not be
 * shown, a part is shown as a band instead. Returns how many more people the division then tells of.
 */
function hideOneBelow(node: Node): number {
  let smallest: Node[] = [];
  const people = (path: readonly Node[]) => path.reduce((sum, one) => sum + one.tells, 0);
  const look = (at: Node, path: readonly Node[]) => {
    const here = [...path, at];
    if (at.tells > 0 && (smallest.length === 0 || people(here) < people(smallest))) smallest = here;
    for (const child of at.below) if (child.allCounted) look(child, here);
  };
  for (const child of node.below) if (child.allCounted) look(child, []);
  const more = people(smallest);
  for (const part of smallest) Object.assign(part, { allCounted: false, tells: 0 });
  return more;
}

/** Whether a department that takes no part any more still has something to show for the month. */
export function hasFigures(counts: Counts): boolean {
  return counts.target > 0 || counts.heard > 0 || heldCount(counts) > 0 || counts.insights > 0;
}
