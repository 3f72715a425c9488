import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { NoticeContent } from '../../../domain/ports.ts';
import { dateText, monthText } from '../../../platform/i18n/dates.ts';
import { translator } from '../../../platform/i18n/i18n.ts';
import { card, recordsLink, text } from './elements.card.ts';

/** A notice to somebody who has to act. */
export function noticeCard(content: NoticeContent, publicUrl: string): IAdaptiveCard {
  return card(content.locale, [
    text(noticeSummary(content), { weight: 'Bolder', style: 'heading' }),
    text(translator(content.locale)(`notice.${content.notice}.body`, wordsOf(content))),
    recordsLink(content.locale, publicUrl),
  ]);
}

/** Its words in the activity feed. */
export function noticeSummary(content: NoticeContent): string {
  return translator(content.locale)(`notice.${content.notice}.title`, wordsOf(content));
}

function wordsOf({ values, locale }: NoticeContent): Record<string, string> {
  return {
    month: monthText(String(values.month), locale),
    dueOn: dateText(String(values.dueOn), locale),
    heldOn: dateText(String(values.heldOn), locale),
    participants: String(values.participants),
  };
}
