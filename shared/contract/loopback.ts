/**
 * The addresses and headers of the browser host, for both of its ends. Every one of them is a POST with a body of
 * `wire.ts`, also the event stream: a browser leaves `Origin` out of same-origin GET requests, and a request without
 * `Origin` is refused.
 *
 * | request | needs | answers |
 * |---|---|---|
 * | `session` `{start}` | start token of the address's fragment: single use, 60 s | cookie, and `{tab, key}` |
 * | `tab` `{}` | cookie, key | `{tab}` |
 * | `call` `{name, input, commandId?}` | cookie, tab | an `Answer`, always with status 200 |
 * | `events` `{}` | cookie, tab | server-sent events, one `EngineEvent` as JSON per `data:` line; comments keep it alive |
 *
 * A page keeps `tab` in memory and nowhere else. `key` goes into the origin's `localStorage`; with it a reload or a
 * further tab asks for a `tab` of its own. Status 401 means that this browser has to be let in again by a new link.
 * A stream that ends is opened again, and everything on screen fetched again, since events were missed.
 */
export const loopback = {
  session: '/session',
  tab: '/tab',
  call: '/call',
  events: '/events',
  tabHeader: 'x-oneteam-tab',
  keyHeader: 'x-oneteam-key',
  /** `#start=TOKEN` of the address that the host prints. Taken out of the address as soon as it is read. */
  startParameter: 'start',
} as const;

/** Answer to `session`. */
export interface SessionTokens {
  readonly tab: string;
  readonly key: string;
}

/** Answer to `tab`. */
export interface TabToken {
  readonly tab: string;
}
