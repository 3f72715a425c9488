import { makeStyles } from '@fluentui/react-components';
import { Fragment } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { sentencesOf } from '../i18n/phrases.rules.ts';

const useStyles = makeStyles({
  // Each sentence begins a line; within it lines break where `wbr` allows it and nowhere else.
  sentence: { display: 'block', wordBreak: 'keep-all', textWrap: 'pretty' },
});

/** Words in large type that somebody reads aloud: no line ends inside a word. */
export function ReadAloud({ words }: { words: string }) {
  const styles = useStyles();
  const { locale } = useWords();
  if (locale !== 'ja') return words;
  return sentencesOf(words).map((phrases, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of one text, in their order
    <span key={place} className={styles.sentence}>
      {phrases.map((phrase, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of one text, in their order
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {phrase}
        </Fragment>
      ))}
    </span>
  ));
}
