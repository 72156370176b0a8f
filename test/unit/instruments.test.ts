import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { instrumentSchema } from '../../shared/domain/instrument-definition.ts';
import {
  type Answers,
  alertingItem,
  answerProblems,
  bandOf,
  changeBetween,
  figureValue,
  missingItems,
  scoreOf,
} from '../../shared/domain/instrument-scoring.ts';
import { figureOf, instrumentOf, instruments } from '../../shared/domain/instruments.ts';
import { courseSentence } from '../../shared/domain/score-course.ts';

const get = (id: string) => {
  const found = instrumentOf(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const figure = (id: string, of = 'score') => {
  const found = figureOf(get(id), of);
  if (!found) throw new Error(`no ${of} of ${id}`);
  return found;
};
/** Answers that come to a total, filled from the first item on. */
function totalling(id: string, total: number, most: number, least = 0): Answers {
  let left = total - get(id).items.length * least;
  return Object.fromEntries(
    get(id).items.map((item) => {
      const more = Math.min(left, most - least);
      left -= more;
      return [item.id, least + more];
    }),
  );
}

test('every file is an instrument and every instrument is listed, with its licence and source', () => {
  const folder = new URL('../../resources/instruments', import.meta.url).pathname;
  expect(instruments.map(({ id }) => `${id}.json`).sort()).toEqual(readdirSync(folder).sort());
  for (const { licence, source, version, entry, items } of instruments) {
    expect(licence.length).toBeGreaterThan(10);
    expect(source.length).toBeGreaterThan(10);
    expect(version).not.toBe('');
    // Of licensed instruments no items are shipped: only the result is entered.
    if (entry === 'score') expect(items.length).toBeLessThanOrEqual(2);
  }
});

test.each([
  ['an item with neither answers nor number', { items: [{ id: 'q1', words: 'One' }] }],
  ['a figure of an unknown item', { figures: [{ ...figure('gad-7'), items: ['q99'] }] }],
  ['a score that is no figure', { scored: 'other' }],
  ['bands with a hole at the end', { figures: [{ ...figure('gad-7'), bands: figure('gad-7').bands.slice(0, 2) }] }],
  [
    'a sensitive answer shown as a figure',
    {
      items: get('gad-7').items.map((item) => ({ ...item, sensitive: true })),
      figures: [{ ...figure('gad-7'), items: ['q1'] }],
    },
  ],
  ['a key that nobody knows', { extra: 1 }],
])('the schema refuses %s', (_, more) => {
  expect(instrumentSchema.safeParse({ ...get('gad-7'), ...more }).success).toBe(false);
});

describe('published rules, at every edge of a band', () => {
  test.each([
    ['phq-9', 0, 'Minimal'],
    ['phq-9', 4, 'Minimal'],
    ['phq-9', 5, 'Mild'],
    ['phq-9', 9, 'Mild'],
    ['phq-9', 10, 'Moderate'],
    ['phq-9', 14, 'Moderate'],
    ['phq-9', 15, 'Moderately severe'],
    ['phq-9', 19, 'Moderately severe'],
    ['phq-9', 20, 'Severe'],
    ['phq-9', 27, 'Severe'],
    ['gad-7', 0, 'Minimal'],
    ['gad-7', 4, 'Minimal'],
    ['gad-7', 5, 'Mild'],
    ['gad-7', 9, 'Mild'],
    ['gad-7', 10, 'Moderate'],
    ['gad-7', 14, 'Moderate'],
    ['gad-7', 15, 'Severe'],
    ['gad-7', 21, 'Severe'],
    ['audit-c', 0, 'Lower risk'],
    ['audit-c', 4, 'Lower risk'],
    ['audit-c', 5, 'Positive: full AUDIT'],
    ['audit-c', 12, 'Positive: full AUDIT'],
  ])('%s %i is %s', (id, total, band) => {
    const most = id === 'audit-c' ? 4 : 3;
    expect(scoreOf(get(id), totalling(id, total, most))).toMatchObject({ score: total, band });
  });
  test.each([
    [3, 'Not lonely'],
    [5, 'Not lonely'],
    [6, 'Lonely'],
    [9, 'Lonely'],
  ])('UCLA-3 %i is %s; the direct question adds nothing', (total, band) => {
    const three = { q1: 1, q2: 1, q3: 1 };
    const answers = {
      ...three,
      q1: Math.min(3, total - 2),
      q2: Math.min(3, Math.max(1, total - 4)),
      q3: Math.max(1, total - 6),
    };
    expect(scoreOf(get('ucla-3'), { ...answers, direct: 5 })).toMatchObject({ score: total, band });
  });
  test.each([
    ['ons4', 'happy', 4, 'Low'],
    ['ons4', 'happy', 5, 'Medium'],
    ['ons4', 'happy', 6, 'Medium'],
    ['ons4', 'happy', 7, 'High'],
    ['ons4', 'happy', 8, 'High'],
    ['ons4', 'happy', 9, 'Very high'],
    ['ons4', 'anxious', 1, 'Very low'],
    ['ons4', 'anxious', 2, 'Low'],
    ['ons4', 'anxious', 3, 'Low'],
    ['ons4', 'anxious', 4, 'Medium'],
    ['ons4', 'anxious', 5, 'Medium'],
    ['ons4', 'anxious', 6, 'High'],
    ['cfs', 'score', 4, 'Living with very mild frailty'],
    ['cfs', 'score', 9, 'Terminally ill'],
    ['efi', 'score', 0.12, 'Fit'],
    ['efi', 'score', 0.121, 'Mild frailty'],
    ['efi', 'score', 0.24, 'Mild frailty'],
    ['efi', 'score', 0.36, 'Moderate frailty'],
    ['efi', 'score', 0.361, 'Severe frailty'],
    ['swemwbs', 'score', 19.49, 'Low'],
    ['swemwbs', 'score', 19.5, 'Average'],
    ['swemwbs', 'score', 27.5, 'High'],
    ['wemwbs', 'score', 42, 'Low'],
    ['wemwbs', 'score', 43, 'Average'],
    ['wemwbs', 'score', 60, 'High'],
    ['reqol-10', 'score', 24, 'Clinical range'],
    ['reqol-10', 'score', 25, 'General population range'],
    ['pam', 'score', 3, 'Level 3'],
  ])('%s %s %d is %s', (id, of, value, band) => {
    expect(bandOf(figure(id, of), value)?.label).toBe(band);
  });
});

describe('answers', () => {
  test.each(instruments.map(({ id }) => id))('%s has no score while any one item is missing', (id) => {
    const instrument = get(id);
    const full = Object.fromEntries(
      instrument.items.map((item) => [
        item.id,
        item.number?.min ?? instrument.responses[item.responses ?? '']?.[0]?.value ?? 0,
      ]),
    );
    expect(answerProblems(instrument, full)).toEqual([]);
    for (const item of instrument.items) {
      const { [item.id]: _, ...rest } = full;
      if (item.optional) continue;
      expect(missingItems(instrument, rest).map((each) => each.id)).toEqual([item.id]);
      expect(scoreOf(instrument, rest)).toMatchObject({ score: null, band: null });
      expect(answerProblems(instrument, rest)).toMatchObject([{ item: item.id }]);
    }
  });
  test('ONS4 is never added up', () => {
    const answers = { satisfied: 7, worthwhile: 8, happy: 6, anxious: 3 };
    expect(scoreOf(get('ons4'), answers)).toEqual({ score: null, band: null, alert: null });
    expect(get('ons4').figures.map((each) => figureValue(each, answers))).toEqual([7, 8, 6, 3]);
  });
  test.each([
    ['phq-9', { q1: 4 }, 'q1'],
    ['phq-9', { q1: 1.5 }, 'q1'],
    ['audit-c', { q1: -1 }, 'q1'],
    ['ons4', { happy: 11 }, 'happy'],
    ['ons4', { happy: 2.5 }, 'happy'],
    ['pam', { score: 0 }, 'score'],
    ['gad-7', { q8: 1 }, 'q8'],
    ['swemwbs', { score: 21.005 }, 'score'],
  ])('%s refuses %j', (id, answers, item) => {
    expect(answerProblems(get(id), answers).map((each) => each.item)).toContain(item);
  });
  test.each([21.54, 7, 35, 0.1 + 20.2])('steps of a hundredth hold in binary: %d', (score) => {
    expect(answerProblems(get('swemwbs'), { score })).toEqual([]);
  });
  test('item 9 of the PHQ-9 asks for safety from 1 on, whatever the total, and while others are missing', () => {
    expect(alertingItem(get('phq-9'), { q9: 1 })).toBe('q9');
    expect(scoreOf(get('phq-9'), { ...totalling('phq-9', 0, 3), q9: 1 })).toEqual({
      score: 1,
      band: 'Minimal',
      alert: 'q9',
    });
    expect(scoreOf(get('phq-9'), { ...totalling('phq-9', 24, 3), q9: 0 }).alert).toBeNull();
  });
});

describe('reliable change', () => {
  test.each([
    ['phq-9', 16, 10, 'better'],
    ['phq-9', 16, 11, 'none'],
    ['phq-9', 10, 15, 'none'],
    ['phq-9', 10, 16, 'worse'],
    ['gad-7', 12, 8, 'better'],
    ['gad-7', 12, 9, 'none'],
    ['gad-7', 8, 12, 'worse'],
    ['swemwbs', 20.31, 23.31, 'better'],
    ['swemwbs', 20.31, 23.3, 'none'],
    ['audit-c', 12, 0, 'unknown'],
  ])('%s from %d to %d: %s', (id, from, to, change) => {
    expect(changeBetween(figure(id), from, to)).toBe(change);
  });
  test('the title of a trend says the finding', () => {
    const at = (day: string) => `${day}T10:00:00.000Z`;
    const say = (...values: [string, number][]) =>
      courseSentence(
        'PHQ-9',
        figure('phq-9'),
        values.map(([day, value]) => ({ at: at(day), value })),
      );
    expect(say()).toBe('No PHQ-9 yet');
    expect(say(['2026-03-03', 16])).toBe('PHQ-9 16, moderately severe on 3 Mar 2026');
    expect(say(['2026-03-03', 16], ['2026-05-05', 9])).toBe(
      'PHQ-9 fell from 16 to 9 since 3 Mar 2026: a reliable improvement',
    );
    expect(say(['2026-03-03', 16], ['2026-05-05', 16])).toBe('PHQ-9 stayed at 16 since 3 Mar 2026: no reliable change');
    expect(say(['2026-03-03', 9], ['2026-05-05', 15])).toBe('PHQ-9 rose from 9 to 15 since 3 Mar 2026: reliably worse');
  });
});
