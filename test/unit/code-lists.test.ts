import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type CodeListName,
  type CodeOf,
  codeEntry,
  codeLabel,
  codeLists,
  codeOptions,
  codeSchema,
  codeShort,
  codesOf,
  codesWhere,
  isCode,
} from '../../shared/domain/code-lists.ts';
import { roles } from '../../shared/domain/permissions.ts';
import { appRoleOf } from '../../shared/domain/worker-role.ts';

const folder = new URL('../../resources/code-lists', import.meta.url).pathname;
const names = Object.keys(codeLists) as CodeListName[];

describe('the registry', () => {
  test('has every list file, and nothing else', () => {
    const files = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
    expect([...names].sort()).toEqual(files.sort());
  });

  test.each(names)('%s: order and codes agree, every code has words and the list names its source', (name) => {
    const list = codeLists[name];
    expect([...list.order].sort()).toEqual(Object.keys(list.codes).sort());
    expect(list.title.trim()).not.toBe('');
    expect(list.source.trim()).not.toBe('');
    const labels = codesOf(name).map((code) => codeLabel(name, code));
    for (const label of labels) expect(label.trim()).not.toBe('');
    expect(new Set(labels).size).toBe(labels.length);
    for (const code of codesOf(name)) {
      expect(codeShort(name, code).length).toBeLessThanOrEqual(codeLabel(name, code).length);
      expect(codeLabel(name, code)).not.toMatch(/\b(patient|client|user)s?\b/i);
    }
  });

  // A code written twice in a file would silently lose its first meaning, since JSON keeps the last.
  test.each(names)('%s: no code is written twice', (name) => {
    const text = readFileSync(join(folder, `${name}.json`), 'utf8');
    const written = [...text.matchAll(/^ {4}("[^"]+"): \{/gm)].map((match) => JSON.parse(match[1] ?? '""'));
    expect(written.sort()).toEqual(Object.keys(codeLists[name].codes).sort());
  });
});

describe('what callers get', () => {
  test('a schema accepts every code of its list and nothing else', () => {
    for (const name of names) {
      for (const code of codesOf(name)) expect(codeSchema(name).parse(code)).toBe(code);
      for (const wrong of ['', 'nonsense', 'toString', 5, null]) {
        expect(codeSchema(name).safeParse(wrong).success).toBe(false);
        expect(isCode(name, wrong)).toBe(false);
      }
    }
  });

  test('options come in display order with their words', () => {
    expect(codeOptions('attendance').map((option) => option.value)).toEqual(['5', '6', '7', '3', '2', '4']);
    expect(codeOptions('consultation-type')).toEqual([
      { value: '01', label: 'First contact' },
      { value: '02', label: 'Follow-up' },
    ]);
  });

  test('a code of a newer version is shown as itself, not hidden and not an error', () => {
    const unknown = 'from-a-newer-version' as CodeOf<'flag'>;
    expect(codeLabel('flag', unknown)).toBe('from-a-newer-version');
    expect(codeShort('flag', unknown)).toBe('from-a-newer-version');
  });
});

describe('rules that the lists carry', () => {
  test('the restricted flags and the priority cohorts', () => {
    expect(codesWhere('flag', 'restricted')).toEqual(['safeguarding', 'marac', 'domestic-abuse', 'drug-treatment']);
    expect(codesWhere('flag', 'cohort')).toEqual(['homeless', 'severe-mental-illness', 'complex-alcohol']);
  });

  test('the attendance codes fall into seen, missed and cancelled, each into exactly one', () => {
    expect(codesWhere('attendance', 'seen')).toEqual(['5', '6']);
    expect(codesWhere('attendance', 'missed')).toEqual(['7', '3']);
    expect(codesWhere('attendance', 'cancelled')).toEqual(['2', '4']);
  });

  test('the inverse of an inverse relationship is the relationship', () => {
    for (const code of codesOf('relationship-type')) {
      const { inverse } = codeEntry('relationship-type', code);
      expect(isCode('relationship-type', inverse)).toBe(true);
      expect(codeEntry('relationship-type', inverse as CodeOf<'relationship-type'>).inverse).toBe(code);
    }
  });

  test('contacts are due sooner the higher the tier', () => {
    expect(codesOf('need-tier').map((tier) => [tier, codeEntry('need-tier', tier).contactDays])).toEqual([
      ['low', 90],
      ['rising', 30],
      ['high', 14],
      ['very-high', 7],
    ]);
  });

  test('every application role has a worker role, and no worker role names an unknown one', () => {
    const named = codesOf('worker-role').filter((role) => codeEntry('worker-role', role).app !== undefined);
    expect(named.map(appRoleOf)).not.toContain(undefined);
    expect(new Set(named.map(appRoleOf))).toEqual(new Set(roles));
    expect(appRoleOf('volunteer')).toBeUndefined();
  });

  test('every condition belongs to a life domain', () => {
    for (const code of codesOf('condition'))
      expect(isCode('life-domain', codeEntry('condition', code).area)).toBe(true);
    expect(codesWhere('condition', 'selfManagementPlan')).toEqual(['copd', 'asthma', 'diabetes']);
  });

  test('languages are ISO 639 codes, English first', () => {
    expect(codesOf('language')[0]).toBe('en');
    for (const code of codesOf('language')) expect(code).toMatch(/^[a-z]{2,3}$/);
  });
});
