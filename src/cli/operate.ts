import type { Command } from 'commander';
import { asPerson, type Ctx } from '../domain/context.ts';
import { readConfig } from '../platform/config/config.ts';
import { asUnreachable } from '../platform/db/unreachable.ts';
import { type Cli, type Outcome, print } from './cli.ts';
import { openContext } from './context.ts';
import { type DefaultOperator, findOperator } from './operator.ts';

/** What a command has in hand while it works. */
export interface Session {
  cli: Cli;
  /** Acts in the operator's name. */
  ctx: Ctx;
  asJson: boolean;
  serverLives(): Promise<boolean>;
}

interface Shared {
  as?: string;
  json?: boolean;
}

interface Work<O> {
  /** Who acts in local mode when --as is left out. */
  operator: DefaultOperator;
  run(session: Session, args: readonly string[], options: O): Promise<Outcome>;
}

/** Gives a command what all share (--as, --json) and has it open the product, work, print and close. */
export function operate<O extends object>(cli: Cli, command: Command, work: Work<O>): void {
  command
    .option('--as <employeeNo>', cli.t('cli.option.as'))
    .option('--json', cli.t('cli.option.json'))
    .action(async () => {
      const options = command.opts<O & Shared>();
      const args = command.processedArgs as readonly string[];
      const opened = await openContext(readConfig());
      cli.close = opened.close;
      try {
        const operator = await findOperator(cli, opened.ctx, options.as, work.operator, args);
        const asJson = options.json ?? false;
        const ctx = operator ? asPerson(opened.ctx, operator.id) : opened.ctx;
        const session = { cli, ctx, asJson, serverLives: opened.serverLives };
        print(await work.run(session, args, options), asJson);
      } catch (error) {
        // The server may be stopped while a command works.
        asUnreachable(error);
      } finally {
        cli.close = undefined;
        await opened.close();
      }
    });
}
