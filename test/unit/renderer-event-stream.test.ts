import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readEvents } from '../../renderer/client/event-stream.ts';

/** The stream of a host that sends these bytes, cut wherever the network likes. */
function streamOf(text: string, cuts: readonly number[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text);
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  return new ReadableStream({
    start(controller) {
      for (const [index, from] of places.entries()) controller.enqueue(bytes.slice(from, places[index + 1]));
      controller.close();
    },
  });
}

async function read(text: string, cuts: readonly number[] = []): Promise<string[]> {
  return collect(readEvents(streamOf(text, cuts), () => undefined));
}

async function collect(events: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const event of events) all.push(event);
  return all;
}

it('gives each event, passes over comments and names, and leaves out one that was cut off', async () => {
  const text = ': alive\n\nevent: x\ndata: {"a":1}\n\ndata: one\ndata: two\n\n: alive\n\ndata: cut o';
  expect(await read(text)).toEqual(['{"a":1}', 'one\ntwo']);
});

it('gives the same events however the bytes are cut', async () => {
  const line = fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify({ text }));
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.array(fc.nat()), async (events, cuts) => {
      const text = events.map((event) => `data: ${event}\n\n: alive\n\n`).join('');
      expect(await read(text, cuts)).toEqual(events);
    }),
  );
});

it('tells of every sign of life', async () => {
  let signs = 0;
  const events = readEvents(streamOf(': alive\n\n: alive\n\n', [9]), () => {
    signs += 1;
  });
  expect(await collect(events)).toEqual([]);
  expect(signs).toBeGreaterThanOrEqual(2);
});
