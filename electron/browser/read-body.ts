import type { IncomingMessage } from 'node:http';

/** How long a sender may take, in milliseconds. */
export interface Patience {
  /** Longest time for the head of a request. */
  readonly head: number;
  /** Longest pause between two pieces of a body. */
  readonly pause: number;
  /** Longest time from first to last piece of a body. */
  readonly whole: number;
}

export type Body =
  | { readonly state: 'complete'; readonly bytes: Uint8Array }
  | { readonly state: 'too-large' | 'too-slow' | 'gone' };

/**
 * Reads a body up to `cap` bytes, whatever length was declared. It stops listening at the first byte too many and
 * when the sender dawdles; `gone` when the connection ended before the body did.
 */
export function readBody(request: IncomingMessage, cap: number, patience: Patience): Promise<Body> {
  const { promise, resolve } = Promise.withResolvers<Body>();
  const pieces: Buffer[] = [];
  let size = 0;
  const settle = (body: Body): void => {
    clearTimeout(pause);
    clearTimeout(whole);
    request.off('data', take);
    resolve(body);
  };
  const pause = setTimeout(() => settle({ state: 'too-slow' }), patience.pause);
  const whole = setTimeout(() => settle({ state: 'too-slow' }), patience.whole);
  const take = (piece: Buffer): void => {
    size += piece.byteLength;
    pieces.push(piece);
    pause.refresh();
    if (size > cap) settle({ state: 'too-large' });
  };
  request.on('data', take);
  request.once('end', () => settle({ state: 'complete', bytes: Buffer.concat(pieces, size) }));
  request.once('close', () => settle({ state: 'gone' }));
  return promise;
}
