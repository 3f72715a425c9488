import type { Request, Server } from 'restify';
import type { Ctx } from '../../domain/context.ts';
import {
  editGuide,
  listVoiceGuides,
  longestGuideText,
  longestPrompt,
  mostPrompts,
  showVoiceGuide,
  type VoiceGuide,
} from '../../domain/discussions/index.ts';
import type { Settings } from '../../platform/settings.ts';
import { type GuidePage, guideEditSchema, type VoiceGuide as VoiceGuideView } from './contract/guides.ts';
import { type Door, idOf, parse } from './door.ts';
import { label, lineOfBusiness } from './present.ts';

/** The routes by which curators write 進行ガイド (contract/guides.ts). */
export function mountGuides(server: Server, { settings }: Ctx, { json, signedIn }: Door): void {
  server.get(
    '/api/guides',
    json(async (req) => ({
      guides: (await listVoiceGuides(await signedIn(req))).map((one) => presentGuide(one, settings)),
    })),
  );
  server.get(
    '/api/guides/:id',
    json(async (req) => guidePage(await signedIn(req), voiceIdOf(req))),
  );
  server.post(
    '/api/guides/:id',
    json(async (req) => {
      const acting = await signedIn(req);
      const voiceId = voiceIdOf(req);
      const { guide, seenAt } = parse(guideEditSchema, req.body, 'guide');
      await editGuide(acting, { voiceId, guide, seenAt: seenAt === null ? null : new Date(seenAt) });
      return guidePage(acting, voiceId);
    }),
  );
}

const voiceIdOf = (req: Request) => idOf(req, 'voice.notFound');

async function guidePage(ctx: Ctx, voiceId: string): Promise<GuidePage> {
  const { settings } = ctx;
  const page = await showVoiceGuide(ctx, voiceId);
  const { opening, prompts, listenFor, closing } = page.guide;
  const { standard, library } = page;
  const suited = new Set(library.flatMap(({ prompt }) => prompt.kinds));
  return {
    ...presentGuide(page, settings),
    guide: { opening, prompts, listenFor, closing },
    standard: {
      opening: standard.opening,
      prompts: standard.prompts,
      listenFor: standard.listenFor,
      closing: standard.closing,
    },
    library: library.map(({ prompt, uses }) => ({
      key: prompt.key,
      kinds: prompt.kinds,
      part: prompt.part,
      theme: prompt.theme ?? null,
      text: prompt.text,
      uses,
    })),
    kinds: Object.keys(settings.kinds)
      .filter((key) => suited.has(key))
      .map((key) => label(settings.kinds, key)),
    limits: { mostPrompts, longestPrompt, longestText: longestGuideText },
  };
}

function presentGuide({ voice, month, source, edited }: VoiceGuide, settings: Settings): VoiceGuideView {
  return {
    voice: {
      id: voice.id,
      reference: voice.reference,
      kind: label(settings.kinds, voice.kind),
      lineOfBusiness: lineOfBusiness(voice.lineOfBusiness, settings),
      receivedMonth: voice.receivedMonth,
      quote: voice.quote,
      durationMs: voice.durationMs,
    },
    // A cancelled month counts for no voice.
    month: month && month.state !== 'cancelled' ? { ...month, state: month.state } : null,
    source,
    edited: edited && { at: edited.at.toISOString(), by: edited.by },
  };
}
