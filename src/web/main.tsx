import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { localeOf, speak, startWords } from './i18n/i18n.ts';
import { createSession } from './session/session.ts';
import { SessionContext } from './session/useSession.ts';
import { followTeams } from './shell/appearance.ts';
import { takeLink } from './shell/router.ts';

const query = new URLSearchParams(location.search);
const chosenLocale = query.get('locale');
startWords(localeOf(chosenLocale ?? navigator.language));

if (query.get('in') === 'teams') {
  import('./shell/teams.ts')
    .then(({ meetTeams }) => meetTeams(followTeams))
    .then((teams) => {
      followTeams(teams.theme);
      if (chosenLocale === null) speak(localeOf(teams.locale));
    })
    // The page is complete without its surroundings: it keeps the browser's look and language.
    .catch((error: unknown) => console.warn('Teams did not answer', error));
}

const session = createSession(takeLink());
void session.start();

// The server writes a fresh nonce into every page: only styles that carry it are let in.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <RendererProvider renderer={renderer} targetDocument={document}>
      <SessionContext.Provider value={session}>
        <App />
      </SessionContext.Provider>
    </RendererProvider>,
  );
}
