import {
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { AuthenticationConstants, type ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Config } from '../../platform/config/config.ts';

/** The app's credentials for Teams, single tenant; empty in local mode, where nobody is authenticated. */
export function credentialsFactory(config: Config): ServiceClientCredentialsFactory {
  const { teams } = config;
  if (!teams) return new ConfigurationServiceClientCredentialFactory({});
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: teams.appId,
    MicrosoftAppPassword: teams.appSecret,
    MicrosoftAppTenantId: teams.tenantId,
  });
}

/**
 * Checks who calls us. Stand-ins for Microsoft's sign-in endpoints come from the configuration
 * (KIKIDOKI_BOT_FRAMEWORK); by default the SDK's own, the public cloud's.
 */
export function inboundAuthentication(
  config: Config,
  credentials: ServiceClientCredentialsFactory,
): ConfigurationBotFrameworkAuthentication {
  const options = config.botFramework as ConfigurationBotFrameworkAuthenticationOptions;
  return new ConfigurationBotFrameworkAuthentication(options, credentials);
}

export interface TokenSource {
  token(): Promise<string | null>;
  /** Teams refused this token: the next call gets a new one. */
  forget(token: string): void;
}

/** Tokens for the calls that we make; the SDK caches them until shortly before they run out. */
export function outboundTokens(config: Config, credentials: ServiceClientCredentialsFactory): TokenSource {
  const { teams } = config;
  if (!teams) return { token: async () => null, forget: () => {} };
  const audience =
    config.botFramework.ToChannelFromBotOAuthScope ?? AuthenticationConstants.ToChannelFromBotOAuthScope;
  const loginUrl =
    config.botFramework.ToChannelFromBotLoginUrl ??
    `${AuthenticationConstants.ToChannelFromBotLoginUrlPrefix}${teams.tenantId}`;
  let newest: string | null = null;
  let forceRefresh = false;
  let asking: Promise<string | null> | undefined;

  const ask = async () => {
    const source = await credentials.createCredentials(teams.appId, audience, loginUrl, true);
    if (!('getToken' in source) || typeof source.getToken !== 'function') return null;
    const token: unknown = await source.getToken(forceRefresh);
    forceRefresh = false;
    newest = typeof token === 'string' ? token : null;
    return newest;
  };

  return {
    // Many calls are under way at a time: they share one question, and what the first of them learns.
    token: () => {
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    forget: (token) => {
      if (token === newest) forceRefresh = true;
    },
  };
}
