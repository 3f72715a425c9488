import { Button, Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { NewTheme, ThemeList, ThemePage } from '../../edges/http/contract/themes.ts';
import { monthInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { addressOf, goTo } from '../shell/router.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { Modal } from './Modal.tsx';
import { useAct } from './useAct.ts';

type Props = {
  month: string;
  from: NewTheme['from'];
  count: number;
  /** Where the title starts; people say it in their own words. */
  title: string;
  onClose(): void;
};

/** Makes a new theme of insights, or puts them into one that is there. */
export function MakeThemeDialog({ month, from, count, title, onClose }: Props) {
  const { t, locale } = useWords();
  const { session } = useSession();
  const { busy, trouble, send } = useAct();
  const [where, setWhere] = useState<'new' | 'known'>('new');
  const [name, setName] = useState(title);
  const [chosen, setChosen] = useState('');
  const [themeId] = useState(() => crypto.randomUUID());
  const ask = useCallback(() => session.request<ThemeList>('/api/themes'), [session]);
  const { answer } = useAnswer(ask);
  const themes = answer.state === 'ready' ? answer.value.themes : [];
  const known = chosen || themes[0]?.id || '';
  const isReady = where === 'new' ? name.trim() !== '' : known !== '';

  async function submit(): Promise<void> {
    if (!isReady || busy) return;
    const made =
      where === 'new'
        ? await send<ThemePage>('/api/themes', { id: themeId, month, title: name.trim(), from })
        : await send<ThemePage>(`/api/themes/${known}`, { act: 'addInsights', from });
    if (made) goTo(addressOf(`/themes/${made.id}`));
  }

  return (
    <Modal
      title={t('insights.makeTitle', { n: count })}
      trouble={trouble}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button type="submit" appearance="primary" disabledFocusable={!isReady || busy}>
            {where === 'new' ? t('insights.makeNew') : t('insights.addTo')}
          </Button>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
        </>
      }
    >
      {themes.length > 0 && (
        <RadioGroup
          aria-label={t('insights.where')}
          value={where}
          onChange={(_, { value }) => setWhere(value === 'known' ? 'known' : 'new')}
        >
          <Radio value="new" label={t('insights.whereNew')} />
          <Radio value="known" label={t('insights.whereKnown')} />
        </RadioGroup>
      )}
      {where === 'new' ? (
        <Field label={t('themes.title')} hint={t('insights.titleHint')}>
          <Input value={name} maxLength={120} onChange={(_, { value }) => setName(value)} />
        </Field>
      ) : (
        <Field label={t('insights.whichTheme')}>
          <Select value={known} onChange={(_, { value }) => setChosen(value)}>
            {themes.map((theme) => (
              <option key={theme.id} value={theme.id}>
                {t('insights.themeOf', {
                  month: monthInWords(theme.month, locale, true),
                  title: theme.title,
                })}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </Modal>
  );
}
