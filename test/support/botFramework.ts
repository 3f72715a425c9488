import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppCredentials, type ServiceClientCredentialsFactory } from 'botframework-connector';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** What a token says; each may be forged. */
export interface TokenClaims {
  issuer?: string;
  audience?: string;
  serviceUrl?: string;
  keyId?: string;
  /** Signed by a key that was never published, under the published key's id. */
  withForgedKey?: boolean;
  /** ms from now. */
  expiresIn?: number;
  notBeforeIn?: number;
}

/** Microsoft's sign-in, as far as a bot meets it: metadata and keys that inbound tokens are checked against. */
export interface FakeBotFramework {
  /** For KIKIDOKI_BOT_FRAMEWORK: the SDK's own setting names. It needs all of them. */
  settings: Record<string, string>;
  /** A token as Teams would send it to this app. */
  sign(claims?: TokenClaims): Promise<string>;
  close(): Promise<void>;
}

const issuer = 'https://api.botframework.com';
const keyId = 'published-key';

/** Made once a process: RSA keys take their time. */
const keys = (async () => ({
  published: await generateKeyPair('RS256', { extractable: true }),
  forged: await generateKeyPair('RS256', { extractable: true }),
}))();

export async function openFakeBotFramework(appId: string, serviceUrl: string): Promise<FakeBotFramework> {
  const { published, forged } = await keys;
  const jwk = await exportJWK(published.publicKey);
  const server = createServer((req, res) => {
    const body =
      req.url === '/metadata'
        ? { issuer, jwks_uri: `${url()}/keys`, id_token_signing_alg_values_supported: ['RS256'] }
        : { keys: [{ ...jwk, kid: keyId, use: 'sig', endorsements: ['msteams'] }] };
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    settings: {
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: issuer,
      OAuthUrl: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: `${url()}/metadata`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url()}/metadata`,
      CallerId: '',
    },
    sign: async (claims = {}) => {
      // The SDK compares with the machine's clock.
      const now = Date.now();
      return new SignJWT({ serviceurl: claims.serviceUrl ?? serviceUrl })
        .setProtectedHeader({ alg: 'RS256', kid: claims.keyId ?? keyId })
        .setIssuer(claims.issuer ?? issuer)
        .setAudience(claims.audience ?? appId)
        .setNotBefore(new Date(now + (claims.notBeforeIn ?? -60_000)))
        .setExpirationTime(new Date(now + (claims.expiresIn ?? 3_600_000)))
        .sign(claims.withForgedKey ? forged.privateKey : published.privateKey);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The SDK's credentials with its own cache, their tokens from the stub: MSAL accepts no plain http. */
class StubCredentials extends AppCredentials {
  private readonly tokenUrl: string;

  constructor(appId: string, audience: string | undefined, tokenUrl: string) {
    super(appId, undefined, audience ?? '');
    this.tokenUrl = tokenUrl;
  }

  protected async refreshToken(): ReturnType<AppCredentials['refreshToken']> {
    const answer = await fetch(this.tokenUrl, { method: 'POST' });
    if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
    const { access_token, expires_in } = (await answer.json()) as {
      access_token: string;
      expires_in: number;
    };
    return { accessToken: access_token, expiresOn: new Date(Date.now() + expires_in * 1000) } as never;
  }
}

/** Signs the app in at the stub. */
export function stubSignIn(ownAppId: string, tokenUrl: string): ServiceClientCredentialsFactory {
  return {
    isValidAppId: async (appId) => appId === ownAppId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async (appId, audience) => new StubCredentials(appId, audience, tokenUrl) as never,
  };
}
