import { loopback } from '../../shared/contract/loopback.ts';
import { wireTypeOf, wireTypes } from '../../shared/contract/wire.ts';

/** What is known of a request before its body is read. */
export interface Facts {
  /** The port that the host listens on. */
  readonly port: number;
  readonly method: string;
  /** The request target exactly as sent. */
  readonly target: string;
  /** Names and values in turn, as sent, repetitions included. */
  readonly headers: readonly string[];
  /** Which of the secrets that the request carries are in force. */
  readonly proven: Proven;
}

export interface Proven {
  readonly cookie: boolean;
  readonly tab: boolean;
  readonly key: boolean;
}

export type Refusal = { readonly allow: false; readonly status: number; readonly reason: string };
export type Verdict = { readonly allow: true } | Refusal;

/** Decides on one request; the host carries the decision out. */
export type Check = (facts: Facts) => Verdict;

/** Bytes that the body of a request may have, by address and media type. A start token needs next to nothing. */
export function bodyCap(path: string, contentType: string): number {
  if (path !== loopback.call) return 4096;
  return wireTypeOf(contentType) === wireTypes.octets ? 200 * 2 ** 20 : 2 * 2 ** 20;
}

/** The path of a request target, still percent-encoded. */
export const pathOf = (target: string): string => target.split('?', 1)[0] ?? '';

const doors: readonly string[] = [loopback.session, loopback.tab, loopback.call, loopback.events];

const frames: readonly string[] = ['iframe', 'frame', 'embed', 'object', 'fencedframe'];

const refuse = (status: number, reason: string): Refusal => ({ allow: false, status, reason });
const allowed: Verdict = { allow: true };

/**
 * The rules of the loopback host, in the order in which they are asked; the first that objects decides.
 *
 * Why each is there: *Host* stops DNS rebinding, where a foreign name is made to point at 127.0.0.1. *Origin* and
 * *Sec-Fetch-Site* stop pages of other sites and of other ports. *Content type* stops HTML forms, which can only send
 * three types without asking first. *Secrets* stop other programs and other people on this machine.
 */
export const checkRequest: Check = (facts) => {
  for (const rule of [checkTarget, checkSite, checkMethod, checkBody, checkSecrets]) {
    const verdict = rule(facts);
    if (!verdict.allow) return verdict;
  }
  return allowed;
};

const ownHost = (facts: Facts): string => `127.0.0.1:${facts.port}`;

/** Exactly one Host, exactly ours, and a target that names no host of its own. */
function checkTarget(facts: Facts): Verdict {
  const hosts = valuesOf(facts, 'host');
  if (hosts.length !== 1 || hosts[0] !== ownHost(facts)) return refuse(421, 'This address is not served here.');
  if (!facts.target.startsWith('/')) return refuse(421, 'Only addresses of this host are served.');
  return allowed;
}

/**
 * Whatever is not the reading of a file comes from our own page and says so; that includes the event stream and
 * preflights, which therefore never succeed. Files may also be opened from the address bar or by a link, as a page of
 * their own; never inside a frame and never as a part of another page.
 */
function checkSite(facts: Facts): Verdict {
  const fromOwnPage = valuesOf(facts, 'sec-fetch-site').every((site) => site === 'same-origin');
  if (isReading(facts)) {
    const uses = valuesOf(facts, 'sec-fetch-dest');
    if (uses.some((use) => frames.includes(use))) return refuse(403, 'This cannot be shown inside another page.');
    return fromOwnPage || uses[0] === 'document' ? allowed : refuse(403, 'Other sites have no access.');
  }
  return fromOwnPage && isOwnOrigin(facts) ? allowed : refuse(403, 'Other sites have no access.');
}

function checkMethod(facts: Facts): Verdict {
  const isServed = isDoor(facts) ? facts.method === 'POST' : isReading(facts);
  return isServed ? allowed : refuse(405, 'This address does not take this method.');
}

/** One of the two media types that no form can send, not compressed, and no larger than its cap. */
function checkBody(facts: Facts): Verdict {
  if (facts.method !== 'POST') return allowed;
  const [type = '', ...more] = valuesOf(facts, 'content-type');
  const isWire = more.length === 0 && wireTypeOf(type) !== undefined;
  if (!isWire) return refuse(415, 'The body must be a message of this application.');
  if (valuesOf(facts, 'content-encoding').length > 0) return refuse(415, 'Compressed bodies are not read.');
  if (valuesOf(facts, 'expect').length > 0) return refuse(417, 'Nothing is promised before the body.');
  const tooLong = valuesOf(facts, 'content-length').some(
    (length) => Number(length) > bodyCap(pathOf(facts.target), type),
  );
  return tooLong ? refuse(413, 'The message is too large.') : allowed;
}

/**
 * The cookie alone is never enough: browsers send cookies of 127.0.0.1 to every port of it, so any program that
 * listens on another port can come to know it. The tab token and the key are sent to this origin only.
 */
function checkSecrets({ method, target, proven }: Facts): Verdict {
  const path = pathOf(target);
  if (method !== 'POST' || path === loopback.session) return allowed;
  const isProven = proven.cookie && (path === loopback.tab ? proven.key : proven.tab);
  return isProven ? allowed : refuse(401, 'This browser has not been let in. Open OneTeam again with a new link.');
}

const isDoor = ({ target }: Facts): boolean => doors.includes(pathOf(target));

/** Reading a file, as opposed to anything that acts. */
const isReading = (facts: Facts): boolean => (facts.method === 'GET' || facts.method === 'HEAD') && !isDoor(facts);

function isOwnOrigin(facts: Facts): boolean {
  const origins = valuesOf(facts, 'origin');
  return origins.length === 1 && origins[0] === `http://${ownHost(facts)}`;
}

/** Every value that was sent under a header name (given in lower case), in order. */
export function valuesOf({ headers }: Pick<Facts, 'headers'>, name: string): string[] {
  return headers.filter((_, at) => at % 2 === 1 && headers[at - 1]?.toLowerCase() === name);
}
