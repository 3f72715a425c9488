import { randomUUID } from 'node:crypto';
import type { Ctx } from '../../src/domain/context.ts';
import {
  type Decision,
  decideProposal,
  type ProposalFacts,
  type ProposalToSend,
  type ProposalWords,
  sendProposal,
} from '../../src/domain/proposals/index.ts';
import type { TestApp } from './testApp.ts';

export const noFacts: ProposalFacts = {
  lineOfBusiness: null,
  process: null,
  ownerDepartmentId: null,
  origin: 'own',
  originName: '',
  coProposerIds: [],
};

export const nextContact: ProposalWords = {
  title: '事故の受付のあと、次に連絡する日をお伝えする',
  today: 'いつ連絡が来るのか分からないまま、お待ちいただいています。',
  change: '受付の電話の終わりに、次に連絡する日を必ずお伝えします。',
  effect: '待つあいだの不安が小さくなります。',
};

/** A draft as a page would send it. */
export function draft(
  more: Partial<Omit<ProposalToSend, 'words' | 'facts'>> & {
    words?: Partial<ProposalWords>;
    facts?: Partial<ProposalFacts>;
  } = {},
): ProposalToSend {
  const { words, facts, ...rest } = more;
  return {
    proposalId: randomUUID(),
    source: 'page',
    sourceId: null,
    voiceId: null,
    atMs: null,
    anonymous: false,
    kept: [],
    ...rest,
    words: { ...nextContact, ...words },
    facts: { ...noFacts, ...facts },
  };
}

/** Somebody sends a proposal; returns its id. */
export async function sent(ctx: Ctx, more: Parameters<typeof draft>[0] = {}): Promise<string> {
  return (await sendProposal(ctx, draft(more))).proposalId;
}

/** A triager moves it on, through each of these states. */
export async function moved(triager: Ctx, proposalId: string, ...states: Decision['to'][]): Promise<void> {
  for (const to of states) {
    const { state: from } = await triager.db.proposal.findUniqueOrThrow({ where: { id: proposalId } });
    await decideProposal(triager, { proposalId, from, to, words: `${to}のお知らせ`, reviewOn: null });
  }
}

/** Who was written to about what, by name, in the order of the messages. */
export async function told(t: TestApp, purpose: string): Promise<string[]> {
  const messages = await t.ctx.db.outgoingMessage.findMany({
    where: { purpose, act: 'send' },
    orderBy: { seq: 'asc' },
  });
  const names = new Map([
    ...Object.entries(t.people).map(([name, { id }]) => [id, name] as const),
    ...Object.entries(t.departments).map(([name, { id }]) => [id, name] as const),
  ]);
  return messages.map(({ recipientId }) => names.get(recipientId) ?? recipientId);
}

/** The proposal's row as it is now. */
export function rowOf(t: TestApp, id: string) {
  return t.ctx.db.proposal.findUniqueOrThrow({ where: { id } });
}

/** Nothing in particular is looked for. */
export const everything = { states: [], isOverdue: false, words: '' } as const;
