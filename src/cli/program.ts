import { Command } from 'commander';
import product from '../../package.json' with { type: 'json' };
import type { Cli } from './cli.ts';
import { addDirectoryCommands } from './directory/index.ts';
import { addDoctor } from './doctor/doctor.ts';
import { addEditionCommands } from './edition/index.ts';
import { addProposalCommands } from './proposal/index.ts';
import { columnsOf } from './text.ts';
import { addVoiceCommands } from './voice/index.ts';

/** commander's headings, which it has in English only. */
const headings: Readonly<Record<string, string>> = {
  'Usage:': 'usage',
  'Arguments:': 'arguments',
  'Options:': 'options',
  'Commands:': 'commands',
};

/** All commands, in the operator's language. */
export function createProgram(cli: Cli, asJson: boolean): Command {
  const { t } = cli;
  const program = new Command(cli.command)
    .description(t('cli.description'))
    .version(product.version, '-V, --version', t('cli.help.version'))
    .helpOption('-h, --help', t('cli.help.help'))
    .helpCommand('help [command]', t('cli.help.help'))
    .exitOverride()
    .configureHelp({
      displayWidth: columnsOf,
      styleTitle: (title) => (headings[title] ? t(`cli.help.${headings[title]}`) : title),
    })
    .configureOutput({
      // Errors are said once, by reportError; in JSON nothing else may stand on standard output.
      outputError: () => {},
      writeErr: (text) => {
        if (!asJson) process.stderr.write(text);
      },
    });
  addVoiceCommands(cli, program);
  addEditionCommands(cli, program);
  addProposalCommands(cli, program);
  addDirectoryCommands(cli, program);
  addDoctor(cli, program);
  program.addHelpText('after', `\n${t('cli.help.examples')}`);
  return program;
}
