import { networkInterfaces } from 'node:os';
import { type Check, checkRequest } from '../../electron/browser/access.ts';
import { type BrowserHost, startBrowserHost } from '../../electron/browser/host.ts';
import type { EngineHost } from '../../electron/engine-host.ts';
import { securityHeaders } from '../../electron/security-headers.ts';
import { loopback } from '../../shared/contract/loopback.ts';
import { echoEngine } from '../fixtures/echo-engine.ts';
import { enterBy } from '../fixtures/loopback-page.ts';
import { exchange, type RawRequest, type RawResponse, requestBytes } from '../fixtures/raw-http.ts';
import { canary, smallRenderer } from '../fixtures/small-renderer.ts';
import { randomRows } from './loopback-random.ts';
import { honest, type Row, tableRows, type World, withHeader } from './loopback-rows.ts';
import { result, type SuiteOptions, type SuiteResult } from './suite.ts';

export interface LoopbackMatrixOptions extends SuiteOptions {
  /** Engine behind the host; without it one that answers with its input. */
  readonly engine?: EngineHost;
}

const patience = { head: 300, pause: 300, whole: 900 };

/**
 * Sends every case of the loopback table to a running host over raw connections. A case fails when another status
 * answers it, when a refused call reached the engine, when an answer lacks a security header or has a header that
 * opens it to other origins, or when it holds what lies outside the served folder.
 *
 * `cases` counts the table, which is always run in full, and random variations of it up to that number. The control is
 * the same host with its rules switched off: each case that the rules decide has to fail there.
 */
export async function loopbackMatrix(options: LoopbackMatrixOptions): Promise<SuiteResult> {
  const real = await runAgainst(options, checkRequest);
  const control = await runAgainst(options, () => ({ allow: true }));
  const missed = control.rows.filter(({ byRules, name }) => byRules && !control.faults.has(name));
  const notes = [...real.faults].map(([name, fault]) => `seed ${options.seed}, ${name}: ${fault}`);
  return result('loopback matrix', real.rows.length + real.addresses, notes, missed.length === 0);
}

interface Run {
  readonly rows: readonly Row[];
  /** What went wrong, by the name of the case. */
  readonly faults: ReadonlyMap<string, string>;
  /** How many addresses were tried that must not be bound. */
  readonly addresses: number;
}

async function runAgainst({ seed, cases, engine }: LoopbackMatrixOptions, check: Check): Promise<Run> {
  const renderer = smallRenderer();
  const { counted, callCount } = countCalls(engine ?? echoEngine());
  const assets = renderer.folder;
  const host = await startBrowserHost({ engine: counted, assets, open: false, out: () => {}, patience, check });
  try {
    const world = await enter(host);
    const table = [...allowedRows(world), ...tableRows(world)];
    const rows = [...table, ...randomRows(world, seed, Math.max(0, cases - table.length))];
    const faults = new Map<string, string>();
    for (const row of rows) {
      const before = callCount();
      const fault = await faultOf(row, world);
      const isReached = callCount() > before && !row.expect.includes(200);
      if (fault !== undefined || isReached) faults.set(row.name, fault ?? 'reached the engine');
    }
    const elsewhere = otherAddresses();
    for (const address of elsewhere) {
      if (await isFoundAt(world, address)) faults.set(`address ${address}`, 'is bound');
    }
    return { rows, faults, addresses: elsewhere.length };
  } finally {
    await host.close();
    renderer.remove();
  }
}

/** What is wrong with the answer to one case; undefined when nothing is. */
async function faultOf({ request, expect }: Row, { port }: World): Promise<string | undefined> {
  let response: RawResponse;
  try {
    response = await exchange(port, requestBytes(request));
  } catch (error) {
    return error instanceof Error ? error.message : 'no answer';
  }
  if (!expect.includes(response.status)) return `answered ${response.status} in place of ${expect.join(' or ')}`;
  for (const [name, value] of Object.entries(securityHeaders)) {
    if (response.headers.get(name) !== value) return `lacks ${name}`;
  }
  const opening = [...response.headers.keys()].find((name) => name.startsWith('access-control-'));
  if (opening !== undefined) return `sends ${opening}`;
  if (response.text.includes(canary)) return 'shows a file outside of the served folder';
  return response.text.includes('100 Continue') ? 'asks for a body that it will not read' : undefined;
}

/** What an honest page does, which has to work: otherwise a host that refuses everything would pass. */
function allowedRows(world: World): Row[] {
  const typed = withHeader(
    withHeader(honest(world, '/', 'GET'), 'Sec-Fetch-Site', 'none'),
    'Sec-Fetch-Dest',
    'document',
  );
  const requests: RawRequest[] = [
    typed,
    ...['/', '/?q=1', '/cases/open', '/assets/main.js'].map((path) => honest(world, path, 'GET')),
    honest(world, '/', 'HEAD'),
    ...[loopback.call, loopback.tab, loopback.events].map((path) => honest(world, path)),
    withHeader(honest(world, loopback.call), 'Sec-Fetch-Site'),
    withHeader(honest(world, loopback.call), 'Content-Type', 'application/json; charset=utf-8'),
  ];
  return requests.map((request, at) => ({
    name: `honest ${at} ${request.method} ${request.target}`,
    request,
    expect: [200],
    byRules: false,
  }));
}

/** Lets an honest page in, as the browser that follows the printed link is let in. */
async function enter({ url }: BrowserHost): Promise<World> {
  const usedStart = new URLSearchParams(new URL(url).hash.slice(1)).get(loopback.startParameter) ?? '';
  return { ...(await enterBy(url)), usedStart };
}

function countCalls(engine: EngineHost): { counted: EngineHost; callCount: () => number } {
  let count = 0;
  const call: EngineHost['call'] = (name, input, meta) => {
    count += 1;
    return engine.call(name, input, meta);
  };
  return { counted: { ...engine, call }, callCount: () => count };
}

/** Every other address of this machine, and loopback addresses that are not ours. */
function otherAddresses(): string[] {
  const own = Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).map(({ address }) => address),
  );
  return [...new Set([...own, '127.0.0.2', '127.255.255.254', '::1'])].filter((address) => address !== '127.0.0.1');
}

async function isFoundAt(world: World, address: string): Promise<boolean> {
  try {
    await exchange(world.port, requestBytes(honest(world, '/', 'GET')), address);
    return true;
  } catch {
    return false;
  }
}
