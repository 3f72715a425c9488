import { Badge } from '@fluentui/react-components';
import type { ProposalState } from '../../edges/http/contract/proposals.ts';
import { useWords } from '../i18n/i18n.ts';
import { stateKeys } from './states.ts';

const colors = {
  received: 'informative',
  checking: 'informative',
  asking: 'warning',
  considering: 'brand',
  on_hold: 'warning',
  adopted: 'success',
  in_progress: 'brand',
  done: 'success',
  published: 'success',
  declined: 'informative',
  merged: 'informative',
  withdrawn: 'informative',
  referred: 'informative',
} as const satisfies Record<ProposalState, string>;

/** The state of a proposal, in its word. */
export function StateBadge({ state }: { state: ProposalState }) {
  const { t } = useWords();
  return (
    <Badge appearance="tint" size="large" color={colors[state]}>
      {t(stateKeys[state])}
    </Badge>
  );
}
