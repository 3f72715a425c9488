import type { CardElementArray, IAdaptiveCard, IContainer } from '@microsoft/teams.cards';
import type { EffectContent, OwnAction, OwnActionsContent } from '../../../domain/ports.ts';
import { dateText, monthText } from '../../../platform/i18n/dates.ts';
import { type Locale, translator } from '../../../platform/i18n/i18n.ts';
import { acts, buttons } from './buttons.card.ts';
import { card, recordsLink, runs, shortened, text } from './elements.card.ts';

/** An action is written in 400 characters at most; a list of them stays within what Teams takes. */
const longestAction = 200;

/** 取組み of one person, each with one press to close it. */
export function actionsCard(content: OwnActionsContent, publicUrl: string): IAdaptiveCard {
  const { locale, actions, more } = content;
  const t = translator(locale);
  return card(locale, [
    text(actionsSummary(content), { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    text(t(bodyKey(content)), { spacing: 'Small' }),
    ...actions.map((action, index) => actionPart(action, index + 1, content)),
    ...(more > 0 ? [text(t('actions.more', { number: more }), { isSubtle: true, spacing: 'Medium' })] : []),
    recordsLink(locale, publicUrl),
  ]);
}

/** Its words in the activity feed. */
export function actionsSummary({ locale, kind, actions }: OwnActionsContent): string {
  return translator(locale)(actions.length === 0 ? 'actions.none.title' : `actions.${kind}.title`);
}

function bodyKey({ kind, actions }: OwnActionsContent): string {
  if (actions.length === 0) return 'actions.none.body';
  if (actions.every((action) => action.doneOn !== null)) return 'actions.allDone';
  return `actions.${kind}.body`;
}

function actionPart(action: OwnAction, n: number, { locale, kind }: OwnActionsContent): IContainer {
  const t = translator(locale);
  const isDone = action.doneOn !== null;
  const verbs = { own: ['action.done', 'action.reopen'], given: ['given.done', 'given.reopen'] } as const;
  const [done, reopen] = verbs[kind];
  // Several actions have buttons of the same name: this is what a screen reader tells them apart by.
  const tooltip = t(isDone ? 'actions.reopenTooltip' : 'actions.doneTooltip', { n });
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      runs([{ text: shortened(action.text, longestAction), weight: 'Bolder' }]),
      text(factsOf(action, locale).join(t('card.separator')), { isSubtle: true, spacing: 'Small' }),
      ...buttons([
        isDone
          ? acts(reopen, action.actionId, { title: t('actions.reopen'), tooltip })
          : acts(done, action.actionId, { title: t('actions.done'), tooltip, style: 'positive' }),
      ]),
    ],
  };
}

function factsOf({ department, month, dueOn, doneOn }: OwnAction, locale: Locale): string[] {
  const t = translator(locale);
  return [
    ...(doneOn ? [t('actions.doneOn', { day: dateText(doneOn, locale) })] : []),
    department[locale],
    ...(month ? [t('actions.from', { month: monthText(month, locale) })] : []),
    ...(dueOn && !doneOn ? [t('discussion.by', { day: dateText(dueOn, locale) })] : []),
  ];
}

/** 「この取組みは役に立ちましたか」. */
export function effectCard(content: EffectContent, publicUrl: string): IAdaptiveCard {
  const { locale, text: words, department, doneOn } = content;
  const t = translator(locale);
  const facts = [department[locale], t('actions.doneOn', { day: dateText(doneOn, locale) })];
  return card(locale, [
    text(effectSummary(content), { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    runs([{ text: shortened(words, longestAction), weight: 'Bolder' }]),
    text(facts.join(t('card.separator')), { isSubtle: true, spacing: 'Small' }),
    ...effectPart(content),
    recordsLink(locale, publicUrl),
  ]);
}

/** Its words in the activity feed. */
export function effectSummary({ locale }: EffectContent): string {
  return translator(locale)('effect.title');
}

function effectPart({ effect, actionId, locale }: EffectContent): CardElementArray {
  const t = translator(locale);
  if (effect) return [text(t('effect.thanks', { answer: t(`effect.${effect}`) }), { spacing: 'Medium' })];
  return buttons(
    (['yes', 'partly', 'no'] as const).map((answer) =>
      acts(`effect.${answer}`, actionId, { title: t(`effect.${answer}`) }),
    ),
  );
}
