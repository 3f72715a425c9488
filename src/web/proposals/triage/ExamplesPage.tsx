import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { useCallback, useState } from 'react';
import type { ExampleList } from '../../../edges/http/contract/proposalWork.ts';
import { dayInWords, quoted } from '../../i18n/format.rules.ts';
import { useWords } from '../../i18n/i18n.ts';
import { useSession } from '../../session/useSession.ts';
import { AppLink } from '../../shell/AppLink.tsx';
import { Loading } from '../../shell/Loading.tsx';
import { Notice } from '../../shell/Notice.tsx';
import { addressOf } from '../../shell/router.ts';
import { SaveAs } from '../../shell/SaveAs.tsx';
import { Trouble } from '../../shell/Trouble.tsx';
import { useAnswer } from '../../shell/useAnswer.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { leadText, pageTitle, sheet } from '../../themes/layout.ts';

const useStyles = makeStyles({
  page: { maxWidth: '52rem', margin: '0 auto', paddingTop: 'clamp(1rem, 4vh, 2rem)' },
  title: pageTitle,
  lead: { ...leadText, marginBottom: '1.5rem' },
  file: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '0.5rem 1.5rem',
    marginBottom: '1.5rem',
    color: tokens.colorNeutralForeground2,
  },
  list: { display: 'flex', flexDirection: 'column', gap: '1rem' },
  example: { ...sheet },
  name: { fontSize: '1.1875rem', fontWeight: 600, lineHeight: 1.6, textWrap: 'pretty' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.25rem 1rem',
    margin: '0.25rem 0 1rem',
    fontSize: '0.875rem',
    color: tokens.colorNeutralForeground2,
    '& a': { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  },
  parts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(18rem, 100%), 1fr))',
    gap: '1rem',
  },
  part: {
    paddingLeft: '0.875rem',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    lineHeight: 1.8,
    whiteSpace: 'pre-line',
  },
  after: { borderLeftColor: tokens.colorBrandStroke1 },
  partName: { fontSize: '0.875rem', fontWeight: 600, color: tokens.colorNeutralForeground2 },
  voice: {
    marginTop: '1rem',
    lineHeight: 1.8,
    color: tokens.colorNeutralForeground2,
    '& a': { display: 'inline-block', padding: '0.5rem 0' },
  },
  thanks: { marginTop: '0.75rem', lineHeight: 1.8 },
  more: { minHeight: '44px', marginTop: '1rem' },
});

type Example = ExampleList['examples'][number];

/** 改善事例: what became of proposals, for everybody. */
export function ExamplesPage() {
  const { t } = useWords();
  const { session } = useSession();
  const ask = useCallback(() => session.request<ExampleList>('/api/examples'), [session]);
  const { answer, retry } = useAnswer(ask);
  useTitle(t('examples.title'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <Trouble onRetry={retry} />;
  if (answer.value.total === 0) {
    return (
      <Notice icon={<LightbulbRegular />} title={t('examples.noneTitle')} body={t('examples.noneBody')} />
    );
  }
  return <Examples first={answer.value} />;
}

function Examples({ first }: { first: ExampleList }) {
  const styles = useStyles();
  const { t } = useWords();
  const { session } = useSession();
  const [examples, setExamples] = useState(first.examples);

  async function showMore(): Promise<void> {
    const more = await session
      .request<ExampleList>(`/api/examples?skip=${examples.length}`)
      // The button stays: it can be pressed again.
      .catch(() => null);
    if (more) setExamples([...examples, ...more.examples]);
  }

  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('examples.title')}</h1>
      <p className={styles.lead}>{t('examples.lead')}</p>
      {first.inFile > 0 && (
        <section className={styles.file} aria-label={t('examples.file')}>
          <span>{t('examples.inFile', { n: first.inFile })}</span>
          <SaveAs path="/api/examples/file" query={new URLSearchParams()} name="kikidoki-examples" />
        </section>
      )}
      <ul className={styles.list}>
        {examples.map((example) => (
          <li key={example.id} className={styles.example}>
            <ExampleWords example={example} />
          </li>
        ))}
      </ul>
      {first.total > examples.length && (
        <Button className={styles.more} onClick={() => void showMore()}>
          {t('examples.more')}
        </Button>
      )}
    </div>
  );
}

function ExampleWords({ example }: { example: Example }) {
  const styles = useStyles();
  const { t, locale, pick } = useWords();
  const { voice, thanked } = example;
  const names = thanked.map((name) => t('examples.name', { name: pick(name) })).join(t('examples.comma'));
  return (
    <>
      <h2 className={styles.name} lang="ja">
        {example.title}
      </h2>
      <div className={styles.facts}>
        <span>{dayInWords(example.publishedOn, locale)}</span>
        <AppLink to={addressOf(`/proposals/${example.id}`)}>
          {t('examples.proposal', { number: example.number })}
        </AppLink>
        {example.public && (
          <Badge appearance="outline" size="large">
            {t('examples.public')}
          </Badge>
        )}
      </div>
      <div className={styles.parts}>
        <div className={styles.part}>
          <h3 className={styles.partName}>{t('examples.before')}</h3>
          <p lang="ja">{example.before}</p>
        </div>
        <div className={`${styles.part} ${styles.after}`}>
          <h3 className={styles.partName}>{t('examples.after')}</h3>
          <p lang="ja">{example.after}</p>
        </div>
      </div>
      {voice && (
        <p className={styles.voice}>
          {t('examples.voice')}{' '}
          <AppLink to={addressOf(`/listen/${voice.id}`)}>
            <span lang="ja">{quoted(voice.quote)}</span>
          </AppLink>
        </p>
      )}
      <p className={styles.thanks}>{names ? t('examples.thanks', { names }) : t('examples.thanksAll')}</p>
    </>
  );
}
