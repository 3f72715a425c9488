import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { ReOrderDotsVerticalRegular } from '@fluentui/react-icons/svg/re-order-dots-vertical';
import type { PointerEvent as ReactPointerEvent } from 'react';
import type { InsightGroup, ShownInsight } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { useDiscussStyles } from './discuss.styles.ts';
import { withMoved } from './page.rules.ts';
import type { Act } from './useDiscussion.ts';

type Props = {
  insight: ShownInsight;
  groups: readonly InsightGroup[];
  /** Once it is wrapped up, groups stay as they are. */
  mayMove: boolean;
  onGrab(press: ReactPointerEvent): void;
  onNewGroup(): void;
  onHide(): void;
  onRefer(): void;
  act: Act;
};

/** What a leader may do with an insight: drag it or choose its group, hide it, hand it over, mark it for a proposal. */
export function InsightTools({ insight, groups, mayMove, onGrab, onNewGroup, onHide, onRefer, act }: Props) {
  const shared = useDiscussStyles();
  const { t } = useWords();
  const own = groups.find((group) => group.insights.some((one) => one.id === insight.id));

  function move(groupId: string): void {
    void act({ act: 'moveInsight', insightId: insight.id, groupId }, (page) =>
      withMoved(page, insight.id, groupId),
    );
  }

  return (
    <>
      {mayMove && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              appearance="subtle"
              className={shared.press}
              style={{ touchAction: 'none', cursor: 'grab' }}
              icon={<ReOrderDotsVerticalRegular />}
              aria-label={t('discuss.groups.move')}
              title={t('discuss.groups.moveHint')}
              onPointerDown={onGrab}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuGroup>
                <MenuGroupHeader>{t('discuss.groups.moveTo')}</MenuGroupHeader>
                {groups
                  .filter((group) => group.id !== own?.id)
                  .map((group) => (
                    <MenuItem key={group.id} onClick={() => move(group.id)}>
                      {group.title || t('discuss.groups.others')}
                    </MenuItem>
                  ))}
              </MenuGroup>
              <MenuItem onClick={onNewGroup}>{t('discuss.groups.new')}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            className={shared.press}
            icon={<MoreHorizontalRegular />}
            aria-label={t('discuss.groups.tools')}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              onClick={() =>
                void act({
                  act: 'suggest',
                  source: 'insight',
                  sourceId: insight.id,
                  suggested: !insight.suggested,
                })
              }
            >
              {insight.suggested ? t('discuss.suggest.undo') : t('discuss.suggest.do')}
            </MenuItem>
            <MenuDivider />
            <MenuItem onClick={onHide}>{t('discuss.hide.do')}</MenuItem>
            <MenuItem onClick={onRefer}>{t('referrals.toOffice')}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
}
