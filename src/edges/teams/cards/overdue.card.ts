import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { ProposalOverdueContent } from '../../../domain/proposalContents.ts';
import { dateText } from '../../../platform/i18n/dates.ts';
import { translator } from '../../../platform/i18n/i18n.ts';
import { buttons, opensPage } from './buttons.card.ts';
import { card, recordsLink, runs, shortened, text } from './elements.card.ts';
import type { CardSurroundings } from './surroundings.ts';

/** Longest part of a title in the list. */
const mostTitle = 60;

/** What is overdue, once a week. */
export function overdueCard(content: ProposalOverdueContent, surroundings: CardSurroundings): IAdaptiveCard {
  const { locale, proposals, more } = content;
  const t = translator(locale);
  const [first] = proposals;
  return card(locale, [
    text(overdueSummary(content), { weight: 'Bolder', style: 'heading' }),
    text(t('proposal.overdue.body')),
    ...proposals.map(({ number, title, state, what, dueOn }) =>
      runs([
        { text: `${number} `, weight: 'Bolder' },
        { text: shortened(title, mostTitle) },
        {
          text: ` ${t(`proposal.overdue.line.${what}`, { state: t(`proposal.state.${state}`), day: dateText(dueOn, locale) })}`,
          isSubtle: true,
        },
      ]),
    ),
    ...(more > 0 ? [text(t('proposal.overdue.more', { n: more }), { isSubtle: true })] : []),
    ...buttons(
      first
        ? [
            opensPage(
              'proposals.overdue',
              first.proposalId,
              '/board?overdue=1',
              { title: t('proposal.overdue.open') },
              surroundings,
            ),
          ]
        : [],
    ),
    recordsLink(locale, surroundings.publicUrl),
  ]);
}

/** Its words in the activity feed. */
export function overdueSummary({ locale, proposals, more }: ProposalOverdueContent): string {
  return translator(locale)('proposal.overdue.title', { n: proposals.length + more });
}
