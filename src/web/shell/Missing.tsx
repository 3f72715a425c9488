import { DocumentSearchRegular } from '@fluentui/react-icons/svg/document-search';
import { useWords } from '../i18n/i18n.ts';
import { AppLink } from './AppLink.tsx';
import { Notice } from './Notice.tsx';
import { addressOf } from './router.ts';
import { useTitle } from './useTitle.ts';

type Props = { title: string; body: string };

/** There is nothing at this address: says so and leads home. */
export function Missing({ title, body }: Props) {
  const { t } = useWords();
  useTitle(t('title.missing'));
  return (
    <Notice icon={<DocumentSearchRegular />} title={title} body={body}>
      <AppLink to={addressOf('/')}>{t('app.home')}</AppLink>
    </Notice>
  );
}
