/** Checks what each folder may import: the rules that keep data flowing one way. Prints every breach; exits 1 when there is one. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { exit } from 'node:process';

const root = new URL('../..', import.meta.url).pathname;

/** A rule holds for the files under its folder that no later rule claims. `packages: 'any'` leaves packages free but for the two guarded ones. */
interface Rule {
  readonly folder: string;
  readonly may: readonly string[];
  readonly packages: 'any' | readonly string[];
}

const rules: readonly Rule[] = [
  { folder: 'renderer', may: ['renderer', 'shared'], packages: 'any' },
  { folder: 'shared', may: ['shared', 'resources'], packages: ['zod'] },
  { folder: 'migrations', may: ['migrations'], packages: ['kysely', 'kysely/migration'] },
  { folder: 'electron', may: ['electron', 'shared'], packages: 'any' },
  { folder: 'electron/browser', may: ['electron', 'shared'], packages: 'any' },
  { folder: 'electron/desktop', may: ['electron', 'shared'], packages: 'any' },
  { folder: 'electron/headless', may: ['electron', 'shared'], packages: 'any' },
  { folder: 'electron/engine', may: ['electron/engine', 'shared', 'migrations', 'resources'], packages: 'any' },
  { folder: 'electron/engine/store', may: ['electron/engine/store', 'shared', 'migrations'], packages: 'any' },
  {
    folder: 'electron/engine/journal',
    may: ['electron/engine/journal', 'electron/engine/store', 'shared'],
    packages: 'any',
  },
  {
    folder: 'electron/engine/derived',
    may: ['electron/engine/derived', 'electron/engine/journal', 'electron/engine/store', 'shared', 'resources'],
    packages: 'any',
  },
  { folder: 'electron/engine/keys', may: ['electron/engine/keys', 'shared'], packages: 'any' },
];

/** Packages that one place alone may import. */
const guarded: Readonly<Record<string, string>> = {
  electron: 'electron/desktop/',
  'better-sqlite3': 'electron/engine/store/database.ts',
};

/** Hosts reach the engine through these files only. */
const engineDoors = new Set(['electron/engine-host.ts']);
function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

function breachesOf(file: string): string[] {
  const rule = rules
    .filter(({ folder }) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
  if (!rule) return [];
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(importPattern)].flatMap((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    const problem = name.startsWith('.') ? problemOfPath(file, rule, name) : problemOfPackage(file, rule, name);
    return problem ? [`${file}: ${problem}`] : [];
  });
}

function problemOfPath(file: string, rule: Rule, name: string): string | null {
  const target = relative(root, resolve(root, dirname(file), name));
  const allowed = rule.may.some((folder) => target.startsWith(`${folder}/`));
  if (!allowed) return `${rule.folder} may not import ${target}`;
  const host = file.startsWith('electron/') && !file.startsWith('electron/engine/') && !engineDoors.has(file);
  if (host && target.startsWith('electron/engine/'))
    return `a host may reach the engine only through engine-host.ts, not ${target}`;
  return null;
}

function problemOfPackage(file: string, rule: Rule, name: string): string | null {
  const owner = guarded[name];
  if (owner && !file.startsWith(owner)) return `only ${owner} may import ${name}`;
  if (name.startsWith('node:') && (rule.folder === 'shared' || rule.folder === 'renderer'))
    return `${rule.folder} may not import ${name}`;
  if (rule.packages !== 'any' && !rule.packages.includes(name))
    return `${rule.folder} may not import the package ${name}`;
  return null;
}

const files = ['renderer', 'shared', 'migrations', 'electron'].flatMap(filesUnder);
const breaches = files.flatMap(breachesOf);
for (const breach of breaches) console.error(breach);
console.info(`imports: ${files.length} files, ${breaches.length} breaches`);
if (breaches.length > 0) exit(1);
