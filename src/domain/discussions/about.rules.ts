/** What an insight is about: one of the month's voices; null: all of them together. */
export type About = string | null;

/**
 * Insights by the voice that they are about, in the order of the voices, those about all of them at the end. Of one
 * voice alone everything is about it. Two customers are never counted or grouped as one.
 */
export function byVoice<I extends { voiceId: string | null }>(
  insights: readonly I[],
  voiceIds: readonly string[],
): { voiceId: About; insights: I[] }[] {
  if (insights.length === 0) return [];
  const [only] = voiceIds;
  if (only !== undefined && voiceIds.length === 1) return [{ voiceId: only, insights: [...insights] }];
  const parts = Map.groupBy(insights, (insight) => insight.voiceId);
  const rank = (voiceId: About) => (voiceId === null ? Number.POSITIVE_INFINITY : voiceIds.indexOf(voiceId));
  return [...parts]
    .map(([voiceId, own]) => ({ voiceId, insights: own }))
    .sort((a, b) => rank(a.voiceId) - rank(b.voiceId));
}
