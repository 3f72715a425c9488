import type {
  OwnProposalsContent,
  ProposalCardContent,
  ProposalDraftContent,
  ProposalNewsContent,
  ProposalOverdueContent,
  ProposalSentContent,
  RequestsWaitingContent,
} from './proposalContents.ts';

/**
 * What we ask of outsiders. A port exists only where a second real implementation does: Teams and the
 * Playground, a folder and (later) a bucket.
 */

/** Why a message cannot reach its recipient until something changes on their side. */
export type UnreachableReason =
  | 'local'
  | 'noTeams'
  | 'noChannel'
  | 'blocked'
  | 'notInstalled'
  | 'conversationGone'
  | 'disabledByAdmin';

/** What became of one call to Teams. Outcomes are values: each has exactly one next state. */
export type SendOutcome =
  | { kind: 'sent'; activityId: string | null }
  /** Surely not delivered, and everybody must slow down. */
  | { kind: 'throttled'; retryAfterMs: number | null }
  /** No call was made: everything is paused, or this process stops. */
  | { kind: 'notTried' }
  /** Surely not delivered: the connection was refused, the name did not resolve. */
  | { kind: 'notDelivered'; reason: string }
  /** Perhaps delivered: a time-out, a reset after writing, 5xx. */
  | { kind: 'unknown'; reason: string }
  /** Our credentials are not accepted: nothing will get through until somebody mends them. */
  | { kind: 'unauthorised' }
  /** No call was made: the sign-in that our credentials are for does not answer. */
  | { kind: 'signInUnreachable' }
  /** The conversation that we knew is not there any more. */
  | { kind: 'conversationGone' }
  | { kind: 'unreachable'; reason: UnreachableReason }
  | { kind: 'failed'; reason: string };

/** Whom a message is for, as Teams knows them. */
export type Address =
  | { kind: 'person'; entraObjectId: string }
  | { kind: 'channel'; channelId: string }
  | { kind: 'group_chat'; chatId: string };

/** An open conversation with an address. */
export interface Place {
  conversationId: string;
  serviceUrl: string;
}

/** Priority of a call within the one budget. */
export type CallPriority = 'reply' | 'delivery' | 'notice' | 'update';

/** What a message says, as facts; how it looks is the messenger's business. */
export type Content =
  | EditionCardContent
  | DiscussionCardContent
  | NudgeContent
  | ReminderContent
  | ReminderChoiceContent
  | OwnActionsContent
  | EffectContent
  | ThemeContent
  | ProposalCardContent
  | ProposalNewsContent
  | ProposalDraftContent
  | ProposalSentContent
  | OwnProposalsContent
  | ProposalOverdueContent
  | RequestsWaitingContent
  | NoticeContent;

export interface EditionCardVoice {
  voiceId: string;
  kind: string;
  lineOfBusiness: string;
  /** The approved sentence; null where a card could not be recalled. */
  quote: string | null;
  durationMs: number;
  /** Personal card only: this person has heard it. */
  heard: boolean;
}

export interface EditionCardContent {
  card: 'edition';
  locale: 'ja' | 'en';
  audience: 'person' | 'department';
  /** The department whose card it is; null on personal cards. */
  departmentId: string | null;
  editionId: string;
  month: string;
  /** yyyy-mm-dd */
  dueOn: string;
  state: 'open' | 'closed' | 'cancelled';
  voices: EditionCardVoice[];
  /** How many voices of this edition were withdrawn. */
  withdrawn: number;
  /** Channel card only. */
  progress: DepartmentProgress | null;
  /** 改善事例 that this month's card carries: their titles. */
  examples: string[];
}

/** A word in both languages. */
export interface Bilingual {
  ja: string;
  en: string;
}

/** The department's card of its discussion: where it is, and at the end what came of it. */
export interface DiscussionCardContent {
  card: 'discussion';
  locale: 'ja' | 'en';
  discussionId: string;
  editionId: string;
  departmentId: string;
  month: string;
  state: 'waiting' | 'reflecting' | 'revealed' | 'talking' | 'wrapped_up' | 'skipped';
  mode: 'short' | 'full';
  isAsync: boolean;
  /** Some insights have come in, before the reveal; never how many. */
  insightsComing: boolean;
  /** While it goes on: which step (from 1) of how many, what is asked in it, and until when. */
  step: { n: number; of: number; kind: string; words: Bilingual; until: StepEnd | null } | null;
  understood: string;
  actions: { text: string; owner: Bilingual | null; dueOn: string | null }[];
  /** What was suggested for proposals, in the workplace's words. */
  proposed: string[];
  participants: number | null;
  /** yyyy-mm-dd */
  heldOn: string | null;
  /** What its month's end left to do; null while it goes on, and where it was wrapped up. */
  ended: DiscussionEnd | null;
}

