import {
  type GroupingOptions,
  groupingSteps,
  type SimilarityGroup,
  type TextToGroup,
} from './groups.rules.ts';

/** Groups the texts of one discussion at once; for more than some hundred use `groupManyBySimilarity`. */
export function groupBySimilarity(
  texts: readonly TextToGroup[],
  options?: GroupingOptions,
): SimilarityGroup[] {
  const steps = groupingSteps(texts, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** After so long others have their turn. */
const longestPieceMs = 15;

/**
 * The same for any number of texts, in pieces between which others have their turn.
 *
 * @param breathe how to let them; it may throw to stop
 */
export async function groupManyBySimilarity(
  texts: readonly TextToGroup[],
  options?: GroupingOptions,
  breathe: () => Promise<unknown> = () => new Promise((resolve) => setImmediate(resolve)),
): Promise<SimilarityGroup[]> {
  const steps = groupingSteps(texts, options);
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < longestPieceMs) continue;
    await breathe();
    since = performance.now();
  }
}
