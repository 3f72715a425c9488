import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { allEditions, type Edition } from '../listening/index.ts';
import { findNames, requireRole } from '../people/index.ts';
import type { Bilingual } from '../ports.ts';
import { allVoices, findVoice, type Voice } from '../voices/index.ts';
import {
  byUrgency,
  type Guide,
  type GuideSource,
  guideFrom,
  monthThatCounts,
  type VoiceMonth,
} from './guide.rules.ts';
import { plannedPrompts } from './guideOf.ts';
import { countLibraryUse, findGuides, type StoredGuide } from './guides.store.ts';
import { type LibraryPrompt, libraryPrompts } from './promptLibrary.ts';

/** A voice as curators see it who write its guide. */
export interface VoiceGuide {
  voice: Omit<Voice, 'sentences' | 'bleeps'>;
  /** The month that counts for it. */
  month: VoiceMonth | null;
  source: GuideSource;
  /** When and by whom the guide was written; null: nobody has. */
  edited: { at: Date; by: Bilingual | null } | null;
}

/** … with all that its editor shows. */
export interface VoiceGuidePage extends VoiceGuide {
  guide: Guide;
  /** The guide that it would have had nobody written one. */
  standard: Guide;
  /** The whole library, and in how many written guides each prompt stands. */
  library: { prompt: LibraryPrompt; uses: number }[];
}

/**
 * Voices that may still be talked about, with whose words their guides are: those of this month and the coming ones
 * first. Withdrawn voices are left out.
 *
 * @throws AppError forbidden (curators only)
 */
export async function listVoiceGuides(ctx: Ctx): Promise<VoiceGuide[]> {
  await requireRole(ctx, 'curator');
  const voices = await allVoices(ctx.db);
  const [editions, written] = await Promise.all([
    allEditions(ctx.db),
    findGuides(
      ctx.db,
      voices.map(({ id }) => id),
    ),
  ]);
  const editors = await findNames(ctx.db, [...new Set([...written.values()].map((one) => one.editedById))]);
  const withdrawn = new Set(voices.filter(({ state }) => state === 'withdrawn').map(({ id }) => id));
  return voices
    .filter(({ id }) => !withdrawn.has(id))
    .map(
      (voice) => overviewOf({ voice, editions, withdrawn, stored: written.get(voice.id), editors }).overview,
    )
    .sort((one, other) => byUrgency(one.month, other.month));
}

/**
 * The guide of one voice, with what its curator may take from the library.
 *
 * @throws AppError forbidden (curators only), voice.notFound, voice.withdrawn
 */
export async function showVoiceGuide(ctx: Ctx, voiceId: string): Promise<VoiceGuidePage> {
  await requireRole(ctx, 'curator');
  const voice = await findVoice(ctx.db, voiceId);
  if (!voice) throw new AppError('voice.notFound');
  if (voice.state === 'withdrawn') throw new AppError('voice.withdrawn');
  const [editions, others, written, uses] = await Promise.all([
    allEditions(ctx.db),
    allVoices(ctx.db),
    findGuides(ctx.db, [voiceId]),
    countLibraryUse(ctx.db),
  ]);
  const stored = written.get(voiceId);
  const editors = await findNames(ctx.db, stored ? [stored.editedById] : []);
  const withdrawn = new Set(others.filter(({ state }) => state === 'withdrawn').map(({ id }) => id));
  const { overview, planned } = overviewOf({ voice, editions, withdrawn, stored, editors });
  const parts = { kind: voice.kind, planned, month: overview.month?.month ?? null };
  return {
    ...overview,
    guide: guideFrom({ ...parts, written: stored?.words ?? null }),
    standard: guideFrom({ ...parts, written: null }),
    library: libraryPrompts.map((prompt) => ({ prompt, uses: uses.get(prompt.key) ?? 0 })),
  };
}

interface Sources {
  voice: VoiceGuide['voice'];
  editions: readonly Edition[];
  /** Ids of withdrawn voices. */
  withdrawn: ReadonlySet<string>;
  stored: StoredGuide | undefined;
  editors: Awaited<ReturnType<typeof findNames>>;
}

function overviewOf({ voice, editions, withdrawn, stored, editors }: Sources): {
  overview: VoiceGuide;
  planned: Bilingual[] | null;
} {
  const months = editions
    .filter((edition) => edition.voiceIds.includes(voice.id))
    .map((edition) => ({
      edition,
      month: edition.month,
      state: edition.state,
      leads: edition.voiceIds.find((id) => !withdrawn.has(id)) === voice.id,
    }));
  const counts = monthThatCounts(months);
  const edition = months.find((one) => one === counts)?.edition;
  const planned = edition ? plannedPrompts(edition) : null;
  const editor = stored && editors.get(stored.editedById);
  return {
    overview: {
      voice,
      month: counts && { month: counts.month, state: counts.state, leads: counts.leads },
      source: stored ? 'written' : planned ? 'edition' : 'library',
      edited: stored
        ? { at: stored.editedAt, by: editor ? { ja: editor.name, en: editor.nameEn } : null }
        : null,
    },
    planned,
  };
}
