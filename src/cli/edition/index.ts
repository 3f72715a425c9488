import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { addEditionApprove } from './approve.ts';
import { addEditionCancel } from './cancel.ts';
import { addEditionChange } from './change.ts';
import { addEditionClose } from './close.ts';
import { addEditionOpen } from './open.ts';
import { addEditionPlan } from './plan.ts';
import { addEditionRetry } from './retry.ts';
import { addEditionReturn } from './return.ts';
import { addEditionShow } from './show.ts';
import { addEditionStatus } from './status.ts';
import { addEditionSubmit } from './submit.ts';

/** `kikidoki edition …`, in the order in which a month goes. */
export function addEditionCommands(cli: Cli, program: Command): void {
  const edition = program.command('edition').description(cli.t('cli.edition.description'));
  addEditionPlan(cli, edition);
  addEditionChange(cli, edition);
  addEditionSubmit(cli, edition);
  addEditionReturn(cli, edition);
  addEditionApprove(cli, edition);
  addEditionShow(cli, edition);
  addEditionOpen(cli, edition);
  addEditionStatus(cli, edition);
  addEditionRetry(cli, edition);
  addEditionClose(cli, edition);
  addEditionCancel(cli, edition);
}
