import { expect, test } from 'vitest';
import { fieldProblems } from '../../renderer/components/field-problems.ts';
import { fromContact, newEntry, type Prepared, withDraft } from '../../renderer/features/contacts/contact-defaults.ts';
import { atFormFields } from '../../renderer/features/contacts/contact-failure.ts';
import { contactForm, entryOf, planOf } from '../../renderer/features/contacts/contact-values.ts';
import { fieldWords } from '../../renderer/features/contacts/field-words.ts';
import { daysOf, rangeOf } from '../../renderer/features/diary/diary-days.ts';
import { endpoints } from '../../shared/contract/index.ts';

const now = new Date('2026-11-20T10:07:00.000Z');
const worker = { id: 'w1', name: 'Cora', job: 'care-coordinator', organisation: 'Trust' };
const prepared: Prepared = {
  person: null,
  cases: [],
  caseId: 'c1',
  choices: {
    mechanism: '02',
    by: {
      '01': { minutes: 45, location: 'A01', activities: ['04'], purpose: 'review' },
      '02': { minutes: 15, location: null, activities: ['04'], purpose: 'referral-chase' },
    },
  },
  first: false,
  missedInRow: 0,
  planned: [],
  due: null,
  lastBehaviour: null,
  behaviourOpen: false,
  colleagues: [],
  goals: [],
  draft: null,
};
const planned: Prepared['planned'][number] = {
  id: 'k1',
  heads: {},
  startsAt: '2026-11-20T09:00:00.000Z',
  mechanism: '01',
  minutes: 60,
  location: 'G01',
  purpose: null,
  note: '',
  worker,
};
const input = (values: Parameters<typeof entryOf>[0]) =>
  endpoints['contacts.log'].input.parse({ personId: 'p1', ...entryOf(values), plan: planOf(values) });

test('a new entry is a whole contact already: seen, the usual way, just now', () => {
  const entry = newEntry(prepared, undefined, now);
  expect(contactForm.safeParse(entry).success).toBe(true);
  expect(input(entry)).toMatchObject({
    startsAt: '2026-11-20T09:50:00.000Z',
    attendance: '5',
    mechanism: '02',
    minutes: 15,
    location: null,
    subject: '01',
    consultationType: '02',
    purpose: 'referral-chase',
    behaviour: null,
    interventions: [],
    plan: null,
  });
});

test('the outcome of an appointment begins with what was planned; one that lies ahead happened now', () => {
  expect(input(newEntry(prepared, planned, now))).toMatchObject({
    startsAt: planned.startsAt,
    mechanism: '01',
    minutes: 60,
    location: 'G01',
    purpose: 'review',
  });
  const ahead = newEntry(prepared, { ...planned, startsAt: '2026-11-20T15:00:00.000Z' }, now);
  expect(input(ahead).startsAt).toBe('2026-11-20T10:05:00.000Z');
});

test('what does not go with the outcome is not sent, though it stays in the form', () => {
  const entry = {
    ...newEntry(prepared, planned, now),
    readiness: 4,
    goals: [
      { goalId: 'g1', goal: 'Walk', rating: '1' },
      { goalId: '', goal: 'Sleep', rating: '0' },
    ],
    interventions: ['smoking'],
    cancellationReason: '02',
  };
  expect(input(entry)).toMatchObject({
    behaviour: {
      readiness: 4,
      goals: [
        { goal: 'Walk', rating: 1, goalId: 'g1' },
        { goal: 'Sleep', rating: 0 },
      ],
    },
    interventions: [{ code: 'smoking', response: 'advice' }],
    cancellation: null,
  });
  expect(input({ ...entry, attendance: '3' })).toMatchObject({
    minutes: null,
    activities: [],
    behaviour: null,
    interventions: [],
    cancellation: null,
    location: 'G01',
  });
  expect(input({ ...entry, attendance: '2' }).cancellation).toEqual({ reason: '02' });
  expect(input({ ...entry, mechanism: '02' }).location).toBeNull();
});

