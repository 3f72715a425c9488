import type { Command } from 'commander';
import { listVoices } from '../../domain/voices/index.ts';
import type { Cli } from '../cli.ts';
import { operate } from '../operate.ts';
import { tableLines } from '../text.ts';
import { voiceCells, voiceJson } from './voiceView.ts';

/** `voice list`: all voices with their state. */
export function addVoiceList(cli: Cli, voice: Command): void {
  const command = voice.command('list').description(cli.t('cli.voice.list.description'));
  operate(cli, command, {
    operator: { role: 'curator' },
    run: async ({ ctx }) => {
      const voices = await listVoices(ctx);
      const rows = voices.map((one) => voiceCells(cli, one, ctx.settings));
      return {
        json: { voices: voices.map(voiceJson) },
        lines: rows.length > 0 ? tableLines(rows) : [cli.t('cli.voice.list.none')],
      };
    },
  });
}
