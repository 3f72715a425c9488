import type { FrameLocator, Page } from 'playwright-core';

export type TeamsLook = 'default' | 'dark' | 'contrast';

/** What TeamsJS asks of the client around it, and what a client of today answers. */
function host(theme: TeamsLook): string {
  const context = {
    theme,
    locale: 'ja-jp',
    frameContext: 'task',
    hostClientType: 'web',
    tid: '',
    userObjectId: '',
  };
  const runtime = {
    apiVersion: 4,
    hostVersionsInfo: {},
    isLegacyTeams: false,
    supports: { dialog: { url: {} } },
  };
  const answers = {
    initialize: ['task', 'web', JSON.stringify(runtime), '2.0.0'],
    getContext: [context],
  };
  return `
    const answers = ${JSON.stringify(answers)};
    addEventListener('message', ({ data, source, origin }) => {
      if (data?.func in answers) source.postMessage({ id: data.id, uuid: data.uuid, args: answers[data.func] }, origin);
    });`;
}

/** Serves the app's public address in this window, as the company's proxy would. */
export async function servePublicly(page: Page, publicUrl: string, url: string): Promise<void> {
  await page.context().route(`${publicUrl}/**`, async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(publicUrl, url) });
    await route.fulfill({ response });
  });
}

/**
 * Shows an address as Teams on the web shows a dialog: in a frame of a page of Microsoft's, which speaks to
 * it. Nothing goes out to Microsoft.
 */
export async function openInTeams(page: Page, url: string, theme: TeamsLook): Promise<FrameLocator> {
  await page.context().route('https://res.cdn.office.net/**', (route) =>
    route.fulfill({
      json: { validOrigins: ['teams.microsoft.com'] },
      headers: { 'access-control-allow-origin': '*' },
    }),
  );
  await page.context().route('https://teams.microsoft.com/**', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="ja"><title>Teams</title>
        <body style="margin:0;background:#33344a"><script>${host(theme)}</script>
        <main><h1 style="position:absolute;clip-path:inset(50%)">Teams</h1>
        <iframe title="お客さまの声を聴く" src="${url.replaceAll('&', '&amp;')}" allow="autoplay"
          style="display:block;margin:40px auto;border:0;width:900px;height:700px"></iframe></main></body></html>`,
    }),
  );
  await page.goto('https://teams.microsoft.com/');
  return page.frameLocator('iframe');
}
