import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { addDirectoryImport } from './import.ts';

/** `kikidoki directory …` */
export function addDirectoryCommands(cli: Cli, program: Command): void {
  const directory = program.command('directory').description(cli.t('cli.directory.description'));
  addDirectoryImport(cli, directory);
}
