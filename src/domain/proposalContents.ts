/** What messages about proposals say, as facts (see ports.ts). */

export type ProposalStateName =
  | 'received'
  | 'checking'
  | 'asking'
  | 'considering'
  | 'on_hold'
  | 'adopted'
  | 'in_progress'
  | 'done'
  | 'published'
  | 'declined'
  | 'merged'
  | 'withdrawn'
  | 'referred';

/** 受付のお知らせ: a proposal's card in the chat of who sent it; it says where the proposal is now. */
export interface ProposalCardContent {
  card: 'proposal';
  locale: 'ja' | 'en';
  proposalId: string;
  /** K-2026-00123 */
  number: string;
  title: string;
  state: ProposalStateName;
  /** 回答期限, yyyy-mm-dd; null once it was answered. */
  answerDueOn: string | null;
  isOverdue: boolean;
  /** Why it takes longer. */
  delayReason: string;
  /** What the quality department asks and nobody has answered. */
  question: string | null;
  /** The proposal that it was merged into: its receipt number, and where that one is. */
  mergedInto: { number: string; state: ProposalStateName } | null;
}

/** One quiet message about a proposal: a step, or that somebody proposes with one. */
export interface ProposalNewsContent {
  card: 'proposalNews';
  locale: 'ja' | 'en';
  /**
   * To who sent it (or into whose the proposal was merged), to who supports it, to their department; to who answers for
   * the department that was asked, and to who is at work on it.
   */
  to: 'proposer' | 'mergedProposer' | 'follower' | 'coProposer' | 'department' | 'answerer' | 'worker';
  proposalId: string;
  number: string;
  title: string;
  news:
    | 'moved'
    | 'asked'
    | 'answered'
    | 'merged'
    | 'unmerged'
    | 'delayed'
    | 'published'
    | 'referred'
    | 'shared'
    /** Another one was merged into it. */
    | 'joined'
    /** 回答期限 has passed. */
    | 'late'
    /** 検討依頼, and its answer. */
    | 'requested'
    | 'requestAnswered'
    /** It was given to its reader. */
    | 'assigned'
    /** Its proposer answered the question of its reader. */
    | 'questionAnswered';
  state: ProposalStateName;
  /** To the proposer, in the quality department's words. */
  words: string;
  /** yyyy-mm-dd; when it will be considered again, or by when an answer comes after a delay. */
  day: string | null;
  /** The question that can be answered on this card; null: there is none, or it was answered. */
  questionId: string | null;
}

/** 提案 in chat: a short form, empty or with what somebody wrote; what it holds is masked. */
export interface ProposalDraftContent {
  card: 'proposalDraft';
  locale: 'ja' | 'en';
  /** Made with the card: pressing twice is sending once. */
  proposalId: string;
  words: { change: string; today: string; effect: string };
  anonymous: boolean;
  /** Why it is shown: to be filled in, to be confirmed, or because it was not sent yet. */
  why: 'new' | 'draft' | 'masked' | 'empty' | 'another';
  /** The end of a long message is missing. */
  isCut: boolean;
  /** 【電話番号】 …: what was put in place of personal data. */
  masks: string[];
  /** Of 'another': the number of what this card sent before. */
  number: string | null;
}

/** The form after it was sent; the receipt comes as a card of its own. */
export interface ProposalSentContent {
  card: 'proposalSent';
  locale: 'ja' | 'en';
  proposalId: string;
  number: string;
  /** yyyy-mm-dd */
  answerDueOn: string;
  anonymous: boolean;
  masks: string[];
}

/** 「わたしの提案」: what somebody sent and supports, the newest first, for their own chat alone. */
export interface OwnProposalsContent {
  card: 'ownProposals';
  locale: 'ja' | 'en';
  proposals: OwnProposal[];
  /** How many more there are than are listed. */
  more: number;
  /** Of others, that one proposes with them or supports. */
  followed: OwnProposal[];
  moreFollowed: number;
}

export interface OwnProposal {
  proposalId: string;
  number: string;
  title: string;
  state: ProposalStateName;
  anonymous: boolean;
  /** 回答期限, yyyy-mm-dd; null once it was answered. */
  answerDueOn: string | null;
}

/** What is overdue, once a week: to triagers everything, to others what they are at work on. */
export interface ProposalOverdueContent {
  card: 'proposalOverdue';
  locale: 'ja' | 'en';
  proposals: {
    proposalId: string;
    number: string;
    title: string;
    state: ProposalStateName;
    /** The promised answer, the term of the state, or a department that was asked. */
    what: 'answer' | 'stage' | 'request';
    /** yyyy-mm-dd */
    dueOn: string;
  }[];
  /** How many more there are than are listed. */
  more: number;
}

/** 検討依頼 whose day is over, at most once a week, to those who answer for the department. */
export interface RequestsWaitingContent {
  card: 'requestsWaiting';
  locale: 'ja' | 'en';
  requests: {
    proposalId: string;
    number: string;
    title: string;
    department: { ja: string; en: string };
    /** yyyy-mm-dd */
    dueOn: string;
  }[];
  /** How many more there are than are listed. */
  more: number;
}
