import { loopback } from '../../shared/contract/loopback.ts';
import type { RawRequest } from '../fixtures/raw-http.ts';

/** What an honest page of the running host knows. */
export interface World {
  readonly port: number;
  readonly cookie: string;
  readonly tab: string;
  readonly key: string;
  /** A start token that was used before. */
  readonly usedStart: string;
}

/** One case of the loopback table: a request, and the statuses one of which must answer it. */
export interface Row {
  readonly name: string;
  readonly request: RawRequest;
  readonly expect: readonly number[];
  /** Whether the access rules decide the case, so that a host without them must get it wrong. */
  readonly byRules: boolean;
}

type Header = readonly [name: string, value: string];

const json = 'application/json';
const callBody = JSON.stringify({ name: 'session.state', input: {} });
const bodies: Readonly<Record<string, string>> = {
  [loopback.call]: callBody,
  [loopback.tab]: '{}',
  [loopback.events]: '{}',
};

/** A request as our own page sends it. */
export function honest(world: World, path: string, method = 'POST'): RawRequest {
  const own: Header[] = [
    ['Host', `127.0.0.1:${world.port}`],
    ['Sec-Fetch-Site', 'same-origin'],
  ];
  if (method !== 'POST') return { method, target: path, headers: own };
  const headers: Header[] = [
    ...own,
    ['Origin', `http://127.0.0.1:${world.port}`],
    ['Content-Type', json],
    ['Cookie', world.cookie],
    path === loopback.tab ? [loopback.keyHeader, world.key] : [loopback.tabHeader, world.tab],
  ];
  return { method, target: path, headers, body: bodies[path] ?? '{}' };
}

/** The request with every header of that name replaced by these values; none leaves it out. */
export function withHeader(request: RawRequest, name: string, ...values: readonly string[]): RawRequest {
  const others = request.headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  return { ...request, headers: [...others, ...values.map((value) => [name, value] as const)] };
}

const doors = [loopback.call, loopback.tab, loopback.events, loopback.session] as const;
const row = (name: string, request: RawRequest, expect: readonly number[], byRules = true): Row => ({
  name,
  request,
  expect,
  byRules,
});

/** Every row of the table, in its plain forms. */
export function tableRows(world: World): Row[] {
  return [
    ...hostRows(world),
    ...siteRows(world),
    ...typeRows(world),
    ...secretRows(world),
    ...methodRows(world),
    ...pathRows(world),
    ...framingRows(world),
    ...sizeRows(world),
  ];
}

function hostRows(world: World): Row[] {
  const own = `127.0.0.1:${world.port}`;
  const hosts = {
    name: [`localhost:${world.port}`],
    'name in capitals': [`LOCALHOST:${world.port}`],
    'foreign name': [`rebound.example:${world.port}`],
    'trailing dot': [`127.0.0.1.:${world.port}`],
    'other port': [`127.0.0.1:${world.port + 1}`],
    'no port': ['127.0.0.1'],
    'padded port': [`127.0.0.1:0${world.port}`],
    'short form': [`127.1:${world.port}`],
    'whole number': [`2130706433:${world.port}`],
    'other loopback address': [`127.0.0.2:${world.port}`],
    'version 6': [`[::1]:${world.port}`],
    unspecified: [`0.0.0.0:${world.port}`],
    'user part': [`x@${own}`],
    empty: [''],
    absent: [],
    'twice the same': [own, own],
    'twice, the second foreign': [own, 'rebound.example'],
  };
  const requests = [honest(world, '/', 'GET'), ...doors.map((path) => honest(world, path))];
  const forms = [`http://${own}`, 'http://rebound.example', `HTTP://${own}`];
  return requests.flatMap((request) => [
    ...Object.entries(hosts).map(([name, values]) =>
      row(`Host ${name}, ${request.method} ${request.target}`, withHeader(request, 'Host', ...values), [421]),
    ),
    ...forms.map((form) =>
      row(`absolute form ${form}${request.target}`, { ...request, target: form + request.target }, [421]),
    ),
  ]);
}

