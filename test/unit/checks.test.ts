import { describe, expect, test } from 'vitest';
import { ageOn } from '../../shared/domain/age.ts';
import { addDays } from '../../shared/domain/british-date.ts';
import {
  addMonths,
  bornWithin,
  type CheckEntry,
  type CheckPerson,
  eligibility,
  missingParts,
  nextDueOn,
  roundOf,
  standingOf,
  windowOf,
} from '../../shared/domain/checks.ts';
import { codesOf } from '../../shared/domain/code-lists.ts';

const today = '2026-11-20';
const born = (date: string, more: Partial<CheckPerson> = {}): CheckPerson => ({
  birth: { date },
  died: false,
  flags: [],
  conditions: [],
  ...more,
});

describe('who a check is for', () => {
  test.each([
    ['learning-disability-check', born('2012-11-20', { flags: ['learning-disability'] }), true, 'Learning disability'],
    [
      'learning-disability-check',
      born('2012-11-21', { flags: ['learning-disability'] }),
      false,
      'Not of the age (from 14)',
    ],
    ['learning-disability-check', born('1980-01-01'), false, 'Nothing on record asks for it'],
    ['smi-physical-check', born('2001-01-01', { conditions: ['severe-mental-illness'] }), true, 'SMI'],
    ['retinal-screening', born('1960-01-01', { conditions: ['diabetes'] }), true, 'Diabetes'],
    ['carers-assessment', born('2015-01-01', { flags: ['young-carer'] }), true, 'Young carer'],
    ['nhs-health-check', born('1986-11-20'), true, 'Aged 40 (40 to 74)'],
    ['nhs-health-check', born('1986-11-21'), false, 'Not of the age (40 to 74)'],
    ['nhs-health-check', born('1951-11-21'), true, 'Aged 74 (40 to 74)'],
    ['nhs-health-check', born('1951-11-20'), false, 'Not of the age (40 to 74)'],
    ['nhs-health-check', born('1970-01-01', { conditions: ['stroke'] }), false, 'Not with Stroke'],
    ['flu', born('1961-11-20'), true, 'Aged 65 (from 65)'],
    ['flu', born('1990-01-01', { conditions: ['asthma'] }), true, 'Asthma'],
    ['flu', born('1990-01-01', { flags: ['pregnant'] }), true, 'Pregnant'],
    ['flu', born('1990-01-01'), false, 'Neither of the age (from 65) nor with a condition for it'],
    ['shingles', born('1958-09-01'), true, 'Aged 68 (65 to 69, born from 1 Sep 1958)'],
    ['shingles', born('1958-08-31'), false, 'Not of the age (65 to 69, born from 1 Sep 1958; 70 to 79)'],
    ['shingles', born('1956-11-20'), true, 'Aged 70 (70 to 79)'],
    ['rsv', born('1951-11-20', { died: true }), false, 'Has died'],
    ['rsv', { ...born(''), birth: { year: 1951 } }, true, 'Aged 75 (75 to 79)'],
    ['rsv', { ...born(''), birth: null }, false, 'Not of the age (75 to 79)'],
  ] as const)('%s: %j', (kind, person, eligible, because) => {
    expect(eligibility(kind, person, today)).toEqual({ eligible, because });
  });

  test('bounds by birth date agree with the age in years on every day around leap days', () => {
    for (const day of ['2024-02-28', '2024-02-29', '2024-03-01', '2026-02-28', '2026-03-01'])
      for (let offset = -3; offset <= 3; offset += 1)
        for (const around of ['2008-02-29', '2006-02-28', '2006-03-01', '1986-02-28', '1984-02-29']) {
          const birth = addDays(around, offset);
          const { after, until } = bornWithin({ from: 18, to: 41 }, day);
          const years = ageOn(birth, day)?.years ?? -1;
          expect(birth > after && birth <= until, `${birth} on ${day}`).toBe(years >= 18 && years <= 41);
        }
  });
});

