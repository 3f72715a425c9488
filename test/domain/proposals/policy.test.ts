import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Ctx, systemActor } from '../../../src/domain/context.ts';
import {
  agreeToUnseal,
  answerQuestion,
  answerRequest,
  approveExample,
  askProposer,
  askUnseal,
  assignProposal,
  attachFile,
  boardChoices,
  bulkDecide,
  decideProposal,
  delayProposal,
  dropQuestion,
  editProposal,
  exportExamples,
  exportProposals,
  findByNumber,
  joinThanks,
  listExamples,
  listReferredProposals,
  listUnsealRequests,
  mergeProposals,
  noteOnProposal,
  openAttachment,
  openProposalPage,
  openReferredAttachment,
  ownProposals,
  passOnReferredProposal,
  proposalBoard,
  proposalDesk,
  proposalLedger,
  proposalList,
  readReferredProposal,
  readUnsealed,
  referProposal,
  removeAttachment,
  requestDepartment,
  sendProposal,
  supportProposal,
  takeReferredProposal,
  takeSupportBack,
  unmergeProposal,
  withdrawProposal,
  workOnProposal,
  writeExample,
} from '../../../src/domain/proposals/index.ts';
import { AppError } from '../../../src/platform/errors.ts';
import type { PersonName } from '../../support/company.ts';
import { png } from '../../support/pictures.ts';
import { draft, everything, moved, nextContact, noFacts, sent } from '../../support/proposals.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

/** One person for each role; nobody = a call without a person behind it. */
const people = {
  /** Sent the proposals of the stage. */
  proposer: 'kajiura',
  supporter: 'sena',
  /** Leads the department that was asked. */
  head: 'shiomi',
  /** Leads another one. */
  otherHead: 'iino',
  officer: 'misono',
  curator: 'asagi',
  approver: 'kiryu',
  triager: 'kitta',
  administrator: 'tsutsumi',
} as const satisfies Record<string, PersonName>;
type Role = keyof typeof people | 'left' | 'nobody';
const everybody = Object.keys(people) as Role[];
const roles: Role[] = [...everybody, 'left', 'nobody'];
const readers: Role[] = ['curator', 'approver', 'triager'];
const except = (...some: Role[]) => everybody.filter((role) => !some.includes(role));

interface Stage {
  received: string;
  asking: string;
  considering: string;
  merged: string;
  done: string;
  referred: string;
  sealed: string;
  attachmentId: string;
  referredAttachmentId: string;
  requestId: string;
  askedUnseal: string;
  agreedUnseal: string;
  personId: string;
  departmentId: string;
}

interface Act {
  act: string;
  may: readonly Role[];
  /** What those are told who may not. */
  refused?: string;
  run(ctx: Ctx, stage: Stage): Promise<unknown>;
}

const example = { title: '次の連絡の日', before: '分かりませんでした。', after: 'お伝えします。' };
const workedOut = {
  priority: 'high',
  cause: '決まりがありませんでした。',
  countermeasure: '',
  measured: '',
  lineOfBusiness: null,
  process: null,
  ownerDepartmentId: null,
} as const;
const notProposer = 'proposal.notProposer';

