import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { useWords } from '../i18n/i18n.ts';
import { Notice } from '../shell/Notice.tsx';
import { useTitle } from '../shell/useTitle.ts';
import { LocalPeople } from './LocalPeople.tsx';
import { useSession } from './useSession.ts';

/** Nobody is signed in: locally a choice of sample people, otherwise the way back through Teams. */
export function SignIn({ linkRefused }: { linkRefused: boolean }) {
  const { t } = useWords();
  const { session } = useSession();
  useTitle(t('title.signIn'));
  if (session.site()?.localSignIn) return <LocalPeople />;
  return (
    <Notice
      icon={<OpenRegular />}
      title={t('signIn.againTitle')}
      body={linkRefused ? t('signIn.usedBody') : t('signIn.againBody')}
    />
  );
}
