import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import tierTable from '../../resources/need-tier.json' with { type: 'json' };
import organisationFile from '../../resources/organisations.json' with { type: 'json' };
import localityFile from '../../resources/places/localities.json' with { type: 'json' };
import neighbourhoodFile from '../../resources/places/neighbourhoods.json' with { type: 'json' };
import practiceFile from '../../resources/places/practices.json' with { type: 'json' };
import { codesOf, codesWhere, isCode } from '../../shared/domain/code-lists.ts';

const { localities } = localityFile;
const { neighbourhoods } = neighbourhoodFile;
const { practices } = practiceFile;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe('places', () => {
  test('three localities and twelve neighbourhoods of 25,000 to 55,000 people, together 530,479', () => {
    expect(localities.map(({ name }) => name)).toEqual(['North', 'Central', 'South']);
    expect(new Set(neighbourhoods.map(({ id }) => id)).size).toBe(12);
    expect(new Set(neighbourhoods.map(({ name }) => name)).size).toBe(12);
    expect(new Set(neighbourhoods.map(({ locality }) => locality))).toEqual(new Set(localities.map(({ id }) => id)));
    for (const { population } of neighbourhoods) {
      expect(population).toBeGreaterThanOrEqual(25_000);
      expect(population).toBeLessThanOrEqual(55_000);
    }
    expect(sum(neighbourhoods.map(({ population }) => population))).toBe(530_479);
  });

  test('only the three names that a source confirms are called confirmed', () => {
    const confirmed = neighbourhoods.filter(({ status }) => status === 'confirmed').map(({ name }) => name);
    expect(confirmed.sort()).toEqual(['Aintree', 'Anfield & Everton', 'City Centre']);
    expect(neighbourhoods.filter(({ status }) => status === 'illustrative')).toHaveLength(9);
    expect(practices.every(({ status }) => status === 'illustrative')).toBe(true);
  });

  test('92 practices with codes and names of their own, whose lists make up their neighbourhood', () => {
    expect(practices).toHaveLength(92);
    expect(new Set(practices.map(({ code }) => code)).size).toBe(92);
    expect(new Set(practices.map(({ name }) => name)).size).toBe(92);
    for (const { code } of practices) expect(code).toMatch(/^N82\d{3}$/);
    for (const { id, population } of neighbourhoods) {
      const lists = practices.filter(({ neighbourhood }) => neighbourhood === id).map(({ listSize }) => listSize);
      expect(Math.min(...lists)).toBeGreaterThan(0);
      expect(sum(lists)).toBe(population);
    }
    expect(sum(practices.map(({ listSize }) => listSize))).toBe(530_479);
  });
});

test('organisations are of known kinds, have names of their own and are marked as examples', () => {
  const { organisations } = organisationFile;
  expect(new Set(organisations.map(({ id }) => id)).size).toBe(organisations.length);
  expect(new Set(organisations.map(({ name }) => name)).size).toBe(organisations.length);
  for (const { kind, name } of organisations) {
    expect(isCode('organisation-kind', kind)).toBe(true);
    expect(name).toContain('(example)');
  }
});

describe('need tier table', () => {
  test('the tiers are those of the code list, from 0 points upwards', () => {
    expect(tierTable.tiers.map(({ tier }) => tier)).toEqual([...codesOf('need-tier')]);
    const thresholds = tierTable.tiers.map(({ from }) => from);
    expect(thresholds[0]).toBe(0);
    expect(thresholds).toEqual([...new Set(thresholds)].sort((a, b) => a - b));
  });

  test('more of anything never means fewer points', () => {
    for (const { bands } of tierTable.contributions) {
      if (!bands) continue;
      const limits = bands.map(({ above }) => above);
      expect(limits).toEqual([...new Set(limits)].sort((a, b) => a - b));
      const points = bands.map((band) => band.points);
      expect(points).toEqual([...points].sort((a, b) => a - b));
      expect(points[0]).toBeGreaterThan(0);
    }
  });

  test('every tier can be reached, and no single contribution makes anybody very high', () => {
    const most = new Map<string, number>();
    for (const { id, group, bands, items, cap } of tierTable.contributions) {
      const points = bands
        ? Math.max(...bands.map((band) => band.points))
        : Math.min(cap ?? 0, sum((items ?? []).map((item) => item.points)));
      most.set(group ?? id, Math.max(points, most.get(group ?? id) ?? 0));
    }
    const top = tierTable.tiers.at(-1)?.from ?? 0;
    expect(sum([...most.values()])).toBeGreaterThanOrEqual(top);
    for (const points of most.values()) expect(points).toBeLessThan(top);
  });

  test('each contribution is worded, and the table says that it orders work and predicts nothing', () => {
    for (const { title, bands, items, missing } of tierTable.contributions) {
      expect(title).not.toBe('');
      for (const { sentence } of bands ?? items ?? []) expect(sentence).toMatch(/\.$/);
      if (bands) expect(missing).toMatch(/\.$/);
    }
    expect(tierTable.notice).toContain('not a clinical prediction');
  });

  test('items that rest on a flag name one that exists, and every priority cohort counts', () => {
    const flags = tierTable.contributions.flatMap(({ items }) => (items ?? []).flatMap(({ flag }) => flag ?? []));
    for (const flag of flags) expect(isCode('flag', flag)).toBe(true);
    const cohort = tierTable.contributions.find(({ id }) => id === 'priority-cohort')?.items ?? [];
    expect(cohort.map(({ flag }) => flag)).toEqual([...codesWhere('flag', 'cohort')]);
  });
});

test('every resource names its source, and none names a place outside the project', () => {
  const root = new URL('../../resources', import.meta.url).pathname;
  const files = ['code-lists', 'places', '.'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.json'))
      .map((file) => join(root, folder, file)),
  );
  expect(files.length).toBeGreaterThan(40);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    expect(JSON.parse(text).source, file).toMatch(/\S/);
    expect(text, file).not.toMatch(/\.\.\/|[\s"']\/[a-z]+\//);
  }
});
