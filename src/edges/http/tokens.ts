import { createHmac, timingSafeEqual } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';

/** Bearer tokens of the pages and signed addresses of sounds. Nothing about them is stored. */
export interface Tokens {
  issueSession(personId: string): Promise<{ token: string; expiresAt: Date }>;
  /** @throws AppError signIn.required */
  readSession(authorization: string | undefined): Promise<string>;
  /** When this session ends, unless it is renewed. @throws AppError signIn.required */
  sessionEnd(authorization: string | undefined): Promise<Date>;
  /** Path of a voice's sound, good for some minutes. */
  signSound(voiceId: string): string;
  /** @throws AppError voice.soundLinkExpired */
  checkSound(voiceId: string, expires: string | undefined, signature: string | undefined): void;
}

interface TokenOptions {
  secret: Uint8Array;
  clock: Clock;
  tokenMinutes: number;
  soundMinutes: number;
}

const issuer = 'kikidoki';

export function createTokens({ secret, clock, tokenMinutes, soundMinutes }: TokenOptions): Tokens {
  const signatureOf = (voiceId: string, expires: string) =>
    createHmac('sha256', secret).update(`sound ${voiceId} ${expires}`).digest('base64url');
  const verified = async (authorization: string | undefined) => {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '';
    const session = await jwtVerify(token, secret, {
      issuer,
      audience: issuer,
      algorithms: ['HS256'],
      currentDate: clock.now(),
    }).catch(() => null);
    const { sub, exp } = session?.payload ?? {};
    if (!sub || !exp) throw new AppError('signIn.required');
    return { personId: sub, endsAt: new Date(exp * 1000) };
  };

  return {
    issueSession: async (personId) => {
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + tokenMinutes * 60_000);
      const token = await new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setAudience(issuer)
        .setSubject(personId)
        .setIssuedAt(now)
        .setExpirationTime(expiresAt)
        .sign(secret);
      return { token, expiresAt };
    },
    readSession: async (authorization) => (await verified(authorization)).personId,
    sessionEnd: async (authorization) => (await verified(authorization)).endsAt,
    signSound: (voiceId) => {
      const expires = String(Math.floor(clock.now().getTime() / 1000) + soundMinutes * 60);
      return `/sound/${voiceId}?expires=${expires}&signature=${signatureOf(voiceId, expires)}`;
    },
    checkSound: (voiceId, expires, signature) => {
      const good = Buffer.from(signatureOf(voiceId, expires ?? ''));
      const given = Buffer.from(signature ?? '');
      const isValid = good.length === given.length && timingSafeEqual(good, given);
      const isFresh = Number(expires) * 1000 >= clock.now().getTime();
      if (!isValid || !isFresh) throw new AppError('voice.soundLinkExpired');
    },
  };
}
