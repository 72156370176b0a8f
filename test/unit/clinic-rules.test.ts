import { describe, expect, test } from 'vitest';
import {
  type ClinicFacts,
  notImproving,
  type ScoreFacts,
  stoppedComing,
  workBegan,
} from '../../shared/domain/clinic-rules.ts';
import { figureOf, instrumentOf } from '../../shared/domain/instruments.ts';

const today = '2026-11-20';
const at = (day: string) => `${day}T10:00:00.000Z`;
const facts = (more: Partial<ClinicFacts> = {}): ClinicFacts => ({
  firstSeenAt: at('2026-09-01'),
  lastSeenAt: at('2026-11-13'),
  sessions: 7,
  missedAt: [],
  nextPlannedAt: null,
  nextDueOn: null,
  scores: [],
  ...more,
});
function phq(...values: [string, number][]): ScoreFacts {
  const instrument = instrumentOf('phq-9');
  const figure = instrument && figureOf(instrument, 'score');
  if (!figure) throw new Error('no PHQ-9');
  return { name: 'PHQ-9', figure, points: values.map(([day, value]) => ({ at: at(day), value })) };
}

describe('not improving', () => {
  test.each([
    ['nobody seen yet', { firstSeenAt: null, sessions: 0 }, null],
    ['55 days and 5 sessions are too early', { firstSeenAt: at('2026-09-26'), sessions: 5 }, null],
    [
      '56 days are enough',
      { firstSeenAt: at('2026-09-25'), sessions: 3 },
      '3 sessions in 8 weeks, and no score was taken twice that could show a change.',
    ],
    [
      '6 sessions are enough',
      { firstSeenAt: at('2026-10-30'), sessions: 6 },
      '6 sessions in 3 weeks, and no score was taken twice that could show a change.',
    ],
    [
      'a single score shows nothing',
      { scores: [phq(['2026-09-01', 16])] },
      '7 sessions in 11 weeks, and no score was taken twice that could show a change.',
    ],
    [
      'a change of 5',
      { scores: [phq(['2026-09-01', 16], ['2026-11-13', 11])] },
      'PHQ-9 16 on 1 Sep 2026, 11 on 13 Nov 2026: no reliable change (6 or more) after 7 sessions in 11 weeks.',
    ],
    ['a change of 6', { scores: [phq(['2026-09-01', 16], ['2026-11-13', 10])] }, null],
    [
      'worse',
      { scores: [phq(['2026-09-01', 9], ['2026-11-13', 15])] },
      'PHQ-9 9 on 1 Sep 2026, 15 on 13 Nov 2026: reliably worse, after 7 sessions in 11 weeks.',
    ],
    [
      'one of two that improved is enough',
      { scores: [phq(['2026-09-01', 16], ['2026-11-13', 15]), phq(['2026-09-01', 20], ['2026-11-13', 9])] },
      null,
    ],
    [
      'the last counts, not the best',
      { scores: [phq(['2026-09-01', 16], ['2026-10-13', 8], ['2026-11-13', 14])] },
      'PHQ-9 16 on 1 Sep 2026, 14 on 13 Nov 2026: no reliable change (6 or more) after 7 sessions in 11 weeks.',
    ],
  ] as const)('%s', (_, more, sentence) => {
    expect(notImproving(facts(more), today)).toBe(sentence);
  });
  test('what got worse is said before what stayed', () => {
    const scores = [
      phq(['2026-09-01', 16], ['2026-11-13', 15]),
      { ...phq(['2026-09-01', 5], ['2026-11-13', 14]), name: 'Other' },
    ];
    expect(notImproving(facts({ scores }), today)).toMatch(/^Other 5 .* reliably worse/u);
  });
});

describe('stopped coming', () => {
  test.each([
    ['one missed', { missedAt: [at('2026-11-18')] }, null],
    [
      'two missed',
      { missedAt: [at('2026-11-18'), at('2026-11-04')] },
      'Missed the last two appointments, 4 Nov 2026 and 18 Nov 2026.',
    ],
    [
      'two missed and one planned',
      { missedAt: [at('2026-11-18'), at('2026-11-04')], nextPlannedAt: at('2026-11-25') },
      'Missed the last two appointments, 4 Nov 2026 and 18 Nov 2026. The next is planned for 25 Nov 2026.',
    ],
    [
      'three missed',
      { missedAt: [at('2026-11-18'), at('2026-11-04'), at('2026-10-20')] },
      'Missed the last 3 appointments, the latest on 18 Nov 2026.',
    ],
    ['41 days of silence', { lastSeenAt: at('2026-10-10') }, null],
    [
      '42 days of silence',
      { lastSeenAt: at('2026-10-09') },
      'Not seen since 9 Oct 2026, 6 weeks ago, and no appointment is planned.',
    ],
    [
      'due meanwhile',
      { lastSeenAt: at('2026-10-02'), nextDueOn: '2026-10-16' },
      'Not seen since 2 Oct 2026, 7 weeks ago, though due on 16 Oct 2026, and no appointment is planned.',
    ],
    ['an appointment ahead', { lastSeenAt: at('2026-10-02'), nextPlannedAt: at('2026-11-23') }, null],
    ['never seen', { firstSeenAt: null, lastSeenAt: null, sessions: 0 }, null],
  ] as const)('%s', (_, more, sentence) => {
    expect(stoppedComing(facts(more), today)).toBe(sentence);
  });
});

test('scores of the four weeks before the first session still belong to the work', () => {
  expect(workBegan(at('2026-09-29'))).toBe('2026-09-01');
});
