import { loopback, type SessionTokens, type TabToken } from '../../shared/contract/loopback.ts';
import { encodeWire } from '../../shared/contract/wire.ts';

const keyName = 'oneteam.key';

interface PostOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Sends one message to the host. Rejects when the host cannot be reached. */
export async function post(path: string, value: unknown, { headers, signal }: PostOptions = {}): Promise<Response> {
  const { type, body } = encodeWire(value);
  return fetch(path, {
    method: 'POST',
    body,
    headers: { ...headers, 'content-type': type },
    cache: 'no-store',
    credentials: 'same-origin',
    ...(signal && { signal }),
  });
}

/** The start token of the address, taken out of it so that it stays in no history. */
function takeStartToken(): string | null {
  const start = new URLSearchParams(location.hash.slice(1)).get(loopback.startParameter);
  if (start !== null) history.replaceState(null, '', location.pathname + location.search);
  return start;
}

/** This browser has no way in: the link was used, is too old, or belongs to a host that has ended. */
export class NotLetIn extends Error {
  override readonly name = 'NotLetIn';
}

async function tokens<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new NotLetIn();
  return (await answer.json()) as T;
}

/** Asks for this page's tab token: with the start token of the address, otherwise with the key left by an earlier page. */
export async function enter(): Promise<string> {
  const start = takeStartToken();
  if (start !== null) {
    const { tab, key } = await tokens<SessionTokens>(await post(loopback.session, { start }));
    localStorage.setItem(keyName, key);
    return tab;
  }
  const key = localStorage.getItem(keyName);
  if (key === null) throw new NotLetIn();
  return (await tokens<TabToken>(await post(loopback.tab, {}, { headers: { [loopback.keyHeader]: key } }))).tab;
}
