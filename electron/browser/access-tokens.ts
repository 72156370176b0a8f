import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { loopback, type SessionTokens } from '../../shared/contract/loopback.ts';
import { type Facts, type Proven, valuesOf } from './access.ts';

/** Secrets of one running browser host. All are 256 random bits, kept as digests and compared in constant time. */
export interface AccessTokens {
  /** A new start token, in force for 60 s and one use. It takes the place of one that was not used. */
  issueStart(): string;
  /** Exchanges a start token, which ends what was let in before. Null when it is wrong, used or too old. */
  exchange(start: unknown): (SessionTokens & { readonly cookie: string }) | null;
  /** A tab token of its own for a reloaded or further page. The least recently used one beyond 32 ends. */
  openTab(): string;
  /** Which secrets among the headers of a request are in force. */
  prove(headers: Facts['headers'], cookieName: string): Proven;
}

const startLife = 60_000;
const mostTabs = 32;

/**
 * @param now milliseconds of a clock that never goes back
 */
export function createAccessTokens(now: () => number): AccessTokens {
  let start: { readonly digest: Buffer; readonly until: number } | null = null;
  let cookie: Buffer | null = null;
  let key: Buffer | null = null;
  /** Least recently used first. */
  let tabs: readonly Buffer[] = [];

  const openTab = (): string => {
    const tab = newToken();
    tabs = [...tabs, digestOf(tab)].slice(-mostTabs);
    return tab;
  };

  /** Compares with every tab, so that the time tells nothing of which one it was. */
  const touchTab = (given: string): boolean => {
    const used = tabs.filter((tab) => matches(tab, given));
    tabs = [...tabs.filter((tab) => !used.includes(tab)), ...used];
    return used.length > 0;
  };

  return {
    issueStart: () => {
      const token = newToken();
      start = { digest: digestOf(token), until: now() + startLife };
      return token;
    },
    exchange: (given) => {
      if (start === null || now() > start.until || !matches(start.digest, given)) return null;
      start = null;
      const fresh = { cookie: newToken(), key: newToken() };
      cookie = digestOf(fresh.cookie);
      key = digestOf(fresh.key);
      tabs = [];
      return { ...fresh, tab: openTab() };
    },
    openTab,
    prove: (headers, cookieName) => ({
      cookie: matches(cookie, cookieIn(valuesOf({ headers }, 'cookie'), cookieName)),
      key: matches(key, single(valuesOf({ headers }, loopback.keyHeader))),
      tab: touchTab(single(valuesOf({ headers }, loopback.tabHeader))),
    }),
  };
}

const newToken = (): string => randomBytes(32).toString('base64url');
const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Digests have one length, so neither length nor content of a wrong guess shows in the time. */
function matches(digest: Buffer | null, given: unknown): boolean {
  return typeof given === 'string' && digest !== null && timingSafeEqual(digest, digestOf(given));
}

/** The only value, or an empty text, which matches nothing. */
const single = (values: readonly string[]): string => (values.length === 1 ? (values[0] ?? '') : '');

function cookieIn(headers: readonly string[], name: string): string {
  const pairs = headers.flatMap((header) => header.split(';')).map((pair) => pair.trim());
  return single(pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1)));
}
