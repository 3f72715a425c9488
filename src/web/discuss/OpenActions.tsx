import type { DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { monthInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { ActionList } from './ActionList.tsx';
import { Disclosure } from './Disclosure.tsx';

type Props = { actions: NonNullable<DiscussionPage['leading']>['openActions'] };

/** What earlier months left to do: it comes up again. */
export function OpenActions({ actions }: Props) {
  const { t, locale } = useWords();
  if (actions.length === 0) return null;
  return (
    <Disclosure title={t('discuss.wrapUp.open')}>
      <ActionList
        actions={actions}
        noteOf={(action) => t('home.month', { month: monthInWords(action.month, locale, false) })}
      />
    </Disclosure>
  );
}
