import { resolve } from 'node:path';
import type { Command } from 'commander';
import { importVoice } from '../../domain/voices/index.ts';
import { readVoiceFolder } from '../../edges/files/voiceFolder.ts';
import { callersFolder } from '../../platform/config/config.ts';
import type { Cli } from '../cli.ts';
import { operate } from '../operate.ts';
import { requireVoice, voiceJson } from './voiceView.ts';

/** `voice import DIR`: takes in the folder of one masked excerpt. */
export function addVoiceImport(cli: Cli, voice: Command): void {
  const command = voice
    .command('import')
    .description(cli.t('cli.voice.import.description'))
    .argument('<folder>', cli.t('cli.voice.import.folder'));
  operate(cli, command, {
    operator: { role: 'curator' },
    run: async ({ ctx, cli: { t } }, [folder = '']) => {
      const id = await importVoice(ctx, readVoiceFolder(resolve(callersFolder(), folder)));
      const imported = await requireVoice(ctx, id);
      return {
        json: { voice: voiceJson(imported) },
        lines: [
          t('cli.voice.import.done', { reference: imported.reference, id }),
          ...(imported.healthHold ? [t('cli.voice.import.held')] : []),
          t('cli.voice.import.next', { reference: imported.reference }),
        ],
      };
    },
  });
}
