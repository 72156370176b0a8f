import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actionWords, wordsOf } from '../../renderer/features/audit/action-words.ts';
import { endpoints } from '../../shared/contract/index.ts';

const engineFolder = new URL('../../electron/engine', import.meta.url).pathname;
/** Deeds that the engine writes by itself, beside those that the contract names. */
const written = readdirSync(engineFolder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => [
    ...readFileSync(join(engineFolder, name), 'utf8').matchAll(
      /(?:auditAlone|audit|leave)\(engine, (?:\{[^}]*?action: )?'([a-z-]+)'/gu,
    ),
  ])
  .map(([, action]) => action ?? '');

describe('words for the audit trail', () => {
  const named = Object.values(endpoints).flatMap(({ audit }) => (audit ? [audit.action] : []));

  it('finds what the engine writes by itself', () => {
    expect(written).toEqual(expect.arrayContaining(['sign-in', 'sign-out', 'lock', 'restore', 'passphrase-recovered']));
  });

  it.each([...new Set([...named, ...written])].sort())('has words for %s', (action) => {
    expect(actionWords[action]?.words).toMatch(/^[A-Z].{4,}[^.]$/u);
  });

  it('says of a refused call what was tried, and hides nothing that it does not know', () => {
    expect(wordsOf('staff.letIn').words).toBe('Let a worker sign in on this device');
    expect(wordsOf('backups.list').words).toBe(endpoints['backups.list'].summary);
    expect(wordsOf('from-a-newer-version').words).toBe('from-a-newer-version');
  });

  it('has no two deeds of the same words', () => {
    const words = Object.values(actionWords).map((entry) => entry.words);
    expect(words).toEqual([...new Set(words)]);
  });
});
