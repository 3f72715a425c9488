import type { Ctx } from '../context.ts';
import type { DepartmentRow, PersonRow } from '../people/index.ts';
import { mainPost } from '../people/index.ts';
import type { Content } from '../ports.ts';
import { departmentsOf } from './audience.rules.ts';
import { cardsOfEdition } from './editionCards.ts';
import { editionsInState } from './editions.store.ts';
import { editionCardPurpose } from './openEdition.ts';

/**
 * The cards of the open editions for somebody who asks for them (「今月の声」), as they read now. Without the
 * customers' words: only the pushed card is known by its activity and follows a recall, an answer stays as it
 * was sent.
 */
export async function cardsForRecipient(
  ctx: Ctx,
  asking: { person: PersonRow } | { department: DepartmentRow },
): Promise<Content[]> {
  const isPerson = 'person' in asking;
  const department = isPerson ? mainPost(asking.person)?.department : asking.department;
  const recipientId = isPerson ? asking.person.id : asking.department.id;
  const cards: Content[] = [];
  for (const edition of await editionsInState(ctx.db, 'open')) {
    if (!department || departmentsOf(edition.audience, [department]).length === 0) continue;
    const request = {
      id: edition.id,
      purpose: editionCardPurpose,
      subjectId: edition.id,
      recipientKind: isPerson ? ('person' as const) : ('department' as const),
      recipientId,
      // As a card that is there already reads now: who asks gets it, on leave too, and hears of a recall.
      act: 'update' as const,
    };
    const card = (await cardsOfEdition(ctx, edition, [request])).get(edition.id);
    if (card && 'content' in card) cards.push(withoutQuotes(card.content));
  }
  return cards;
}

function withoutQuotes(content: Content): Content {
  if (content.card !== 'edition') return content;
  return { ...content, voices: content.voices.map((voice) => ({ ...voice, quote: null })) };
}
