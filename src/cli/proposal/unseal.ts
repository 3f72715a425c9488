import type { Command } from 'commander';
import type { Ctx } from '../../domain/context.ts';
import {
  agreeToUnseal,
  askUnseal,
  findProposalByNumber,
  listUnsealRequests,
  numberIn,
  readUnsealed,
} from '../../domain/proposals/index.ts';
import { AppError } from '../../platform/errors.ts';
import type { Cli } from '../cli.ts';
import { operate } from '../operate.ts';
import { valueParsers } from '../values.ts';

/** `proposal unseal ask|agree|read|list`: two persons open the seal of an anonymous proposal together. */
export function addUnseal(cli: Cli, proposal: Command): void {
  const unseal = proposal.command('unseal').description(cli.t('cli.proposal.unseal.description'));
  addAsk(cli, unseal);
  addAgree(cli, unseal);
  addRead(cli, unseal);
  addList(cli, unseal);
}

function addAsk(cli: Cli, unseal: Command): void {
  const command = unseal
    .command('ask')
    .description(cli.t('cli.proposal.unseal.ask'))
    .argument('<number>', cli.t('cli.argument.proposal'))
    .requiredOption('--reason <text>', cli.t('cli.option.reason'), valueParsers(cli).reason);
  operate<{ reason: string }>(cli, command, {
    operator: { role: 'administrator' },
    run: async ({ ctx, cli: { t } }, [number = ''], { reason }) => {
      const requestId = await askUnseal(ctx, { proposalId: await requireNumber(ctx, number), reason });
      return {
        json: { requestId },
        lines: [t('cli.proposal.unseal.asked', { requestId }), t('cli.proposal.unseal.next', { requestId })],
      };
    },
  });
}

function addAgree(cli: Cli, unseal: Command): void {
  const command = requestArgument(cli, unseal.command('agree'), 'cli.proposal.unseal.agree');
  operate(cli, command, {
    operator: { role: 'approver' },
    run: async ({ ctx, cli: { t } }, [requestId = '']) => {
      await agreeToUnseal(ctx, requireId(requestId));
      return { json: { requestId }, lines: [t('cli.proposal.unseal.agreed', { requestId })] };
    },
  });
}

function addRead(cli: Cli, unseal: Command): void {
  const command = requestArgument(cli, unseal.command('read'), 'cli.proposal.unseal.read');
  operate(cli, command, {
    operator: { role: 'administrator' },
    run: async ({ ctx, cli: { t } }, [requestId = '']) => {
      const proposer = await readUnsealed(ctx, requireId(requestId));
      const { employeeNo, name } = proposer;
      return { json: { proposer }, lines: [t('cli.proposal.unseal.found', { employeeNo, name })] };
    },
  });
}

function addList(cli: Cli, unseal: Command): void {
  const command = unseal.command('list').description(cli.t('cli.proposal.unseal.list'));
  operate(cli, command, {
    operator: { role: 'administrator' },
    run: async ({ ctx, cli: { t } }) => {
      const requests = (await listUnsealRequests(ctx)).map(({ id, number, reason, askedAt, agreedAt }) => ({
        id,
        number,
        reason,
        askedAt: askedAt.toISOString(),
        agreedAt: agreedAt?.toISOString() ?? null,
      }));
      const lines = requests.map(({ id, number, reason, agreedAt }) =>
        t(agreedAt ? 'cli.proposal.unseal.lineAgreed' : 'cli.proposal.unseal.line', { id, number, reason }),
      );
      return { json: { requests }, lines: lines.length > 0 ? lines : [t('cli.proposal.unseal.none')] };
    },
  });
}

function requestArgument(cli: Cli, command: Command, description: string): Command {
  return command.description(cli.t(description)).argument('<request>', cli.t('cli.argument.unseal'));
}

/** @throws AppError proposal.unknownNumber */
async function requireNumber(ctx: Ctx, words: string): Promise<string> {
  const number = numberIn(words);
  const found = number && (await findProposalByNumber(ctx.db, number));
  if (!found) throw new AppError('proposal.unknownNumber');
  return found.id;
}

/** @throws AppError proposal.unsealUnknown, also for what is no id */
function requireId(requestId: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(requestId))
    throw new AppError('proposal.unsealUnknown');
  return requestId;
}