/** Every act of proposals, and who may do it. */
const acts: Act[] = [
  { act: 'sendProposal', may: everybody, run: (ctx) => sendProposal(ctx, draft()) },
  {
    act: 'editProposal',
    may: ['proposer'],
    refused: notProposer,
    run: (ctx, { received: proposalId }) =>
      editProposal(ctx, { proposalId, words: nextContact, facts: noFacts, kept: [] }),
  },
  {
    act: 'withdrawProposal',
    may: ['proposer'],
    refused: notProposer,
    run: (ctx, { received }) => withdrawProposal(ctx, received),
  },
  {
    act: 'answerQuestion',
    may: ['proposer'],
    refused: notProposer,
    run: (ctx, { asking: proposalId }) => answerQuestion(ctx, { proposalId, words: '先月です。' }),
  },
  {
    act: 'supportProposal',
    may: except('proposer'),
    refused: 'proposal.own',
    run: (ctx, { considering: proposalId }) => supportProposal(ctx, { proposalId, comment: '' }),
  },
  {
    act: 'takeSupportBack',
    may: everybody,
    run: (ctx, { considering }) => takeSupportBack(ctx, considering),
  },
  { act: 'openProposalPage', may: everybody, run: (ctx, { received }) => openProposalPage(ctx, received) },
  {
    act: 'openProposalPage, handed over',
    may: ['proposer'],
    refused: 'proposal.notFound',
    run: (ctx, { referred }) => openProposalPage(ctx, referred),
  },
  { act: 'ownProposals', may: everybody, run: (ctx) => ownProposals(ctx) },
  { act: 'listExamples', may: everybody, run: (ctx) => listExamples(ctx, { skip: 0 }) },
  { act: 'proposalDesk', may: everybody, run: (ctx) => proposalDesk(ctx) },
  {
    act: 'joinThanks',
    may: ['proposer', 'supporter'],
    refused: notProposer,
    run: (ctx, { done: proposalId }) => joinThanks(ctx, { proposalId, named: true }),
  },
  {
    act: 'decideProposal',
    may: ['triager'],
    run: (ctx, { received: proposalId }) =>
      decideProposal(ctx, { proposalId, from: 'received', to: 'checking', words: '', reviewOn: null }),
  },
  {
    act: 'bulkDecide',
    may: ['triager'],
    run: (ctx, { received }) =>
      bulkDecide(ctx, { proposalIds: [received], to: 'checking', words: '', reviewOn: null }),
  },
  {
    act: 'askProposer',
    may: ['triager'],
    run: (ctx, { considering: proposalId }) => askProposer(ctx, { proposalId, words: 'いつですか。' }),
  },
  { act: 'dropQuestion', may: ['triager'], run: (ctx, { asking }) => dropQuestion(ctx, asking) },
  {
    act: 'workOnProposal',
    may: ['triager'],
    run: async (ctx, { received: proposalId }) =>
      workOnProposal(ctx, { proposalId, version: 0, ...workedOut }),
  },
  {
    act: 'assignProposal',
    may: ['triager'],
    run: (ctx, { received: proposalId, personId }) =>
      assignProposal(ctx, { proposalId, assigneeId: personId }),
  },
  {
    act: 'delayProposal',
    may: ['triager'],
    run: (ctx, { received: proposalId }) =>
      delayProposal(ctx, { proposalId, words: '見積りを待っています。', answerDueOn: '2027-02-01' }),
  },
  {
    act: 'noteOnProposal',
    may: ['triager'],
    run: (ctx, { received: proposalId }) => noteOnProposal(ctx, { proposalId, words: '確認済み' }),
  },
  {
    act: 'requestDepartment',
    may: ['triager'],
    run: (ctx, { considering: proposalId, departmentId }) =>
      requestDepartment(ctx, {
        proposalId,
        requestId: randomUUID(),
        departmentId,
        words: 'お考えをお聞かせください。',
        dueOn: null,
      }),
  },
  {
    act: 'answerRequest',
    may: ['head'],
    refused: 'proposal.notAsked',
    run: (ctx, { considering: proposalId, requestId }) =>
      answerRequest(ctx, { proposalId, requestId, words: 'できます。' }),
  },
  {
    act: 'mergeProposals',
    may: ['triager'],
    run: (ctx, { considering: proposalId, received: intoId }) => mergeProposals(ctx, { proposalId, intoId }),
  },
  { act: 'unmergeProposal', may: ['triager'], run: (ctx, { merged }) => unmergeProposal(ctx, merged) },
  {
    act: 'referProposal',
    may: ['triager'],
    run: (ctx, { considering: proposalId }) => referProposal(ctx, { proposalId, office: 'complaint' }),
  },
  {
    act: 'writeExample',
    may: ['triager'],
    run: (ctx, { done: proposalId }) => writeExample(ctx, { proposalId, ...example, title: '別の題名' }),
  },
  {
    act: 'approveExample',
    may: ['approver'],
    run: (ctx, { done: proposalId }) => approveExample(ctx, { proposalId, reach: 'internal' }),
  },
  {
    act: 'exportExamples',
    may: readers,
    run: (ctx) => exportExamples(ctx, { format: 'csv' }),
  },
  {
    act: 'attachFile',
    may: ['proposer'],
    refused: notProposer,
    run: (ctx, { received: proposalId }) =>
      attachFile(ctx, { proposalId, attachmentId: randomUUID(), name: '画面.png', content: png() }),
  },
  {
    act: 'removeAttachment',
    may: ['proposer'],
    refused: notProposer,
    run: (ctx, { received: proposalId, attachmentId }) => removeAttachment(ctx, { proposalId, attachmentId }),
  },
  {
    act: 'openAttachment',
    may: everybody,
    run: (ctx, { received: proposalId, attachmentId }) => openAttachment(ctx, { proposalId, attachmentId }),
  },
  {
    act: 'openAttachment, handed over',
    may: ['proposer'],
    refused: 'proposal.notFound',
    run: (ctx, { referred: proposalId, referredAttachmentId: attachmentId }) =>
      openAttachment(ctx, { proposalId, attachmentId }),
  },
  { act: 'proposalBoard', may: readers, run: (ctx) => proposalBoard(ctx, everything) },
  {
    act: 'proposalList',
    may: readers,
    run: (ctx) => proposalList(ctx, everything, { sort: 'due', skip: 0, take: 10 }),
  },
  { act: 'boardChoices', may: readers, run: (ctx) => boardChoices(ctx) },
  { act: 'findByNumber', may: readers, run: (ctx) => findByNumber(ctx, 'K-2026-1') },
  { act: 'proposalLedger', may: readers, run: (ctx) => proposalLedger(ctx, { months: 3, split: 'line' }) },
  {
    act: 'exportProposals',
    may: readers,
    run: (ctx) => exportProposals(ctx, everything, { sort: 'due', format: 'csv' }),
  },
  {
    act: 'listReferredProposals',
    may: ['triager'],
    refused: 'referral.notReader',
    run: (ctx) => listReferredProposals(ctx),
  },
  {
    act: 'readReferredProposal',
    may: ['triager'],
    refused: 'referral.notReader',
    run: (ctx, { referred }) => readReferredProposal(ctx, referred),
  },
  {
    act: 'openReferredAttachment',
    may: ['triager'],
    refused: 'referral.notReader',
    run: (ctx, { referred: proposalId, referredAttachmentId: attachmentId }) =>
      openReferredAttachment(ctx, { proposalId, attachmentId }),
  },
  {
    act: 'takeReferredProposal',
    may: ['triager'],
    refused: 'referral.notReader',
    run: (ctx, { referred }) => takeReferredProposal(ctx, referred),
  },
  {
    act: 'passOnReferredProposal',
    may: ['triager'],
    refused: 'referral.notReader',
    run: (ctx, { referred: proposalId }) => passOnReferredProposal(ctx, { proposalId, office: 'complaint' }),
  },
  {
    act: 'askUnseal',
    may: ['administrator'],
    run: (ctx, { sealed: proposalId }) => askUnseal(ctx, { proposalId, reason: '人命にかかわるため' }),
  },
  { act: 'agreeToUnseal', may: ['approver'], run: (ctx, { askedUnseal }) => agreeToUnseal(ctx, askedUnseal) },
  {
    act: 'readUnsealed',
    may: ['administrator', 'approver'],
    run: (ctx, { agreedUnseal }) => readUnsealed(ctx, agreedUnseal),
  },
  { act: 'listUnsealRequests', may: ['administrator', 'approver'], run: (ctx) => listUnsealRequests(ctx) },
];

