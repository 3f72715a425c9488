import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { DiscussionAction } from '../../edges/http/contract/discussion.ts';
import { dayInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { useDiscussStyles } from './discuss.styles.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column' },
  action: {
    padding: '0.75rem 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 'none', paddingTop: 0 },
  },
  text: { fontSize: '1.0625rem', lineHeight: 1.7, textWrap: 'pretty' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 1rem' },
});

type Props<A extends DiscussionAction> = {
  actions: readonly A[];
  noteOf?: (action: A) => string;
  toolsOf?: (action: A) => ReactNode;
};

/** What the workplace does: text, who, until when, and whether it is done. */
export function ActionList<A extends DiscussionAction>({ actions, noteOf, toolsOf }: Props<A>) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t, locale, pick } = useWords();
  return (
    <ul className={styles.list}>
      {actions.map((action) => (
        <li key={action.id} className={styles.action}>
          <p className={styles.text}>{action.text}</p>
          <div className={styles.line}>
            {noteOf && <span className={shared.quiet}>{noteOf(action)}</span>}
            <span className={shared.quiet}>
              {action.owner
                ? t('discuss.wrapUp.ownedBy', { name: pick(action.owner.name) })
                : t('discuss.wrapUp.everybody')}
            </span>
            {action.dueOn && (
              <span className={shared.quiet}>
                {t('discuss.wrapUp.until', { day: dayInWords(action.dueOn, locale) })}
              </span>
            )}
            {action.doneOn && (
              <span className={shared.quiet}>
                {t('discuss.wrapUp.doneOn', { day: dayInWords(action.doneOn, locale) })}
              </span>
            )}
            {toolsOf?.(action)}
          </div>
        </li>
      ))}
    </ul>
  );
}
