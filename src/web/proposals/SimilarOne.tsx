import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { SimilarProposal } from '../../edges/http/contract/proposals.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import { sheet } from '../themes/layout.ts';
import { useProposalStyles } from './proposals.styles.ts';
import { SimilarMore } from './SimilarMore.tsx';
import { StateBadge } from './StateBadge.tsx';
import { SupportBox } from './SupportBox.tsx';

/** So much of a longer text is shown. */
const SHOWN = 90;

const useStyles = makeStyles({
  card: { ...sheet, padding: '1rem', display: 'flex', flexDirection: 'column', gap: '0.5rem' },
  title: { fontSize: '1rem', lineHeight: 1.6, fontWeight: 600, textWrap: 'pretty' },
  probable: { fontSize: '0.875rem', fontWeight: 600, color: tokens.colorBrandForeground1 },
  answer: {
    fontSize: '0.875rem',
    lineHeight: 1.7,
    paddingLeft: '0.75rem',
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
  },
});

/** A similar proposal: what it says, how far it is, what was answered. It opens beside what is written. */
export function SimilarOne({ similar }: { similar: SimilarProposal }) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const own = useProposalStyles();
  const { t } = useWords();
  const titleId = useId();
  const [isRead, setIsRead] = useState(false);
  const [supported, setSupported] = useState(similar.supported);
  const supporters = similar.supporters + (supported && !similar.supported ? 1 : 0);
  return (
    <li className={styles.card} aria-labelledby={titleId}>
      {similar.probable && <p className={styles.probable}>{t('propose.similarProbable')}</p>}
      <h3 id={titleId} className={styles.title} lang="ja">
        {similar.title}
      </h3>
      <div className={own.facts}>
        <StateBadge state={similar.state} />
        <span className={own.number}>{similar.number}</span>
        {supporters > 0 && <span>{t('proposals.supporters', { n: supporters })}</span>}
      </div>
      <p className={shared.quiet} lang="ja">
        {cut(similar.change)}
      </p>
      {similar.answer !== '' && (
        <p className={styles.answer}>
          {t('propose.similarAnswer')} <span lang="ja">{cut(similar.answer)}</span>
        </p>
      )}
      {isRead && <SimilarMore proposalId={similar.id} />}
      <div>
        <Button
          appearance="transparent"
          className={shared.press}
          aria-expanded={isRead}
          aria-label={t(isRead ? 'propose.similarCloseOf' : 'propose.similarOpenOf', {
            number: similar.number,
          })}
          onClick={() => setIsRead(!isRead)}
        >
          {isRead ? t('propose.similarClose') : t('propose.similarOpen')}
        </Button>
      </div>
      <SupportBox
        proposalId={similar.id}
        number={similar.number}
        supported={supported}
        onChange={(page) => setSupported(page.me.supports)}
      />
    </li>
  );
}

function cut(words: string): string {
  const characters = Array.from(words);
  return characters.length <= SHOWN ? words : `${characters.slice(0, SHOWN - 1).join('')}…`;
}
