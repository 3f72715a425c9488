import { dayOf } from '../../domain/people/index.ts';
import type { PersonalDataType, WrittenFinding } from '../../domain/privacy/index.ts';
import {
  type OwnProposals,
  type ProposalOverview,
  type ProposalPage,
  type Receipt,
  receiptNumber,
} from '../../domain/proposals/index.ts';
import { translator } from '../../platform/i18n/i18n.ts';
import type { Settings } from '../../platform/settings.ts';
import type { ProposalPage as ProposalView } from './contract/proposalPage.ts';
import type {
  FoundWords,
  OwnProposals as OwnView,
  ProposalSummary,
  Receipt as ReceiptView,
} from './contract/proposals.ts';
import type { Bilingual } from './contract.ts';
import { label, lineOfBusiness } from './present.ts';
import { presentWork } from './presentProposalWork.ts';

export function presentReceipt({ masked, ...receipt }: Receipt): ReceiptView {
  return { ...receipt, masked: masked.map(maskWord) };
}

/** What was found in texts, with what would stand there instead. */
export function presentFound(findings: readonly (readonly WrittenFinding[])[]): FoundWords[] {
  return findings.flatMap((list, text) =>
    list.map(({ start, end, type, mustGo }) => {
      const word = maskWord(type);
      return { text, start, end, type: word, mask: `【${word.ja}】`, mustGo };
    }),
  );
}

function maskWord(type: PersonalDataType): Bilingual {
  return { ja: translator('ja')(`privacy.mask.${type}`), en: translator('en')(`privacy.mask.${type}`) };
}

/** A proposal in a list. */
export function presentSummary(
  { proposal, supporters, overdue }: ProposalOverview,
  settings: Settings,
): ProposalSummary {
  return {
    id: proposal.id,
    number: receiptNumber(proposal),
    title: proposal.title,
    state: proposal.state,
    receivedOn: dayOf(proposal.receivedAt, settings),
    stateSince: dayOf(proposal.stateSince, settings),
    answerDueOn: proposal.answerDueOn,
    overdue,
    supporters,
  };
}

export function presentOwn(
  { sent, together, supported, requested }: OwnProposals,
  settings: Settings,
): OwnView {
  return {
    sent: sent.map((one) => ({
      ...presentSummary(one, settings),
      anonymous: one.proposal.anonymous,
      question: one.proposal.state === 'asking',
    })),
    together: together.map((one) => presentSummary(one, settings)),
    supported: supported.map((one) => presentSummary(one, settings)),
    requested: requested.map((one) => ({
      ...presentSummary(one, settings),
      requestDueOn: one.dueOn,
      requestLate: one.isLate,
    })),
  };
}

type Name = { id: string; name: string; nameEn: string };
const nameOf = ({ name, nameEn }: { name: string; nameEn: string }): Bilingual => ({ ja: name, en: nameEn });
const named = (one: Name) => ({ id: one.id, name: nameOf(one) });

/** A proposal as one person has it before them. */
export function presentProposal(page: ProposalPage, settings: Settings): ProposalView {
  const { proposal, proposer, voice, me } = page;
  const isEarly = proposal.state === 'received';
  return {
    id: proposal.id,
    number: receiptNumber(proposal),
    words: {
      title: proposal.title,
      today: proposal.today,
      change: proposal.change,
      effect: proposal.effect,
    },
    facts: {
      lineOfBusiness: proposal.lineOfBusiness ? lineOfBusiness(proposal.lineOfBusiness, settings) : null,
      process: proposal.process ? label(settings.processes, proposal.process) : null,
      ownerDepartment: page.ownerDepartment && named(page.ownerDepartment),
      origin: proposal.origin,
      originName: proposal.originName,
      coProposers: page.coProposers.map(named),
    },
    proposer: proposer && {
      name: nameOf(proposer.person),
      department: proposer.department ? nameOf(proposer.department) : { ja: '', en: '' },
    },
    voice: voice && {
      id: voice.id,
      quote: voice.state === 'approved' ? voice.quote : '',
      atMs: proposal.atMs,
      withdrawn: voice.state !== 'approved',
    },
    attachments: page.attachments.map(({ id, name, type, bytes }) => ({
      id,
      name,
      type,
      bytes,
      url: `/api/proposals/${proposal.id}/attachments/${id}`,
    })),
    state: proposal.state,
    receivedOn: dayOf(proposal.receivedAt, settings),
    answerDueOn: proposal.answerDueOn,
    overdue: page.overdue,
    delayReason: proposal.delayReason,
    reviewOn: proposal.reviewOn,
    mergedInto: page.mergedInto && {
      id: page.mergedInto.id,
      number: receiptNumber(page.mergedInto),
      title: page.mergedInto.title,
    },
    supporters: page.supporters,
    steps: page.steps.map(({ id, at, kind, to, words, actorId, revision }) => {
      const actor = actorId ? page.actors.get(actorId) : undefined;
      const told = revision !== null;
      return { id, at: at.toISOString(), kind, to, words, actor: actor ? nameOf(actor) : null, told };
    }),
    me: {
      isProposer: me.isProposer,
      supports: me.supports,
      mayEdit: me.isProposer && isEarly,
      mayWithdraw: me.isProposer && isEarly,
      question: me.question,
      request: me.request && { id: me.request.id, words: me.request.words, dueOn: me.request.dueOn },
      thanks: me.thanks.isOffered ? { named: me.thanks.isNamed } : null,
    },
    work: presentWork(page, settings),
  };
}
