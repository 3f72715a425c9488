import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { BulkDecision, BulkResult } from '../../../edges/http/contract/proposalWork.ts';
import { useWords } from '../../i18n/i18n.ts';
import { buttonRow } from '../../themes/layout.ts';
import { useAct } from '../../themes/useAct.ts';
import { type Decided, MoveDialog } from './MoveDialog.tsx';
import { type Move, moveKeys, moves } from './states.ts';

const useStyles = makeStyles({
  bar: {
    ...buttonRow,
    position: 'sticky',
    bottom: '0.75rem',
    zIndex: 5,
    alignItems: 'center',
    marginTop: '1rem',
    padding: '0.75rem 1rem',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  count: { flexGrow: 1, fontWeight: 600 },
  refused: { flexBasis: '100%', lineHeight: 1.7 },
});

type Props = {
  picked: ReadonlySet<string>;
  onDone(done: readonly string[]): void;
  onClear(): void;
};

/** What can be done with the proposals that were chosen; stays in sight. */
export function BulkBar({ picked, onDone, onClear }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const { busy, trouble, send, forget } = useAct();
  const [to, setTo] = useState<Move | null>(null);
  const [refused, setRefused] = useState<string[]>([]);

  async function decide(decided: Decided): Promise<void> {
    const body: BulkDecision = { ...decided, proposalIds: [...picked] };
    const answer = await send<BulkResult>('/api/board', body);
    if (!answer) return;
    setTo(null);
    setRefused([...new Set(answer.results.flatMap((one) => one.refused ?? []))]);
    onDone(answer.results.filter((one) => one.refused === null).map(({ id }) => id));
  }

  return (
    <section className={styles.bar} aria-label={t('board.pickedBar')}>
      <span className={styles.count} role="status">
        {t('board.picked', { n: picked.size })}
      </span>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="primary">{t('board.moveTo')}</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {moves.map((move) => (
              <MenuItem
                key={move}
                onClick={() => {
                  forget();
                  setRefused([]);
                  setTo(move);
                }}
              >
                {t(moveKeys[move])}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <Button appearance="subtle" onClick={onClear}>
        {t('board.clear')}
      </Button>
      {refused.length > 0 && (
        <p role="alert" className={styles.refused}>
          {t('board.refused')} {refused.join(' ')}
        </p>
      )}
      {to && (
        <MoveDialog
          to={to}
          count={picked.size}
          busy={busy}
          trouble={trouble}
          onDecide={(decided) => void decide(decided)}
          onClose={() => setTo(null)}
        />
      )}
    </section>
  );
}
