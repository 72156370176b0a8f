import { describe, expect, test } from 'vitest';
import type { PromptCase } from '../../shared/domain/prompt-facts.ts';
import { limitsOf, promptLimitList, promptLimitsSchema, shippedLimits } from '../../shared/domain/prompt-limits.ts';
import { promptIds, promptsInWords, promptsOf, raisedPrompts } from '../../shared/domain/prompts.ts';

const today = '2026-11-25';
/** A case that needs nothing. */
const calm: PromptCase = {
  caseId: 'c1',
  status: 'open',
  openedOn: '2026-09-01',
  tier: 'rising',
  coordinatorId: 'w1',
  lastContactOn: '2026-11-20',
  missedInRow: 0,
  flags: [],
  born: '1950-04-03',
  plan: { id: 'p1', reviewDue: '2027-01-01' },
  discharges: [],
  reablement: [],
  preferences: false,
  carerOffered: false,
  learningDisabilityCheck: null,
  smiCheck: null,
  conditions: [],
  selfManaged: [],
  scores: [],
  needs: [],
  sharing: true,
  steps: [],
  decided: [],
};
const ids = (change: Partial<PromptCase>, limits = shippedLimits) =>
  raisedPrompts({ ...calm, ...change }, limits, today).map(({ id }) => id);
const score = { id: 's1', instrument: 'phq-9', on: '2026-11-18', score: 12, before: null, unsafe: false };

test('a case with everything in order raises nothing', () => {
  expect(ids({})).toEqual([]);
});

const noContact = { lastContactOn: null, plan: null } as const;

