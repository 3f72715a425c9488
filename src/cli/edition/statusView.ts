import type { DepartmentStatus, EditionStatus } from '../../domain/listening/index.ts';
import type { DepartmentProgress } from '../../domain/ports.ts';
import { voicesText } from '../../platform/i18n/dates.ts';
import { isNetworkCode } from '../../platform/networkCodes.ts';
import type { Cli } from '../cli.ts';
import { tableLines } from '../text.ts';
import { type Delivery, deliveryOf, openCards } from './delivery.ts';
import { editionTitle } from './editionView.ts';

const barColumns = 20;

/** One open or past edition, for people: how its cards went out, and how far each department is. */
export function statusLines(cli: Cli, status: EditionStatus): string[] {
  const delivery = deliveryOf(status.messages);
  return [
    editionTitle(cli, status.edition),
    ...(delivery.total > 0 ? deliveryLines(cli, delivery) : []),
    ...pauseLines(cli, status.pause),
    ...(status.departments.length > 0 ? ['', ...departmentLines(cli, status)] : []),
  ];
}

/** The bar, and below it how many cards are in which state and why. */
export function deliveryLines(cli: Cli, delivery: Delivery): string[] {
  const { t, locale } = cli;
  const done = delivery.total - openCards(delivery);
  const number = (value: number) => value.toLocaleString(locale);
  return [
    `  ${number(done)} / ${number(delivery.total)}  ${bar(done / delivery.total)}`,
    `  ${deliveryParts(cli, delivery)
      .map(([name, count]) => `${name} ${number(count)}`)
      .join(t('cli.gap'))}`,
  ];
}

/** Why all sending stands still, if it does. */
export function pauseLines({ t }: Cli, pause: EditionStatus['pause']): string[] {
  if (!pause) return [];
  const seconds = Math.ceil(pause.forMs / 1000);
  return [`  ${t('cli.edition.status.paused', { reason: reasonText(t, pause.reason), seconds })}`];
}

/** The words of a reason that dispatch recorded; a code of Teams stands for itself. */
export function reasonText(t: Cli['t'], reason: string): string {
  if (isNetworkCode(reason)) return t('cli.reason.networkCode', { code: reason });
  const status = /^http(\d{3})$/.exec(reason)?.[1];
  if (status) return t('cli.reason.httpStatus', { status });
  return t(`cli.reason.${reason}`, { defaultValue: reason });
}

function deliveryParts({ t }: Cli, delivery: Delivery): [string, number][] {
  const named = (state: string, reasons: Record<string, number>): [string, number][] =>
    Object.entries(reasons).map(([reason, count]) => [
      t(`cli.delivery.${state}`, { reason: reasonText(t, reason) }),
      count,
    ]);
  const always = new Set(['sent', 'retrying']);
  const counted = (['sent', 'doubled', 'waiting', 'underWay', 'retrying', 'held'] as const)
    .filter((state) => delivery[state] > 0 || always.has(state))
    .map((state): [string, number] => [t(`cli.delivery.${state}`), delivery[state]]);
  return [
    ...counted,
    ...named('unreachable', delivery.unreachable),
    ...named('failed', delivery.failed),
    ...named('dropped', delivery.dropped),
  ];
}

/** What is counted stands above the column: who has heard one voice of two is in none of its figures. */
function departmentLines(cli: Cli, status: EditionStatus): string[] {
  const { t, locale } = cli;
  const voices = voicesText(status.edition, locale);
  const row = (one: DepartmentStatus) => [
    '',
    one.code,
    locale === 'ja' ? one.name : one.nameEn,
    t('cli.edition.status.people', { count: one.target }),
    progressText(t, one.progress),
    one.reach === 'none' ? t('cli.edition.status.noChannel') : '',
  ];
  return tableLines([
    ['', '', '', '', t('cli.edition.status.heardAll', { voices })],
    ...status.departments.map(row),
    [
      '',
      t('cli.edition.status.overall'),
      '',
      t('cli.edition.status.people', { count: status.overall.target }),
      progressText(t, status.overall.progress),
    ],
  ]);
}

function progressText(t: Cli['t'], progress: DepartmentProgress): string {
  if (progress.kind === 'band') return t(`cli.band.${progress.band}`);
  return progress.heard === 0 ? t('cli.band.none') : t('cli.edition.status.heard', { count: progress.heard });
}

function bar(share: number): string {
  const full = Math.round(share * barColumns);
  return '█'.repeat(full) + '░'.repeat(barColumns - full);
}
