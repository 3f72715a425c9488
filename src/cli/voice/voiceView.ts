import type { Ctx } from '../../domain/context.ts';
import { findVoice, findVoiceByReference, type listVoices, type Voice } from '../../domain/voices/index.ts';
import { AppError } from '../../platform/errors.ts';
import { durationText } from '../../platform/i18n/dates.ts';
import { lineOfBusinessText, quoted } from '../../platform/i18n/labels.ts';
import type { Settings } from '../../platform/settings.ts';
import type { Cli } from '../cli.ts';
import { isId } from '../values.ts';

type VoiceRow = Awaited<ReturnType<typeof listVoices>>[number];

/**
 * The voice with this id or reference.
 *
 * @throws AppError voice.notFound
 */
export async function requireVoice(ctx: Ctx, idOrReference: string): Promise<Voice> {
  const voice = isId(idOrReference)
    ? await findVoice(ctx.db, idOrReference)
    : await findVoiceByReference(ctx.db, idOrReference);
  if (!voice) throw new AppError('voice.notFound', { voice: idOrReference });
  return voice;
}

/** A voice for programs: facts and the quote, no other word of the customer's. */
export function voiceJson(voice: VoiceRow) {
  return {
    id: voice.id,
    reference: voice.reference,
    state: voice.state,
    kind: voice.kind,
    lineOfBusiness: voice.lineOfBusiness,
    intakeChannel: voice.intakeChannel,
    caller: voice.caller,
    receivedMonth: voice.receivedMonth,
    quote: voice.quote,
    durationMs: voice.durationMs,
    healthHold: voice.healthHold,
    importedAt: voice.importedAt.toISOString(),
    approvedAt: voice.approvedAt?.toISOString() ?? null,
    withdrawnAt: voice.withdrawnAt?.toISOString() ?? null,
    withdrawReason: voice.withdrawReason,
  };
}

/** A voice as one row of a table. */
export function voiceCells({ t, locale }: Cli, voice: VoiceRow, settings: Settings): string[] {
  return [
    voice.reference,
    t(`cli.state.voice.${voice.state}`),
    settings.kinds[voice.kind]?.[locale] ?? voice.kind,
    lineOfBusinessText(voice.lineOfBusiness, settings, locale),
    durationText(voice.durationMs, locale),
    quoted(voice.quote),
  ];
}
