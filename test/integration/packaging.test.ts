import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch, build, Packager, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtApp } from '../fixtures/built-app.ts';

/** Marks where Electron's binary keeps its fuses; then a version byte, the number of fuses, and one digit for each. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

let root: string;
let work: string;
let resources: string;
let installed: string;
let started: ChildProcess[] = [];

/**
 * Packs with electron-builder itself, as for an installer, around a file that stands for Electron's binary: it does
 * not run, but holds fuses as the real one does, all set the wrong way round. Then unpacks the result into an empty
 * folder, where nothing of the project can be found by accident.
 */
beforeAll(async () => {
  root = await builtApp();
  work = mkdtempSync(join(tmpdir(), 'packaging-'));
  const distribution = join(work, 'electron');
  mkdirSync(join(distribution, 'resources'), { recursive: true });
  const wrongWayRound = Buffer.from([...'101100111'].map((digit) => digit.charCodeAt(0)));
  writeFileSync(
    join(distribution, 'electron'),
    Buffer.concat([Buffer.from(`binary${fuseSentinel}`), Buffer.from([1, wrongWayRound.length]), wrongWayRound]),
  );
  chmodSync(join(distribution, 'electron'), 0o755);
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir', process.arch === 'arm64' ? Arch.arm64 : Arch.x64),
    publish: 'never',
    config: {
      extends: join(root, 'electron-builder.yml'),
      electronDist: distribution,
      directories: { output: join(work, 'out') },
    },
  });
  const [unpacked] = readdirSync(join(work, 'out')).filter((name) => name.endsWith('unpacked'));
  resources = join(work, 'out', String(unpacked), 'resources');
  installed = join(work, 'installed');
  extractAll(join(resources, 'app.asar'), installed);
}, 300_000);

afterAll(async () => {
  await Promise.all(started.map(stop));
  rmSync(work, { recursive: true, force: true });
});

const packed = () => listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) => path.slice(1));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

describe('the installer configuration', () => {
  const validate = (config: Record<string, unknown>) =>
    new Packager({
      projectDir: root,
      config: { extends: join(root, 'electron-builder.yml'), ...config },
    }).validateConfig();

  it('satisfies electron-builder’s own schema, which refuses what it does not know', async () => {
    await validate({});
    await expect(validate({ electronFuses: { runAsNodes: false } })).rejects.toThrow(/electronFuses/);
  });

  it('names icons that exist for every system', () => {
    const icons = join(root, 'resources', 'icons');
    expect(readFileSync(join(icons, 'icon.ico')).subarray(0, 4)).toEqual(Buffer.from([0, 0, 1, 0]));
    expect(readFileSync(join(icons, 'icon.icns')).subarray(0, 4).toString()).toBe('icns');
    for (const [name, size] of [
      ['icon.png', 1024],
      ['512x512.png', 512],
      ['256x256.png', 256],
    ] as const) {
      const png = readFileSync(join(icons, name));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], name).toEqual([size, size]);
    }
  });

  it('builds for Windows, macOS and Linux, and looks for updates nowhere', async () => {
    const packager = new Packager({ projectDir: root, config: { extends: join(root, 'electron-builder.yml') } });
    await packager.validateConfig();
    const { win, mac, linux, publish, npmRebuild } = packager.config;
    expect([win?.target, mac?.target, linux?.target]).toEqual(['nsis', 'dmg', ['AppImage', 'deb']]);
    expect([publish, npmRebuild]).toEqual([null, false]);
    expect(packager.metadata.main).toBe('dist/electron/desktop/main.js');
  });
});

describe('the packed application', () => {
  it('turns the fuses the safe way', async () => {
    const [unpacked] = readdirSync(join(work, 'out')).filter((name) => name.endsWith('unpacked'));
    const wire = await getCurrentFuseWire(join(work, 'out', String(unpacked), 'oneteam'));
    const on = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE;
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
      filePrivileges: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
      asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyFromAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
      cookieEncryption: on(FuseV1Options.EnableCookieEncryption),
    }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      inspect: false,
      filePrivileges: false,
      asarIntegrity: true,
      onlyFromAsar: true,
      cookieEncryption: true,
    });
  });

  it('holds the built application, its two native modules and nothing else', () => {
    const allowed =
      /^(package\.json|dist\/(electron|renderer)\/.+|node_modules\/(better-sqlite3|@node-rs\/argon2(-[a-z0-9-]+)?)\/.+)$/;
    const files = filesBelow(installed);
    expect(files.filter((file) => !allowed.test(file))).toEqual([]);
    expect(
      files.filter((file) => /\.(ts|tsx|map|md|cpp|c|h|scss)$/.test(file) && !file.endsWith('/licences.md')),
    ).toEqual([]);
    const built = filesBelow(join(root, 'dist')).filter(
      (file) => /^(electron|renderer)\//.test(file) && !file.endsWith('.map'),
    );
    expect(files.filter((file) => file.startsWith('dist/')).sort()).toEqual(built.map((file) => `dist/${file}`).sort());
  });

  it('holds each native module’s binary for this system only, and only those lie outside the archive', () => {
    const outside = filesBelow(join(resources, 'app.asar.unpacked')).sort();
    expect(outside).toHaveLength(2);
    expect(outside[0]).toMatch(
      new RegExp(`^node_modules/@node-rs/argon2-.+/argon2\\.${process.platform}-${process.arch}.*\\.node$`),
    );
    expect(outside[1]).toBe(`node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`);
    expect(
      packed()
        .filter((path) => path.endsWith('.node'))
        .sort(),
    ).toEqual(outside);
  });

  it('says under which licences its bundled parts stand', () => {
    const licences = readFileSync(join(installed, 'dist/electron/licences.md'), 'utf8');
    for (const name of ['kysely', 'zod']) expect(licences).toContain(`## ${name} `);
  });
});

