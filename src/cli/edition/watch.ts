import { setTimeout as sleep } from 'node:timers/promises';
import { SingleBar } from 'cli-progress';
import { countMessages, currentPause } from '../../domain/dispatch/index.ts';
import type { Edition } from '../../domain/listening/index.ts';
import { monthText } from '../../platform/i18n/dates.ts';
import type { Session } from '../operate.ts';
import { type Delivery, deliveryOf, openCards } from './delivery.ts';
import { reasonText } from './statusView.ts';

const everyMs = 1_000;
/** The rate is that of the last ten seconds: a pause shows soon, a hiccup does not. */
const rateOverMs = 10_000;

interface Sample {
  at: number;
  done: number;
}

/**
 * Shows on standard error how an edition's cards go out, until each has its outcome. Who watches was
 * authorised by editionStatus before.
 */
export async function watchDelivery(session: Session, edition: Edition): Promise<void> {
  const { ctx, cli, asJson } = session;
  const bar = asJson ? null : createBar(session, edition);
  const samples: Sample[] = [];
  let delivery = deliveryOf(await countMessages(ctx.db, edition.id));
  bar?.start(delivery.total, doneOf(delivery), { rate: '', note: '' });
  while (openCards(delivery) > 0) {
    await sleep(everyMs);
    delivery = deliveryOf(await countMessages(ctx.db, edition.id));
    samples.push({ at: performance.now(), done: doneOf(delivery) });
    bar?.setTotal(delivery.total);
    bar?.update(doneOf(delivery), { rate: rateText(cli.t, samples, delivery), note: await note(session) });
  }
  bar?.update(doneOf(delivery), { rate: '', note: '' });
  bar?.stop();
}

function createBar({ cli: { t, locale } }: Session, edition: Edition): SingleBar {
  const title = t('cli.edition.status.delivering', { month: monthText(edition.month, locale) });
  return new SingleBar({
    format: `${title}  {value} / {total}  {bar}  {rate}  {note}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 20,
    hideCursor: true,
    // Ctrl-C: the terminal gets its cursor back.
    gracefulExit: true,
    // Without a terminal (a log file) a line now and then.
    noTTYOutput: true,
    notTTYSchedule: 5_000,
    formatValue: (value, _options, type) =>
      type === 'percentage' ? `${value}` : value.toLocaleString(locale),
  });
}

/** Why nothing moves, if nothing moves. */
async function note({ ctx, cli: { t }, serverLives }: Session): Promise<string> {
  const pause = await currentPause(ctx.db);
  if (pause) {
    const seconds = Math.ceil(pause.forMs / 1000);
    return t('cli.edition.status.paused', { reason: reasonText(t, pause.reason), seconds });
  }
  return (await serverLives()) ? '' : t('cli.cardsLater');
}

function rateText(t: Session['cli']['t'], samples: Sample[], delivery: Delivery): string {
  const last = samples.at(-1);
  const first = samples.find((sample) => last && last.at - sample.at <= rateOverMs);
  if (!first || !last || last.at === first.at || last.done <= first.done) return '';
  const rate = ((last.done - first.done) / (last.at - first.at)) * 1000;
  return t('cli.edition.status.rate', {
    rate: rate.toFixed(1),
    seconds: Math.ceil(openCards(delivery) / rate),
  });
}

function doneOf(delivery: Delivery): number {
  return delivery.total - openCards(delivery);
}
