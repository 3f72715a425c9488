import type { SharedContent } from './shared.store.ts';

/** What could change, where somebody wrote it; else what they saw. */
export function tellingWords({ change, why, felt }: Record<'change' | 'why' | 'felt', string>): string {
  return [change, why, felt].find((words) => words.trim() !== '') ?? '';
}

/** What a workplace suggested for proposals, in its own words: groups by their titles, then insights, then actions. */
export function proposedIn({
  insights,
  groups,
  actions,
}: Pick<SharedContent, 'insights' | 'groups' | 'actions'>): string[] {
  const titles = groups
    .filter((group) => group.suggested)
    .map((group) => {
      const first = insights.find((insight) => insight.groupId === group.id);
      // What is hidden takes its group's title with it.
      return first ? group.title || tellingWords(first) : '';
    });
  const words = insights.filter((insight) => insight.suggested).map(tellingWords);
  const plans = actions.filter((action) => action.suggested).map((action) => action.text);
  return [...titles, ...words, ...plans].filter((one) => one !== '');
}