/** 梶浦's proposals, one in each state that an act begins in. */
async function setStage(t: TestApp): Promise<Stage> {
  const [proposer, triager] = [t.as('kajiura'), t.as('kitta')];
  const received = await sent(proposer);
  const asking = await sent(proposer);
  await moved(triager, asking, 'checking');
  await askProposer(triager, { proposalId: asking, words: 'どの窓口でしょうか。' });
  const considering = await sent(proposer);
  await moved(triager, considering, 'checking', 'considering');
  const requestId = randomUUID();
  const departmentId = t.departments.minato.id;
  await requestDepartment(triager, {
    proposalId: considering,
    requestId,
    departmentId,
    words: 'お考えをお聞かせください。',
    dueOn: null,
  });
  const merged = await sent(proposer);
  await moved(triager, merged, 'checking');
  // Into one that a triager has begun with: 受付 would be over by it.
  await mergeProposals(triager, { proposalId: merged, intoId: asking });
  const done = await sent(proposer);
  await supportProposal(t.as('sena'), { proposalId: done, comment: '' });
  await moved(triager, done, 'checking', 'considering', 'adopted', 'in_progress', 'done');
  await writeExample(triager, { proposalId: done, ...example });
  const referred = await sent(proposer);
  const attach = async (proposalId: string) => {
    const attachmentId = randomUUID();
    await attachFile(proposer, { proposalId, attachmentId, name: '画面.png', content: png() });
    return attachmentId;
  };
  const attachmentId = await attach(received);
  const referredAttachmentId = await attach(referred);
  await referProposal(triager, { proposalId: referred, office: 'complaint' });
  const sealed = await sent(proposer, { anonymous: true });
  const reason = '人命にかかわるため';
  const askedUnseal = await askUnseal(t.as('tsutsumi'), { proposalId: sealed, reason });
  const agreedUnseal = await askUnseal(t.as('tsutsumi'), { proposalId: sealed, reason });
  await agreeToUnseal(t.as('kiryu'), agreedUnseal);
  const personId = t.people.kitta.id;
  return {
    received,
    asking,
    considering,
    merged,
    done,
    referred,
    sealed,
    attachmentId,
    referredAttachmentId,
    requestId,
    askedUnseal,
    agreedUnseal,
    personId,
    departmentId,
  };
}