test('goals of last time are there to be rated; what is not rated is not part of the entry', () => {
  const last = { at: '2026-11-01T10:00:00.000Z', readiness: 3, importance: null, confidence: null, stage: null };
  const entry = newEntry(
    { ...prepared, lastBehaviour: { ...last, goals: [{ goal: 'Walk', rating: -1 }] } },
    undefined,
    now,
  );
  expect(entry.goals).toEqual([{ goalId: '', goal: 'Walk', rating: '' }]);
  expect(input(entry).behaviour).toBeNull();
  const goal = { id: 'g1', words: 'w'.repeat(300), scale: null, lastRating: -1 };
  const planned = newEntry({ ...prepared, goals: [goal] }, undefined, now);
  // Goals of the plan stand in their place, with as much of their words as an entry keeps.
  expect(planned.goals).toEqual([{ goalId: 'g1', goal: 'w'.repeat(200), rating: '' }]);
});

test('an appointment needs its date and time', () => {
  const entry = { ...newEntry(prepared, undefined, now), planned: true, planDate: '', planTime: '9' };
  expect(contactForm.safeParse(entry).error?.issues.map(({ path }) => path.join('.'))).toEqual([
    'planDate',
    'planTime',
  ]);
  expect(input({ ...entry, planDate: '2026-07-01', planTime: '09:00' }).plan).toMatchObject({
    startsAt: '2026-07-01T08:00:00.000Z',
    mechanism: '02',
    minutes: 15,
  });
});

test('a draft comes back as it was typed, half a date included; what no longer fits begins anew', () => {
  const fresh = newEntry(prepared, undefined, now);
  const typed = {
    ...fresh,
    note: 'Half a sen',
    date: '32/1/2026',
    readiness: 7,
    goals: [{ goalId: '', goal: 'Sleep', rating: '' }],
  };
  expect(withDraft(fresh, JSON.parse(JSON.stringify(typed)))).toEqual(typed);
  const old = { note: 7, minutes: 'ten', gone: true, techniques: ['summary'] };
  expect(withDraft(fresh, old)).toEqual({ ...fresh, techniques: ['summary'] });
});

test('a contact put into the form and sent back unchanged says the same', () => {
  const entry = newEntry(prepared, planned, now);
  const sent = entryOf({ ...entry, note: 'Well', techniques: ['summary'], stage: 'action', homework: 'Walk' });
  const { view } = {
    view: {
      ...sent,
      id: 'k1',
      heads: {},
      caseId: null,
      person: { id: 'p1', name: { family: 'E', given: 'J' }, birth: null, nhsNumber: null, deceased: false },
      worker,
      jointWith: [],
      group: null,
      voided: null,
    },
  };
  const shown = endpoints['contacts.open'].output.shape.contact.parse(view);
  expect(entryOf(fromContact(shown))).toEqual(sent);
});

test('the engine’s problems land on the boxes of the form', () => {
  const details = [
    'startsAt',
    'cancellation.reason',
    'patch.minutes',
    'plan.startsAt',
    'behaviour.homework',
    'note',
  ].map((path) => ({ path, message: 'no' }));
  const failure = atFormFields({ code: 'bad-input', message: 'No', details });
  expect(fieldProblems(failure).map(({ path }) => path)).toEqual([
    'time',
    'cancellationReason',
    'minutes',
    'planDate',
    'homework',
    'note',
  ]);
});

test.each([
  ['attendance', '3', 'Did not attend, no warning given'],
  ['attendance', 'x9', 'x9'],
  ['minutes', 20, '20'],
  ['note', null, 'nothing'],
  ['jointWith', [], 'nothing'],
  ['jointWith', ['Ann', 'Bob'], 'Ann, Bob'],
  ['startsAt', '2026-07-01T08:00:00.000Z', '1 Jul 2026, 09:00'],
  ['cancellation', { reason: '01' }, 'For a clinical reason'],
  ['interventions', [{ code: 'smoking', response: 'declined' }], 'Smoking: referral offered and declined'],
  ['behaviour', { readiness: 6, stage: null, techniques: ['summary'], goals: [] }, 'readiness 6; techniques Summary'],
])('history says %s %j as %s', (field, value, words) => {
  expect(fieldWords(field, value)).toBe(words);
});

test('a week runs from Monday to Sunday, and every day of it is there', () => {
  expect(rangeOf('2026-11-22', 'week')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
  expect(rangeOf('2026-11-23', 'week')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  expect(rangeOf('2026-11-23', 'day')).toEqual({ from: '2026-11-23', to: '2026-11-23' });
  expect(daysOf({ from: '2026-02-27', to: '2026-03-02' }, []).map(({ day }) => day)).toEqual([
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
    '2026-03-02',
  ]);
});
