import type { DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { monthInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { ActionList } from './ActionList.tsx';
import { CloseAction } from './CloseAction.tsx';
import { Disclosure } from './Disclosure.tsx';
import type { Act } from './useDiscussion.ts';

type Props = { actions: NonNullable<DiscussionPage['leading']>['openActions']; act: Act };

/** What earlier months left to do: it comes up again. */
export function OpenActions({ actions, act }: Props) {
  const { t, locale } = useWords();
  if (actions.length === 0) return null;
  return (
    <Disclosure title={t('discuss.wrapUp.open')}>
      <ActionList
        actions={actions}
        toolsOf={(action) => <CloseAction action={action} act={act} />}
        noteOf={(action) => t('home.month', { month: monthInWords(action.month, locale, false) })}
      />
    </Disclosure>
  );
}
