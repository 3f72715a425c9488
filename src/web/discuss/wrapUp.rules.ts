import type { DiscussionAct, DiscussionPage } from '../../edges/http/contract/discussion.ts';

/** What a leader fills in at the end. */
export type WrapUpDraft = Omit<Extract<DiscussionAct, { act: 'wrapUp' }>, 'act'>;

/** Where the leader's number of participants starts: who checked in, or before anybody could, the members. */
export function headcount({ leading, members }: Pick<DiscussionPage, 'leading' | 'members'>): number {
  return leading?.counted || members.length;
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
  };
}

/** As it is sent: rows that nobody filled in are left out. */
export function wrapUpToSend(draft: WrapUpDraft): WrapUpDraft {
  return { ...draft, actions: draft.actions.filter((action) => action.text.trim() !== '') };
}
