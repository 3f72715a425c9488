import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { addUnseal } from './unseal.ts';

/** `kikidoki proposal …` */
export function addProposalCommands(cli: Cli, program: Command): void {
  const proposal = program.command('proposal').description(cli.t('cli.proposal.description'));
  addUnseal(cli, proposal);
}
