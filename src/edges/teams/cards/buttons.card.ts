import type { IActionSet, IExecuteAction, IOpenUrlAction, ISubmitAction } from '@microsoft/teams.cards';
import { type ActingVerb, cardAction, type DialogVerb, nothing } from '../actions/cardAction.ts';
import type { CardSurroundings } from './surroundings.ts';

export type Button = ISubmitAction | IOpenUrlAction | IExecuteAction;
type Look = Pick<ISubmitAction, 'title' | 'tooltip' | 'style'>;

/** A row of buttons. Teams shows six at most. */
export function buttons(actions: readonly Button[]): IActionSet[] {
  return actions.length > 0 ? [{ type: 'ActionSet', spacing: 'Small', actions: [...actions] }] : [];
}

/**
 * Opens a page: the same button is a dialog in Teams and the browser in the Playground.
 *
 * @param path where the page is, for the browser; in Teams the verb's handler knows
 */
export function opensPage(
  verb: DialogVerb,
  subjectId: string,
  path: string,
  look: Look,
  { opensDialogs, publicUrl }: CardSurroundings,
): Button {
  if (!opensDialogs) return { type: 'Action.OpenUrl', url: `${publicUrl}${path}`, ...look };
  return {
    type: 'Action.Submit',
    data: { msteams: { type: 'task/fetch' }, ...cardAction(verb, subjectId) },
    ...look,
  };
}

/** The page of the discussion: of one department, or of those that the person has. */
export function opensDiscussion(
  { editionId, departmentId }: { editionId: string; departmentId: string | null },
  look: Look,
  surroundings: CardSurroundings,
): Button {
  const path = discussionPath(editionId, departmentId);
  return opensPage('discussion.open', editionId, path, look, surroundings);
}

/** Where the page of a discussion is. */
export function discussionPath(editionId: string, departmentId: string | null): string {
  return `/discuss/${editionId}${departmentId ? `?department=${departmentId}` : ''}`;
}

/** Where the page of a proposal is. */
export function proposalPath(proposalId: string): string {
  return `/proposals/${proposalId}`;
}

/**
 * 「改善提案をする」: the page's form.
 *
 * @param about the voice that it begins with; null: nothing in particular
 */
export function opensProposalForm(
  about: { voiceId: string } | null,
  look: Look,
  surroundings: CardSurroundings,
): Button {
  if (!about) return opensPage('proposal.new', nothing, '/propose', look, surroundings);
  const { voiceId } = about;
  return opensPage('proposal.new', voiceId, `/propose?voice=${voiceId}`, look, surroundings);
}

/**
 * Does something at once; the card that comes back says what.
 *
 * @param inputs whether what was put into the card's inputs comes along
 */
export function acts(
  verb: ActingVerb,
  subjectId: string,
  look: Look,
  inputs: 'auto' | 'none' = 'none',
): Button {
  return {
    type: 'Action.Execute',
    verb,
    data: { ...cardAction(verb, subjectId) },
    associatedInputs: inputs,
    ...look,
  };
}