test.each<[string, string, Partial<PromptCase>, boolean]>([
  ['P1', 'five working days have passed', { ...noContact, openedOn: '2026-11-17' }, true],
  ['P1', 'on the fifth working day', { ...noContact, openedOn: '2026-11-18' }, false],
  ['P1', 'somebody was reached', { openedOn: '2026-11-02' }, false],
  ['P1', 'on hold', { ...noContact, status: 'on-hold' }, false],
  ['P2', 'rising, 31 days ago', { lastContactOn: '2026-10-25' }, true],
  ['P2', 'rising, 30 days ago', { lastContactOn: '2026-10-26' }, false],
  ['P2', 'very high, 8 days ago', { tier: 'very-high', lastContactOn: '2026-11-17' }, true],
  ['P2', 'high, 15 days ago', { tier: 'high', lastContactOn: '2026-11-10' }, true],
  ['P2', 'high, 14 days ago', { tier: 'high', lastContactOn: '2026-11-11' }, false],
  ['P2', 'low, 90 days ago', { tier: 'low', lastContactOn: '2026-08-27' }, false],
  ['P2', 'never reached: that is P1', { lastContactOn: null }, false],
  ['P2', 'a tier of a newer version', { tier: 'extreme', lastContactOn: '2026-01-01' }, false],
  ['P3', 'no plan after 20 working days', { plan: null, openedOn: '2026-10-27' }, true],
  ['P3', 'no plan on the 20th working day', { plan: null, openedOn: '2026-10-28' }, false],
  ['P4', 'review was due yesterday', { plan: { id: 'p1', reviewDue: '2026-11-24' } }, true],
  ['P4', 'review is due today', { plan: { id: 'p1', reviewDue: today } }, false],
  ['P4', 'no review agreed', { plan: { id: 'p1', reviewDue: null } }, false],
  ['P5', 'two missed', { missedInRow: 2 }, true],
  ['P5', 'one missed', { missedInRow: 1 }, false],
  [
    'P6',
    'discharged after the last contact',
    { discharges: [{ id: 'd', on: '2026-11-23', mentalHealth: false }] },
    true,
  ],
  ['P6', 'seen since', { discharges: [{ id: 'd', on: '2026-11-19', mentalHealth: false }] }, false],
  ['P6', 'discharge still to come', { discharges: [{ id: 'd', on: '2026-11-30', mentalHealth: true }] }, false],
  ['P6', 'on hold', { status: 'on-hold', discharges: [{ id: 'd', on: '2026-11-23', mentalHealth: true }] }, true],
  ['P8', 'on the register', { flags: ['end-of-life'] }, true],
  ['P8', 'preferences recorded', { flags: ['end-of-life'], preferences: true }, false],
  ['P8', 'not on the register', { preferences: false }, false],
  ['P9', 'a carer', { flags: ['carer'] }, true],
  ['P9', 'a young carer', { flags: ['young-carer'] }, true],
  ['P9', 'offered', { flags: ['carer'], carerOffered: true }, false],
  ['P10', 'learning disability, none recorded', { flags: ['learning-disability'] }, true],
  ['P10', 'a year and a day', { flags: ['learning-disability'], learningDisabilityCheck: '2025-11-24' }, true],
  ['P10', 'a year', { flags: ['learning-disability'], learningDisabilityCheck: '2025-11-25' }, false],
  ['P10', 'younger than 14', { flags: ['learning-disability'], born: '2015-01-01' }, false],
  ['P10', 'severe mental illness by condition', { conditions: ['severe-mental-illness'] }, true],
  ['P10', 'SMI check this year', { conditions: ['severe-mental-illness'], smiCheck: '2026-03-01' }, false],
  ['P11', 'an unsafe answer', { scores: [{ ...score, unsafe: true }] }, true],
  ['P11', 'six points worse', { scores: [{ ...score, before: 6 }] }, true],
  ['P11', 'five points worse', { scores: [{ ...score, before: 7 }] }, false],
  ['P11', 'six points better', { scores: [{ ...score, before: 18 }] }, false],
  ['P11', 'an instrument that is not known', { scores: [{ ...score, instrument: 'new-one', before: 0 }] }, false],
  ['P13', 'day 91 is today', { reablement: [{ id: 'r', on: '2026-08-26' }] }, true],
  ['P13', 'day 90', { reablement: [{ id: 'r', on: '2026-08-27' }] }, false],
  ['P14', 'level 3', { needs: [{ id: 'n', domain: 'home', level: 3, on: '2026-11-01' }] }, true],
  ['P14', 'level 2', { needs: [{ id: 'n', domain: 'home', level: 2, on: '2026-11-01' }] }, false],
  ['P15', 'none recorded', { sharing: false }, true],
  ['P15', 'on hold', { sharing: false, status: 'on-hold' }, false],
  ['P16', 'asthma', { conditions: ['asthma'] }, true],
  ['P16', 'asthma with a plan', { conditions: ['asthma'], selfManaged: ['asthma'] }, false],
  ['P16', 'another condition', { conditions: ['hypertension'] }, false],
  ['P17', 'nobody', { coordinatorId: null }, true],
  ['P17', 'nobody, on hold', { coordinatorId: null, status: 'on-hold' }, true],
  ['P17', 'nobody, closed', { coordinatorId: null, status: 'closed' }, false],
  ['P19', 'due yesterday', { steps: [{ id: 's', words: 'Falls check', due: '2026-11-24' }] }, true],
  ['P19', 'due today', { steps: [{ id: 's', words: 'Falls check', due: today }] }, false],
  ['P20', '17½ today', { born: '2009-05-25' }, true],
  ['P20', 'a day younger', { born: '2009-05-26' }, false],
  ['P20', 'nineteen', { born: '2007-11-25' }, false],
  ['P20', 'born on the 31st: the last day of a shorter month counts', { born: '2009-05-31' }, false],
])('%s: %s', (id, _what, change, raised) => {
  expect(ids(change).includes(id)).toBe(raised);
});