function siteRows(world: World): Row[] {
  const own = `http://127.0.0.1:${world.port}`;
  const origins = {
    absent: [],
    null: ['null'],
    foreign: ['https://rebound.example'],
    'other port': [`http://127.0.0.1:${world.port + 1}`],
    'no port': ['http://127.0.0.1'],
    'by name': [`http://localhost:${world.port}`],
    'other scheme': [`https://127.0.0.1:${world.port}`],
    'with a slash': [`${own}/`],
    'ours as a beginning': [`${own}.rebound.example`],
    twice: [own, own],
    list: [`${own}, ${own}`],
  };
  const sites = ['cross-site', 'same-site', 'none', 'unheard-of'];
  const uses = ['iframe', 'frame', 'embed', 'object'];
  const page = honest(world, '/', 'GET');
  return [
    ...doors.flatMap((path) => [
      ...Object.entries(origins).map(([name, values]) =>
        row(`Origin ${name}, ${path}`, withHeader(honest(world, path), 'Origin', ...values), [403]),
      ),
      ...sites.map((site) =>
        row(`Sec-Fetch-Site ${site}, ${path}`, withHeader(honest(world, path), 'Sec-Fetch-Site', site), [403]),
      ),
      row(`GET ${path} without Origin`, honest(world, path, 'GET'), [403]),
    ]),
    ...uses.flatMap((use) =>
      ['cross-site', 'same-site', 'same-origin', 'none'].map((site) =>
        row(
          `shown in ${use}, ${site}`,
          withHeader(withHeader(page, 'Sec-Fetch-Dest', use), 'Sec-Fetch-Site', site),
          [403],
        ),
      ),
    ),
    ...['script', 'image', 'style', 'empty', 'worker'].map((use) =>
      row(
        `part of a foreign page: ${use}`,
        withHeader(withHeader(page, 'Sec-Fetch-Dest', use), 'Sec-Fetch-Site', 'cross-site'),
        [403],
      ),
    ),
    row(
      'opened by a link elsewhere',
      withHeader(withHeader(page, 'Sec-Fetch-Dest', 'document'), 'Sec-Fetch-Site', 'cross-site'),
      [200],
      false,
    ),
  ];
}

function typeRows(world: World): Row[] {
  const types = {
    text: ['text/plain'],
    'text with our type inside': [`text/plain; ${json}`],
    form: ['application/x-www-form-urlencoded'],
    'form with parts': ['multipart/form-data; boundary=x'],
    absent: [],
    'longer name': [`${json}x`],
    list: [`text/plain, ${json}`],
    twice: [json, 'text/plain'],
  };
  return doors.flatMap((path) => [
    ...Object.entries(types).map(([name, values]) =>
      row(`body type ${name}, ${path}`, withHeader(honest(world, path), 'Content-Type', ...values), [415]),
    ),
    row(`compressed body, ${path}`, withHeader(honest(world, path), 'Content-Encoding', 'gzip'), [415]),
  ]);
}

function secretRows(world: World): Row[] {
  const wrong = 'A'.repeat(43);
  const [cookieName = ''] = world.cookie.split('=');
  const cookies = {
    absent: [],
    wrong: [`${cookieName}=${wrong}`],
    empty: [`${cookieName}=`],
    'other name': [world.cookie.replace(cookieName, 'oneteam')],
    'twice, one wrong': [`${cookieName}=${wrong}; ${world.cookie}`],
  };
  const start = (value: unknown): RawRequest => ({
    ...honest(world, loopback.session),
    body: JSON.stringify({ start: value }),
  });
  return [
    ...[loopback.call, loopback.events, loopback.tab].flatMap((path) => {
      const [header, value] = path === loopback.tab ? [loopback.keyHeader, world.key] : [loopback.tabHeader, world.tab];
      const secrets = { absent: [], wrong: [wrong], empty: [''], twice: [value, value], 'the cookie': [world.cookie] };
      return [
        ...Object.entries(cookies).map(([name, values]) =>
          row(`cookie ${name}, ${path}`, withHeader(honest(world, path), 'Cookie', ...values), [401]),
        ),
        ...Object.entries(secrets).map(([name, values]) =>
          row(`${header} ${name}, ${path}`, withHeader(honest(world, path), header, ...values), [401]),
        ),
      ];
    }),
    row('key in place of a tab token', withHeader(honest(world, loopback.call), loopback.tabHeader, world.key), [401]),
    row('tab token in place of the key', withHeader(honest(world, loopback.tab), loopback.keyHeader, world.tab), [401]),
    ...[world.usedStart, wrong, '', null, 1, undefined, {}].map((value) =>
      row(`start token ${value === world.usedStart ? 'used before' : typeof value}`, start(value), [401], false),
    ),
  ];
}

