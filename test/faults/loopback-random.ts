import fc from 'fast-check';
import { loopback } from '../../shared/contract/loopback.ts';
import { honest, type Row, type World, withHeader } from './loopback-rows.ts';

/** Characters that go over the line as they are and are not trimmed away. */
const visible = fc.stringMatching(/^[!-~]{1,24}$/);
const doors = fc.constantFrom(loopback.call, loopback.tab, loopback.events);

/** Random variations of the table, the same for the same seed: values that are nearly right, and paths that climb. */
export function randomRows(world: World, seed: number, count: number): Row[] {
  const row = fc.oneof(hosts(world), origins(world), secrets(world), climbs(world));
  return count === 0 ? [] : fc.sample(row, { seed, numRuns: count });
}

/** A text with one character changed, left out, doubled, or something put before or behind; never the same text. */
function nearly(text: string): fc.Arbitrary<string> {
  const place = fc.nat({ max: text.length - 1 });
  return fc
    .oneof(
      fc
        .tuple(place, fc.stringMatching(/^[!-~]$/))
        .map(([at, other]) => text.slice(0, at) + other + text.slice(at + 1)),
      place.map((at) => text.slice(0, at) + text.slice(at + 1)),
      place.map((at) => text.slice(0, at) + text.charAt(at) + text.slice(at)),
      visible.map((more) => text + more),
      visible.map((more) => more + text),
      visible,
    )
    .filter((other) => other !== text);
}

const hosts = (world: World): fc.Arbitrary<Row> =>
  fc.tuple(doors, nearly(`127.0.0.1:${world.port}`)).map(([path, host]) => ({
    name: `random Host ${host}, ${path}`,
    request: withHeader(honest(world, path), 'Host', host),
    expect: [421],
    byRules: true,
  }));

const origins = (world: World): fc.Arbitrary<Row> =>
  fc.tuple(doors, nearly(`http://127.0.0.1:${world.port}`)).map(([path, origin]) => ({
    name: `random Origin ${origin}, ${path}`,
    request: withHeader(honest(world, path), 'Origin', origin),
    expect: [403],
    byRules: true,
  }));

const secrets = (world: World): fc.Arbitrary<Row> =>
  fc.tuple(fc.constantFrom(loopback.call, loopback.events), nearly(world.tab)).map(([path, tab]) => ({
    name: `random tab token ${tab}, ${path}`,
    request: withHeader(honest(world, path), loopback.tabHeader, tab),
    expect: [401],
    byRules: true,
  }));

const steps = fc.constantFrom(
  '..',
  '%2e%2e',
  '.%2e',
  '%252e%252e',
  '..%2f',
  '..%5c',
  '..\\',
  '%2e%2e%5c',
  'assets',
  '.',
  '%00',
);

const climbs = (world: World): fc.Arbitrary<Row> =>
  fc.array(steps, { minLength: 1, maxLength: 6 }).map((climb) => {
    const path = `/${climb.join('/')}/secret.js`;
    return { name: `random path ${path}`, request: honest(world, path, 'GET'), expect: [400, 404], byRules: false };
  });
