import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { addVoiceApprove } from './approve.ts';
import { addVoiceImport } from './import.ts';
import { addVoiceList } from './list.ts';
import { addVoiceWithdraw } from './withdraw.ts';

/** `kikidoki voice …` */
export function addVoiceCommands(cli: Cli, program: Command): void {
  const voice = program.command('voice').description(cli.t('cli.voice.description'));
  addVoiceImport(cli, voice);
  addVoiceList(cli, voice);
  addVoiceApprove(cli, voice);
  addVoiceWithdraw(cli, voice);
}
