import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type DirectoryImport, importDirectory, isDirectoryEmpty } from '../../domain/people/index.ts';
import { readCsvDirectory } from '../../edges/directory/csv.ts';
import { callersFolder } from '../../platform/config/config.ts';
import type { Cli } from '../cli.ts';
import { operate } from '../operate.ts';
import { factLines } from '../text.ts';

/** `directory import DIR`: brings departments and people to what two CSV files say. */
export function addDirectoryImport(cli: Cli, directory: Command): void {
  const { t } = cli;
  const command = directory
    .command('import')
    .description(t('cli.directory.import.description'))
    .argument('<folder>', t('cli.directory.import.folder'))
    .option('--dry-run', t('cli.directory.import.dryRun'));
  operate<{ dryRun?: boolean }>(cli, command, {
    // The first import: there is nobody yet who could be named.
    operator: { role: 'administrator', needless: (ctx) => isDirectoryEmpty(ctx.db) },
    run: async ({ ctx }, [folder = ''], { dryRun = false }) => {
      const read = readCsvDirectory(resolve(callersFolder(), folder));
      const done = await importDirectory(ctx, read, { dryRun });
      const heading = t(dryRun ? 'cli.directory.import.would' : 'cli.directory.import.done');
      return { json: { dryRun, ...done }, lines: [heading, ...countLines(cli, done)] };
    },
  });
}

function countLines({ t, locale }: Cli, { departments, people }: DirectoryImport): string[] {
  const say = (kind: string, counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([what, count]) =>
        t(`cli.directory.import.${kind}.${what}`, { count, number: count.toLocaleString(locale) }),
      )
      .join(t('cli.list'));
  return factLines([
    [t('cli.directory.departments'), say('departments', departments)],
    [t('cli.directory.people'), say('people', people)],
  ]);
}
