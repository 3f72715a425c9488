import type { Command } from 'commander';
import { withdrawVoice } from '../../domain/voices/index.ts';
import type { Cli } from '../cli.ts';
import { operate } from '../operate.ts';
import { valueParsers } from '../values.ts';
import { requireVoice, voiceJson } from './voiceView.ts';

/** `voice withdraw ID --reason TEXT`: the page and the sound stop at once, the cards follow. */
export function addVoiceWithdraw(cli: Cli, voice: Command): void {
  const command = voice
    .command('withdraw')
    .description(cli.t('cli.voice.withdraw.description'))
    .argument('<voice>', cli.t('cli.argument.voice'))
    .requiredOption('--reason <text>', cli.t('cli.option.reason'), valueParsers(cli).reason);
  operate<{ reason: string }>(cli, command, {
    operator: { role: 'curator' },
    run: async ({ ctx, cli: { t }, serverLives }, [which = ''], { reason }) => {
      const { id, reference } = await requireVoice(ctx, which);
      await withdrawVoice(ctx, { voiceId: id, reason });
      const serverRunning = await serverLives();
      return {
        json: { voice: voiceJson(await requireVoice(ctx, id)), serverRunning },
        lines: [
          t('cli.voice.withdraw.done', { reference }),
          t(serverRunning ? 'cli.voice.withdraw.cardsNow' : 'cli.cardsLater'),
        ],
      };
    },
  });
}