describe('when a check is due again', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months: %s', (date, months, moved) => expect(addMonths(date, months)).toBe(moved));

  test.each([
    ['learning-disability-check', '2025-11-20', '2026-11-20'],
    ['nhs-health-check', '2021-11-20', '2026-11-20'],
    ['covid-19', '2026-05-31', '2026-11-30'],
    ['flu', '2025-10-02', '2026-09-01'],
    ['flu', '2026-02-02', '2026-09-01'],
    ['rsv', '2025-10-02', null],
  ] as const)('%s done on %s: %s', (kind, on, due) => expect(nextDueOn(kind, on)).toBe(due));

  test('a check counts as done until the day on which it is due again, on every day of five years', () => {
    for (const kind of codesOf('check'))
      for (let day = '2023-11-01'; day < '2028-11-01'; day = addDays(day, 13)) {
        const { doneAfter } = windowOf(kind, day);
        for (const back of [0, 1, 100, 179, 180, 181, 182, 183, 184, 185, 364, 365, 366, 367, 1825, 1826, 1827]) {
          const on = addDays(day, -back);
          const due = nextDueOn(kind, on);
          expect(on > doneAfter, `${kind} ${on} on ${day}`).toBe(due === null || due > day);
        }
      }
  });
});

describe('how a check stands', () => {
  const entry = (offeredOn: string | null, doneOn: string | null, response: CheckEntry['response'] = null) => ({
    offeredOn,
    doneOn,
    response,
  });
  test.each([
    ['nothing recorded', [], 'due', null],
    ['an offer', [entry('2026-11-01', null)], 'offered', null],
    ['accepted', [entry('2026-11-01', null, 'accepted')], 'accepted', null],
    ['declined', [entry('2026-11-01', null, 'declined')], 'declined', null],
    ['an offer of more than a year ago', [entry('2025-11-20', null)], 'due', null],
    ['done', [entry('2026-10-01', '2026-11-01')], 'done', '2027-11-01'],
    ['done last year to the day', [entry(null, '2025-11-20')], 'due', '2026-11-20'],
    ['done last year but a day', [entry(null, '2025-11-21')], 'done', '2026-11-21'],
    ['due and offered again', [entry(null, '2025-11-01'), entry('2026-11-02', null)], 'offered', '2026-11-01'],
    ['offered before it was done', [entry('2025-12-02', null), entry(null, '2025-12-10')], 'done', '2026-12-10'],
    [
      'declined, then offered again',
      [entry('2026-10-01', null, 'declined'), entry('2026-11-01', null)],
      'offered',
      null,
    ],
  ] as const)('%s', (_, entries, state, dueOn) => {
    expect(standingOf('learning-disability-check', entries, today)).toMatchObject({ state, dueOn });
  });

  test('a flu vaccination of the spring is due again in September', () => {
    const spring = [entry(null, '2026-02-01')];
    expect(standingOf('flu', spring, '2026-08-31').state).toBe('done');
    expect(standingOf('flu', spring, '2026-09-01').state).toBe('due');
  });
});

describe('a check of several parts', () => {
  const round = (parts: Record<string, { on: string }>, doneOn: string | null = null) => ({
    offeredOn: null,
    response: null,
    doneOn,
    parts,
  });
  test('names what is missing, in the order of the list', () => {
    expect(missingParts('smi-physical-check', { weight: { on: today }, alcohol: { on: today } })).toEqual([
      'glucose',
      'lipids',
      'blood-pressure',
      'smoking',
    ]);
    expect(missingParts('flu', {})).toEqual([]);
  });

  test('is carried on while its parts count, and begins anew afterwards', () => {
    const kind = 'smi-physical-check';
    const recent = round({ weight: { on: '2026-03-01' } });
    expect(roundOf(kind, [recent], today)).toBe(recent);
    expect(roundOf(kind, [round({ weight: { on: '2025-11-20' } })], today)).toBeNull();
    expect(roundOf(kind, [recent, round({}, '2026-11-01')], today)).toBeNull();
  });
});