const rolledBack = new Error('rolled back');

describe('who may', () => {
  it('do what with proposals, role by role', async () => {
    const t = await openTestApp({ working: false });
    const stage = await setStage(t);
    await t.ctx.db.person.update({ where: { id: t.people.momose.id }, data: { status: 'left' } });
    const actorOf = (role: Role): Ctx =>
      role === 'nobody' ? { ...t.ctx, actor: systemActor } : t.as(role === 'left' ? 'momose' : people[role]);

    const found: Record<string, Record<string, string>> = {};
    const expected: Record<string, Record<string, string>> = {};
    for (const { act, may, refused = 'forbidden', run } of acts) {
      found[act] = {};
      expected[act] = {};
      for (const role of roles) {
        found[act][role] = await attempt(actorOf(role), stage, run);
        const stranger = role === 'nobody' || role === 'left';
        expected[act][role] = may.includes(role) ? 'yes' : stranger ? 'signIn.required' : refused;
      }
    }
    expect(found).toEqual(expected);
  });

  /** Tries an act and undoes it, so that the next person meets the same stage. */
  async function attempt(ctx: Ctx, stage: Stage, run: Act['run']): Promise<string> {
    const db = ctx.db as TestApp['app']['ctx']['db'] & { $transaction: TransactionFunction };
    try {
      await db.$transaction(async (tx) => {
        await run({ ...ctx, db: tx }, stage);
        throw rolledBack;
      });
      return 'unreachable';
    } catch (error) {
      if (error === rolledBack) return 'yes';
      return error instanceof AppError ? error.code : String(error);
    }
  }
});

type TransactionFunction = (work: (tx: Ctx['db']) => Promise<void>) => Promise<void>;
