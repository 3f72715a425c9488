import type { DiscussionAct, DiscussionPage } from '../../edges/http/contract/discussion.ts';

/** What a leader fills in at the end. */
export type WrapUpDraft = Omit<Extract<DiscussionAct, { act: 'wrapUp' }>, 'act'>;

/** Where the leader's number of participants starts: who checked in, or before anybody could, whom it concerns. */
export function headcount({ leading }: Pick<DiscussionPage, 'leading'>): number {
  return leading ? leading.counted || leading.concerned : 0;
}

/** What the form begins with: what was reported, or what is known. */
export function wrapUpDraft(page: DiscussionPage, today: string): WrapUpDraft {
  const { shared } = page;
  return {
    understood: shared.understood,
    participants: shared.participants ?? headcount(page),
    heldOn: shared.heldOn ?? today,
    actions: shared.actions.map(({ id, text, owner, dueOn }) => ({
      id,
      text,
      ownerId: owner?.id ?? null,
      dueOn,
    })),
    seenReports: shared.reports,
  };
}

/** What a leader filled in, with what somebody else reported meanwhile: nothing of either is lost. */
export function besideReported(page: DiscussionPage, draft: WrapUpDraft): WrapUpDraft {
  if (draft.seenReports === page.shared.reports) return draft;
  const reported = wrapUpDraft(page, draft.heldOn);
  const known = new Set(reported.actions.map(({ id }) => id));
  const words = [reported.understood, draft.understood].map((text) => text.trim()).filter(Boolean);
  return {
    ...reported,
    understood: [...new Set(words)].join('\n'),
    actions: [...reported.actions, ...draft.actions.filter(({ id }) => !known.has(id))],
  };
}

/** As it is sent: rows that nobody filled in are left out. */
export function wrapUpToSend(draft: WrapUpDraft): WrapUpDraft {
  return { ...draft, actions: draft.actions.filter((action) => action.text.trim() !== '') };
}

const mask = /【[^【】]{1,12}】/gu;

/**
 * Which kinds of personal data were masked in what a leader reported, as the masks name them.
 *
 * @param sent what they wrote
 * @param kept what is stored of it
 */
export function maskedKinds(sent: readonly string[], kept: readonly string[]): string[] {
  const written = new Set(sent.flatMap((text) => text.match(mask) ?? []));
  const found = kept.flatMap((text) => text.match(mask) ?? []).filter((one) => !written.has(one));
  // Of two people it is 氏名A and 氏名B; here the kind is enough.
  return [...new Set(found.map((one) => one.slice(1, -1).replace(/[A-Z]$/u, '')))];
}