/** The month of a discussion has ended: `late`: it can still be reported until that day (yyyy-mm-dd). */
export type DiscussionEnd = { kind: 'late'; lastOn: string } | { kind: 'over' } | { kind: 'cancelled' };

/** A theme (課題): to the departments that wrote about it, or to the leaders of the one that owns it. */
export interface ThemeContent {
  card: 'theme';
  locale: 'ja' | 'en';
  to: 'department' | 'owner';
  month: string;
  title: string;
  owner: Bilingual | null;
  cause: string;
  /** Empty: not yet. */
  answer: string;
}

/** When a step ends: at an instant (ISO), or for shifts with a day. */
export type StepEnd = { kind: 'time'; at: string } | { kind: 'day'; day: string };

/** To one leader: the department's discussion was not begun, or not reported. */
export interface NudgeContent {
  card: 'nudge';
  locale: 'ja' | 'en';
  discussionId: string;
  editionId: string;
  departmentId: string;
  department: Bilingual;
  month: string;
  /** yyyy-mm-dd */
  dueOn: string;
  /** Until when it may still be reported. */
  lastOn: string;
  standing: 'notBegun' | 'begun' | 'late';
  /** Business days that 「この日に行います」 offers. */
  days: string[];
  answer: NudgeAnswer | null;
}

/** What became of a nudge. */
export type NudgeAnswer =
  | { kind: 'planned'; day: string }
  | { kind: 'snoozed'; day: string }
  | { kind: 'reported' }
  | { kind: 'skipped' }
  | { kind: 'over' };

/** To somebody who has not heard all of the month's voices. */
export interface ReminderContent {
  card: 'reminder';
  locale: 'ja' | 'en';
  editionId: string;
  month: string;
  /** yyyy-mm-dd */
  dueOn: string;
  /** Voices that are still to be heard, in their order. */
  voiceIds: string[];
  answer: 'heard' | 'off' | 'over' | null;
}

/** What somebody wants of reminders. */
export interface ReminderChoiceContent {
  card: 'reminderChoice';
  locale: 'ja' | 'en';
  /** Names the buttons; whoever presses chooses for themselves. */
  personId: string;
  wanted: boolean;
}

/** 取組み of one person: all that are open, or those that one discussion gave them. */
export interface OwnActionsContent {
  card: 'actions';
  locale: 'ja' | 'en';
  kind: 'own' | 'given';
  actions: OwnAction[];
  /** How many more there are than are listed. */
  more: number;
}

export interface OwnAction {
  actionId: string;
  text: string;
  department: Bilingual;
  month: string;
  /** yyyy-mm-dd */
  dueOn: string | null;
  doneOn: string | null;
}

/** 「この取組みは役に立ちましたか」, asked once. */
export interface EffectContent {
  card: 'effect';
  locale: 'ja' | 'en';
  actionId: string;
  text: string;
  department: Bilingual;
  /** yyyy-mm-dd */
  doneOn: string;
  effect: 'yes' | 'partly' | 'no' | null;
}

/** How far a department is: a count where there are enough people, else a band. */
export type DepartmentProgress =
  | { kind: 'count'; heard: number; target: number }
  | { kind: 'band'; band: ProgressBand };

export type ProgressBand = 'none' | 'some' | 'half' | 'most';

export interface NoticeContent {
  card: 'notice';
  locale: 'ja' | 'en';
  /** Key below `notice.` in the catalogs. */
  notice: 'editionMissed' | 'editionNoVoiceLeft' | 'discussionReported' | 'referralWaiting';
  values: Record<string, string | number>;
}

/** What became of a call that may have had to open a conversation first. */
export interface Delivery {
  outcome: SendOutcome;
  /** Where the message is now (a channel's thread, a chat); null when it was not sent. */
  place: Place | null;
  /** A conversation that was opened on the way: worth remembering even when the message failed. */
  met: Place | null;
}

/** The bot's mouth. */
export interface Messenger {
  /** Opens the 1:1 conversation with a person; idempotent in Teams. */
  meet(address: Address): Promise<Delivery>;
  /** @param known the conversation, when we have one */
  send(
    address: Address,
    known: Place | null,
    content: Content,
    options: { alert: boolean; priority: CallPriority },
  ): Promise<Delivery>;
  update(address: Address, place: Place, activityId: string, content: Content): Promise<SendOutcome>;
}

/** A stored sound. */
export interface StoredMedia {
  bytes: number;
  /** Opens the bytes from `start` to `end`, both inclusive. */
  read(start: number, end: number): NodeJS.ReadableStream;
}

/** Where sounds, pictures and papers lie. Keys are the content's sha256: putting twice is putting once. */
export interface MediaStore {
  /** @param of whose content it is, where the same of somebody else is kept apart: it can be erased by itself */
  put(content: Uint8Array, of?: string): Promise<string>;
  open(key: string): Promise<StoredMedia | null>;
  /** Erases it; what is not there is erased already. */
  remove(key: string): Promise<void>;
}
