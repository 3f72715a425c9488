import { type EditionStatus, editionCardPurpose } from '../../domain/listening/index.ts';

type Messages = EditionStatus['messages'];
type Reasons = Record<string, number>;

/** What became of an edition's cards: every one is in exactly one of these. */
export interface Delivery {
  total: number;
  sent: number;
  /** Of the sent: perhaps delivered twice. */
  doubled: number;
  /** Not tried yet. */
  waiting: number;
  /** Tried, and to be tried again. */
  retrying: number;
  /** Under way at this moment, or of unknown outcome for the next few seconds. */
  underWay: number;
  held: number;
  unreachable: Reasons;
  failed: Reasons;
  dropped: Reasons;
}

/** Sums up the cards of an edition (not their updates). */
export function deliveryOf(messages: Messages): Delivery {
  const cards = messages.filter(
    (message) => message.act === 'send' && message.purpose === editionCardPurpose,
  );
  const count = (...states: string[]) => sum(cards.filter((card) => states.includes(card.state)));
  const waiting = cards.filter((card) => card.state === 'waiting');
  return {
    total: sum(cards),
    sent: count('sent'),
    doubled: cards.reduce((all, card) => all + (card.state === 'sent' ? card.doubled : 0), 0),
    waiting: sum(waiting.filter((card) => card.reason === null)),
    retrying: sum(waiting.filter((card) => card.reason !== null)),
    underWay: count('marked', 'unknown'),
    held: count('held'),
    unreachable: byReason(cards.filter((card) => card.state === 'unreachable')),
    failed: byReason(cards.filter((card) => card.state === 'failed')),
    dropped: byReason(cards.filter((card) => card.state === 'dropped')),
  };
}

/** How many cards have no outcome yet. */
export function openCards({ waiting, retrying, underWay }: Delivery): number {
  return waiting + retrying + underWay;
}

function sum(messages: Messages): number {
  return messages.reduce((all, message) => all + message.count, 0);
}

function byReason(messages: Messages): Reasons {
  const reasons: Reasons = {};
  for (const { reason, count } of messages) {
    const key = reason ?? 'other';
    reasons[key] = (reasons[key] ?? 0) + count;
  }
  return reasons;
}
