import { inTransaction } from '../../platform/db/client.ts';
import type { Ctx } from '../context.ts';
import type { ContentOrDrop, MarkedMessage } from '../dispatch/index.ts';
import { findEdition, loadEditionCards } from '../listening/index.ts';
import type { Content } from '../ports.ts';
import { examplesFor, markTold } from './toldExamples.store.ts';

/** So many 改善事例 one month's card carries. */
const most = 2;

/** The month's cards with the 改善事例 that they carry: listening comes before proposals and cannot know them. */
export async function loadEditionCardsWithExamples(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const loaded = await loadEditionCards(ctx, messages);
  const contents = [...loaded.values()].flatMap((one) => ('content' in one ? [one.content] : []));
  const titles = await examplesOf(ctx, contents);
  return new Map(
    [...loaded].map(([id, one]) => [
      id,
      'content' in one ? { content: withTitles(one.content, titles) } : one,
    ]),
  );
}

/** The same of cards that somebody asked for. */
export async function withExamples(ctx: Ctx, contents: readonly Content[]): Promise<Content[]> {
  const titles = await examplesOf(ctx, contents);
  return contents.map((content) => withTitles(content, titles));
}

/** When an edition opened: what its card carries, no later month's will. Doing it twice is doing it once. */
export async function markExamplesTold(ctx: Ctx, editionId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const edition = await findEdition(tx.db, editionId);
    if (!edition) return;
    const examples = await examplesFor(tx.db, edition.month, edition.openedAt ?? edition.opensAt, most);
    await markTold(
      tx.db,
      examples.map(({ proposalId }) => proposalId),
      edition.month,
    );
  });
}

type Titles = ReadonlyMap<string, string[]>;

function withTitles(content: Content, titles: Titles): Content {
  if (content.card !== 'edition') return content;
  return { ...content, examples: titles.get(content.editionId) ?? [] };
}

/** By edition. All cards of one edition carry the same ones, whenever they are rendered. */
async function examplesOf(ctx: Ctx, contents: readonly Content[]): Promise<Titles> {
  const editionIds = contents.flatMap((content) => (content.card === 'edition' ? [content.editionId] : []));
  const titles = new Map<string, string[]>();
  for (const editionId of new Set(editionIds)) {
    const edition = await findEdition(ctx.db, editionId);
    if (!edition) continue;
    const examples = await examplesFor(ctx.db, edition.month, edition.openedAt ?? edition.opensAt, most);
    titles.set(
      editionId,
      examples.map(({ title }) => title),
    );
  }
  return titles;
}
