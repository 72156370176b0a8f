import fc from 'fast-check';
import { expect, test } from 'vitest';
import shipped from '../../resources/need-tier.json' with { type: 'json' };
import { type NeedFacts, needSummary, needTier, overrideSentence } from '../../shared/domain/need-tier.ts';
import {
  bandIds,
  itemIds,
  needTierTableSchema,
  shippedNeedTierTable as table,
} from '../../shared/domain/need-tier-table.ts';

const unknown: NeedFacts['numbers'] = {
  efi: null,
  cfs: null,
  'emergency-admissions': null,
  'long-term-conditions': null,
  'carer-strain': null,
  'missed-contacts': null,
};

function facts(numbers: Partial<NeedFacts['numbers']> = {}, ...marks: (typeof itemIds)[number][]): NeedFacts {
  return { numbers: { ...unknown, ...numbers }, marks: new Set(marks) };
}

test('nothing recorded is low, and says what is not known', () => {
  const result = needTier(facts(), table);
  expect(result).toMatchObject({ tier: 'low', points: 0, contributions: [], override: null });
  expect(result.missing).toHaveLength(bandIds.length);
  expect(needTier(facts({ 'missed-contacts': 0 }), table).missing).not.toContain('No contacts recorded.');
});

test.each([
  [facts({ efi: 0.12 }), 'low', 0],
  [facts({ efi: 0.25 }), 'rising', 3],
  [facts({ 'emergency-admissions': 1 }, 'lives-alone'), 'rising', 3],
  [facts({ 'emergency-admissions': 5 }), 'high', 6],
  [facts({ 'emergency-admissions': 2, 'long-term-conditions': 6, cfs: 6 }), 'very-high', 10],
  [facts({ 'carer-strain': 1, 'missed-contacts': 1, 'long-term-conditions': 1 }), 'low', 0],
] as const)('points and tier of case %#', (known, tier, points) => {
  expect(needTier(known, table)).toMatchObject({ tier, computed: tier, points });
});

test('of two frailty measures the larger counts, and the other says so', () => {
  const result = needTier(facts({ efi: 0.13, cfs: 7 }), table);
  expect(result.points).toBe(5);
  expect(result.contributions).toEqual([
    {
      id: 'efi',
      points: 0,
      sentence:
        'Frailty index 0.13: mild. Frailty index (eFI) is not added: the other frailty measure counts for more.',
    },
    { id: 'cfs', points: 5, sentence: 'Clinical Frailty Scale 7: severe.' },
  ]);
});

test('a cap is a line of its own', () => {
  const { contributions, points } = needTier(facts({}, 'homeless', 'severe-mental-illness', 'complex-alcohol'), table);
  expect(points).toBe(5);
  expect(contributions.at(-1)).toEqual({
    id: 'priority-cohort',
    points: -4,
    sentence: 'Priority cohort counts for at most 5 points.',
  });
});

test('summary and override in words', () => {
  const override = { tier: 'very-high', reason: 'Returned {tier} from prison', until: '2026-12-01' } as const;
  const known = facts({ 'emergency-admissions': 1, 'carer-strain': 2 });
  const held = needTier(known, table, { override, today: '2026-12-01' });
  expect(held).toMatchObject({ tier: 'very-high', computed: 'rising', override });
  expect(needSummary(held, table)).toBe('Rising need: 3 points.');
  expect(overrideSentence(held, table, 'Jo Bloggs')).toBe(
    'Set to very high need by Jo Bloggs until 1 Dec 2026: Returned {tier} from prison. The points alone give rising need.',
  );
  const expired = needTier(known, table, { override, today: '2026-12-02' });
  expect(expired).toMatchObject({ tier: 'rising', override: null });
  expect(overrideSentence(expired, table, 'Jo Bloggs')).toBeNull();
  expect(needSummary(needTier(facts({}, 'lives-alone'), table), table)).toBe('Low need: 1 point.');
});

const anyFacts: fc.Arbitrary<NeedFacts> = fc
  .tuple(
    fc.record(
      Object.fromEntries(
        bandIds.map((id) => [
          id,
          fc.option(id === 'efi' ? fc.double({ min: 0, max: 1, noNaN: true }) : fc.nat({ max: 9 })),
        ]),
      ),
    ),
    fc.subarray([...itemIds]),
  )
  .map(([numbers, marks]) => ({ numbers: { ...unknown, ...numbers }, marks: new Set(marks) }));

test('the lines add up to the points, and more need never means a lower tier', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...bandIds), fc.constantFrom(...itemIds), (known, band, item) => {
      const result = needTier(known, table);
      expect(result.points).toBe(result.contributions.reduce((sum, line) => sum + line.points, 0));
      expect(result.contributions.every((line) => line.sentence !== '' && !/\{\w+\}/.test(line.sentence))).toBe(true);
      const worse = {
        numbers: { ...known.numbers, [band]: (known.numbers[band] ?? 0) + 1 },
        marks: new Set([...known.marks, item]),
      };
      expect(needTier(worse, table).points).toBeGreaterThanOrEqual(result.points);
    }),
  );
});

test('every band and item of the shipped table is worth points that can be reached', () => {
  for (const row of table.contributions) {
    const reached =
      row.kind === 'items'
        ? row.items.map((item) => facts({}, item.id))
        : row.bands.map((band) => facts({ [row.id]: band.above + 0.01 }));
    for (const known of reached) expect(needTier(known, table).points).toBeGreaterThan(0);
  }
});

test('a table that cannot work is refused', () => {
  const edits: ((copy: typeof shipped) => void)[] = [
    (copy) => copy.tiers.reverse(),
    (copy) => copy.tiers.shift(),
    (copy) => copy.contributions[0]?.bands?.reverse(),
    (copy) => Object.assign(copy.contributions[0] ?? {}, { id: 'shoe-size' }),
    (copy) => Object.assign(copy.contributions[4]?.items?.[0] ?? {}, { points: -1 }),
  ];
  expect(needTierTableSchema.safeParse(shipped).success).toBe(true);
  for (const edit of edits) {
    const copy = structuredClone(shipped);
    edit(copy);
    expect(needTierTableSchema.safeParse(copy).success).toBe(false);
  }
});
