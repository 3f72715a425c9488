import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import type { longestText } from '../../edges/http/contract/discussion.ts';
import { useGrowingArea } from '../shell/useGrowingArea.ts';
import { field, useDiscussStyles } from './discuss.styles.ts';

/** As the contract says; imported as a type only, so that no schema comes into the pages. */
const LONGEST: typeof longestText = 4_000;

const useStyles = makeStyles({
  text: { ...field, display: 'block', resize: 'none', overflow: 'hidden', fieldSizing: 'content' },
  large: { fontSize: '1.125rem' },
});

type Props = {
  label: string;
  value: string;
  onChange(value: string): void;
  hint?: string;
  large?: boolean;
  longest?: number;
};

/** One line to begin with; it grows with what is written. */
export function GrowingText({ label, value, onChange, hint, large, longest = LONGEST }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const id = useId();
  const area = useGrowingArea(value);

  return (
    <div>
      <label htmlFor={id} className={shared.label}>
        {label}
      </label>
      <textarea
        ref={area}
        id={id}
        rows={1}
        maxLength={longest}
        className={mergeClasses(styles.text, large && styles.large)}
        value={value}
        placeholder={hint}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