test('every rule is raised by some case above', () => {
  const everything = raisedPrompts(
    {
      ...calm,
      plan: null,
      lastContactOn: '2026-01-05',
      openedOn: '2026-01-02',
      missedInRow: 3,
      coordinatorId: null,
      born: '2009-01-01',
      sharing: false,
      flags: ['end-of-life', 'carer', 'learning-disability'],
      conditions: ['copd'],
      discharges: [{ id: 'd', on: '2026-11-20', mentalHealth: true }],
      reablement: [{ id: 'r', on: '2026-01-01' }],
      scores: [{ ...score, unsafe: true }],
      needs: [{ id: 'n', domain: 'home', level: 4, on: '2026-11-01' }],
      steps: [{ id: 's', words: 'Falls check', due: '2026-11-01' }],
    },
    shippedLimits,
    today,
  );
  const found = new Set(everything.map(({ id }) => id));
  expect(promptIds.filter((id) => !found.has(id))).toEqual(['P1', 'P4']);
  expect(everything.map(({ severity }) => severity)).toEqual(
    [...everything.map(({ severity }) => severity)].sort((a, b) => severities.indexOf(a) - severities.indexOf(b)),
  );
  expect(new Set(everything.map(({ key }) => key)).size).toBe(everything.length);
  for (const { sentence, facts } of everything) {
    expect(sentence).toMatch(/^[A-Z].*\.$/u);
    expect(facts.length).toBeGreaterThan(0);
  }
});
const severities = ['urgent', 'warning', 'notice'];

test('a follow-up is urgent once it is late: 3 days after mental health care, 7 after another stay', () => {
  const urgency = (on: string, mentalHealth: boolean) =>
    raisedPrompts(
      { ...calm, lastContactOn: null, openedOn: today, discharges: [{ id: 'd', on, mentalHealth }] },
      shippedLimits,
      today,
    ).find(({ id }) => id === 'P6')?.severity;
  expect([urgency('2026-11-22', true), urgency('2026-11-21', true)]).toEqual(['warning', 'urgent']);
  expect([urgency('2026-11-18', false), urgency('2026-11-17', false)]).toEqual(['warning', 'urgent']);
});

describe('what was decided', () => {
  const carer = { ...calm, flags: ['carer'] };
  const left = (decided: PromptCase['decided'], change: Partial<PromptCase> = {}) =>
    promptsOf({ ...carer, ...change, decided }, shippedLimits, today).map(({ key }) => key);

  test.each<[string, PromptCase['decided'], string[]]>([
    ['dismissed', [{ key: 'P9', until: null }], []],
    ['put off until tomorrow', [{ key: 'P9', until: '2026-11-26' }], []],
    ['put off until today: it is back', [{ key: 'P9', until: today }], ['P9']],
    ['another prompt', [{ key: 'P15', until: null }], ['P9']],
  ])('%s', (_what, decided, keys) => {
    expect(left(decided)).toEqual(keys);
  });

  test('new facts raise it anew', () => {
    const overdue = { flags: [], plan: { id: 'p1', reviewDue: '2026-11-01' } };
    expect(left([{ key: 'P4:p1:2026-11-01', until: null }], overdue)).toEqual([]);
    expect(left([{ key: 'P4:p1:2026-10-01', until: null }], overdue)).toEqual(['P4:p1:2026-11-01']);
    expect(left([{ key: 'P5:c1:2026-11-20:2', until: null }], { flags: [], missedInRow: 3 })).toHaveLength(1);
  });
});

describe('limits', () => {
  test('a team’s own replace the shipped ones, each by itself', () => {
    expect(ids({ missedInRow: 2 }, limitsOf('{"P5-missed":3}'))).toEqual([]);
    expect(limitsOf('{"P5-missed":3}')['P3-working-days']).toBe(20);
    expect(limitsOf('{"P5-missed":0,"unknown":7}')).toEqual(shippedLimits);
    expect(limitsOf(null)).toEqual(shippedLimits);
  });

  test('each names its rule and keeps within its bounds', () => {
    for (const { prompt, value, least, most } of promptLimitList) {
      expect(promptIds).toContain(prompt);
      expect(value).toBeGreaterThanOrEqual(least);
      expect(value).toBeLessThanOrEqual(most);
    }
    expect(promptLimitsSchema.safeParse(shippedLimits).success).toBe(true);
    expect(promptLimitsSchema.safeParse({ ...shippedLimits, 'P14-level': 5 }).success).toBe(false);
  });
});

test('in words: the first, and how many more', () => {
  expect(promptsInWords([])).toBe('');
  expect(promptsInWords([{ id: 'P4' }])).toBe('Plan review overdue');
  expect(promptsInWords([{ id: 'P4' }, { id: 'P9' }, { id: 'P15' }])).toBe('Plan review overdue and 2 more');
});
