import { makeStyles } from '@fluentui/react-components';
import type { GuidePage } from '../../edges/http/contract/guides.ts';
import { quoted } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { VoiceFacts } from '../listen/VoiceFacts.tsx';
import { useSession } from '../session/useSession.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';
import { GuidePreview } from './GuidePreview.tsx';
import { GuideState } from './GuideState.tsx';
import { type GuideText, lacking } from './guideForm.rules.ts';
import { useGuideStyles } from './guides.styles.ts';
import { Prompts } from './Prompts.tsx';
import { SaveBar } from './SaveBar.tsx';
import { TextPair } from './TextPair.tsx';
import { useGuideForm } from './useGuideForm.ts';

const useStyles = makeStyles({
  back: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  head: { display: 'flex', flexDirection: 'column', gap: '0.75rem', margin: '0.25rem 0 1.75rem' },
  quote: {
    fontSize: 'clamp(1.375rem, 1rem + 2vw, 2rem)',
    lineHeight: 1.6,
    fontWeight: 600,
    textWrap: 'pretty',
  },
  parts: { display: 'flex', flexDirection: 'column', gap: '1.25rem' },
});

/** Writes the guide of one voice: the customer's sentence above, what the leader will have in hand below. */
export function GuideEditor({ begin, personId }: { begin: GuidePage; personId: string }) {
  const styles = useStyles();
  const guides = useGuideStyles();
  const { t, pick } = useWords();
  const { session } = useSession();
  const { page, form, status, isChanged, isRestored, change, discard, save } = useGuideForm({
    begin,
    personId,
    session,
  });
  const { voice, limits } = page;
  const wrong: ReadonlySet<GuideText | number> = status.kind === 'lacking' ? lacking(form) : new Set();
  const text = (name: GuideText, legend: string, hint: string) => (
    <section className={guides.panel}>
      <TextPair
        legend={legend}
        hint={hint}
        value={form[name]}
        longest={limits.longestText}
        error={wrong.has(name) ? t('guides.lackingText') : undefined}
        onChange={(value) => change({ ...form, [name]: value })}
      />
    </section>
  );
  return (
    <div className={guides.page}>
      <AppLink className={styles.back} to={addressOf('/guides')}>
        {t('guides.back')}
      </AppLink>
      <div className={styles.head}>
        <h1 className={styles.quote} lang="ja">
          {quoted(voice.quote)}
        </h1>
        <VoiceFacts voice={voice} />
        <GuideState guide={page} />
        {page.month?.state === 'open' && page.month.leads && (
          <p className={guides.hint}>{t('guides.openNow')}</p>
        )}
      </div>
      <div className={styles.parts}>
        {text('opening', t('guides.opening'), t('guides.openingHint'))}
        <Prompts page={page} form={form} wrong={wrong} onChange={change} />
        {text('listenFor', t('guides.listenFor'), t('guides.listenForHint'))}
        {text('closing', t('guides.closing'), t('guides.closingHint'))}
        <GuidePreview form={form} />
        <SaveBar
          status={status}
          isChanged={isChanged}
          isRestored={isRestored}
          other={page.edited?.by ? pick(page.edited.by) : t('guides.somebody')}
          onSave={() => void save()}
          onDiscard={discard}
        />
      </div>
    </div>
  );
}
