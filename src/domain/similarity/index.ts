export function groupBySimilarity(
  texts: readonly { id: string; text: string }[],
): { ids: string[]; title: string | null }[] {
  return texts.length === 0 ? [] : [{ ids: texts.map(({ id }) => id), title: null }];
}