function methodRows(world: World): Row[] {
  const targets = ['/', '/assets/main.js', ...doors];
  const foreign = (target: string): RawRequest => ({
    method: 'OPTIONS',
    target,
    headers: [
      ['Host', `127.0.0.1:${world.port}`],
      ['Origin', 'https://rebound.example'],
      ['Access-Control-Request-Method', 'POST'],
      ['Access-Control-Request-Headers', loopback.tabHeader],
      ['Access-Control-Request-Private-Network', 'true'],
    ],
  });
  return [
    ...targets.flatMap((target) => [
      row(`OPTIONS from elsewhere ${target}`, foreign(target), [403]),
      row(`OPTIONS without Origin ${target}`, withHeader(foreign(target), 'Origin'), [403]),
    ]),
    ...['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'].flatMap((method) => [
      row(`${method} from our page`, { ...honest(world, loopback.call), method }, [405]),
      row(`${method} from elsewhere`, withHeader({ ...honest(world, '/'), method }, 'Origin', 'null'), [403]),
    ]),
    row('write to a page', honest(world, '/'), [405]),
  ];
}

function pathRows(world: World): Row[] {
  const climbs = [
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/%2e%2e%2fsecret.js',
    '/assets/%2e%2e/%2e%2e/secret.js',
    '/%252e%252e/secret.js',
    '/%252e%252e%252fsecret.js',
    '/..%5csecret.js',
    '/..\\secret.js',
    '/%5c..%5csecret.js',
    '/assets\\..\\..\\secret.js',
    '/%c0%ae%c0%ae/secret.js',
    '/%uff0e%uff0e/secret.js',
    '/assets/link.js',
    '/assets/main.js%00.html',
    '/%00',
    '/%',
    '//secret.js',
    '/./index.html',
    '/nothing.here',
    '/..;/secret.js',
    '/assets/..%2f..%2fsecret.js?x=/assets/main.js',
  ];
  return climbs.map((path) => row(`path ${path}`, honest(world, path, 'GET'), [400, 404], false));
}

/** Bodies whose end could be read in two ways. They are refused before any rule, by the parser. */
function framingRows(world: World): Row[] {
  const call = honest(world, loopback.call);
  const chunked = withHeader({ ...call, length: false }, 'Transfer-Encoding', 'chunked');
  return [
    row('length and chunks', withHeader({ ...chunked, body: '0\r\n\r\n' }, 'Content-Length', '5'), [400], false),
    row('two lengths', withHeader({ ...call, length: false }, 'Content-Length', '2', '40'), [400], false),
    row('broken chunk', { ...chunked, body: 'zz\r\n{}\r\n0\r\n\r\n' }, [400], false),
    row('length below zero', withHeader({ ...call, length: false }, 'Content-Length', '-1'), [400], false),
    row('not a message', { ...call, body: '[1]' }, [400], false),
    row('not JSON', { ...call, body: '{' }, [400], false),
    row('deep brackets', { ...call, body: `{"name":"x","input":${'['.repeat(1e5)}${']'.repeat(1e5)}}` }, [400], false),
    row('promise wanted before the body', withHeader(call, 'Expect', '100-continue'), [417]),
  ];
}

function sizeRows(world: World): Row[] {
  const declared = (path: string, length: number): RawRequest =>
    withHeader({ ...honest(world, path), body: '{', length: false }, 'Content-Length', String(length));
  const call = honest(world, loopback.call);
  const tooMuch = 'x'.repeat(2 ** 21 + 1);
  const chunk = `${tooMuch.length.toString(16)}\r\n${tooMuch}\r\n`;
  const octets = withHeader(
    declared(loopback.call, 200 * 2 ** 20 + 1),
    'Content-Type',
    'application/vnd.oneteam.call+octets',
  );
  return [
    ...doors.map((path) =>
      row(`more declared than the cap, ${path}`, declared(path, path === loopback.call ? 2 ** 21 + 1 : 4097), [413]),
    ),
    row('more octets declared than the cap', octets, [413]),
    row(
      'more sent than the cap, in chunks',
      { ...withHeader(call, 'Transfer-Encoding', 'chunked'), body: chunk, length: false },
      [413],
      false,
    ),
    row('body that stops half way', declared(loopback.call, 100), [408], false),
  ];
}
