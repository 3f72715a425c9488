import type { Command } from 'commander';
import { approveVoice } from '../../domain/voices/index.ts';
import type { Cli } from '../cli.ts';
import { operate } from '../operate.ts';
import { requireVoice, voiceJson } from './voiceView.ts';

/** `voice approve ID`: releases a voice for editions, by somebody else than who imported it. */
export function addVoiceApprove(cli: Cli, voice: Command): void {
  const command = voice
    .command('approve')
    .description(cli.t('cli.voice.approve.description'))
    .argument('<voice>', cli.t('cli.argument.voice'))
    .option('--health-reason <text>', cli.t('cli.voice.approve.healthReason'));
  operate<{ healthReason?: string }>(cli, command, {
    operator: {
      role: 'approver',
      not: async (ctx, [which = '']) => (await requireVoice(ctx, which)).importedById,
    },
    run: async ({ ctx, cli: { t } }, [which = ''], { healthReason }) => {
      const { id, reference } = await requireVoice(ctx, which);
      await approveVoice(ctx, id, healthReason);
      return {
        json: { voice: voiceJson(await requireVoice(ctx, id)) },
        lines: [t('cli.voice.approve.done', { reference })],
      };
    },
  });
}