describe('the packed application, in an empty folder', () => {
  it('starts in the browser host and serves its page', async () => {
    const child = run([
      'dist/electron/start.js',
      '--browser',
      '--no-open',
      '--profile',
      join(work, 'profile'),
      '--demo',
    ]);
    const address = /^Ready: (http:\/\/127\.0\.0\.1:\d+\/)#start=\S+$/.exec(await firstLine(child))?.[1];
    expect(address).toBeDefined();
    const page = await fetch(String(address));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<div id="root">');
    await stop(child);
  });

  it('lists its endpoints on the command line', async () => {
    const endpoints: { name: string }[] = JSON.parse(await headless(['endpoints']));
    expect(endpoints.map(({ name }) => name)).toContain('session.signIn');
  });

  it('makes a profile, which takes both native modules, the migrations and the reference data', async () => {
    const profile = join(work, 'team');
    const { neighbourhoods } = JSON.parse(
      await headless(['call', 'session.shippedPlaces', '{}', '--profile', profile]),
    );
    const team = {
      name: 'Ada Example',
      organisation: 'Example Trust',
      neighbourhoodIds: [neighbourhoods[0].id],
      passphrase: 'velvet harbour lantern 47',
    };
    await headless(['call', 'session.setUpTeam', JSON.stringify(team), '--profile', profile]);
    const workers = JSON.parse(await headless(['workers', '--profile', profile]));
    expect(workers).toMatchObject([{ label: 'Ada Example', role: 'Team lead' }]);
  });

  it('starts in the desktop host: window, page, preload script and engine are found where they were bundled', async () => {
    const electron = join(installed, 'node_modules', 'electron');
    mkdirSync(electron, { recursive: true });
    writeFileSync(
      join(electron, 'package.json'),
      JSON.stringify({ name: 'electron', type: 'module', exports: './index.js' }),
    );
    writeFileSync(join(electron, 'index.js'), electronFor(join(root, 'test/fixtures/electron-stand-in.ts')));
    const child = run(['dist/electron/desktop/main.js', '--profile', join(work, 'desktop'), '--demo']);
    const [output] = await Promise.all([textOf(child), once(child, 'exit')]);
    expect(JSON.parse(output)).toEqual({
      url: 'app://oneteam/',
      status: 200,
      preload: join(installed, 'dist/electron/desktop/preload.cjs'),
      state: 'new',
    });
    expect(existsSync(join(installed, 'dist/electron/desktop/preload.cjs'))).toBe(true);
    expect(child.exitCode).toBe(0);
  });
});

/** A module that plays Electron in a process of its own, reports what the desktop host did, and then quits. */
function electronFor(standIn: string): string {
  return `
    import { createElectronStandIn } from ${JSON.stringify(standIn)};
    const electron = createElectronStandIn({ packaged: true });
    electron.app.on('stand-in-loaded', async () => {
      const [{ webContents, options }] = electron.windows;
      const [{ url, response }] = webContents.loaded;
      const sender = { sender: webContents, senderFrame: webContents.mainFrame };
      const { value } = await electron.ipc.get('oneteam:call')(sender, 'session.state', {});
      console.log(JSON.stringify({ url, status: response.status, preload: options.webPreferences.preload, state: value.state }));
      electron.app.quit();
    });
    electron.app.on('stand-in-exit', (code) => process.exit(code));
    export const { app, BrowserWindow, powerMonitor, session, protocol, ipcMain, shell, dialog, Menu, safeStorage } = electron.module;
  `;
}

function run(args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, args, { cwd: installed, stdio: ['ignore', 'pipe', 'inherit'] });
  started = [...started, child];
  return child;
}

/** Runs one command of the packed command line; resolves to what it prints. */
async function headless(args: readonly string[]): Promise<string> {
  const child = run(['dist/electron/headless/main.js', ...args]);
  const [output] = await Promise.all([textOf(child), once(child, 'exit')]);
  expect(child.exitCode, output).toBe(0);
  return output;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no output');
  for await (const line of createInterface(child.stdout)) return line;
  throw new Error('it ended without a line of output');
}

async function textOf(child: ChildProcess): Promise<string> {
  const parts: string[] = [];
  for await (const part of child.stdout ?? []) parts.push(String(part));
  return parts.join('');
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
