import type { Behaviour } from '../../../shared/contract/contact-entry.ts';
import { type CodeOf, codeEntry } from '../../../shared/domain/code-lists.ts';
import { noteOf } from './notes.ts';
import type { Person } from './person.ts';
import { type Random, weights } from './random.ts';
import { type ThemeName, themes } from './themes.ts';

/** What is agreed about a contact before it happens. */
export interface Arrangement {
  readonly mechanism: CodeOf<'consultation-mechanism'>;
  readonly location: CodeOf<'activity-location'> | null;
  readonly minutes: number;
  readonly purpose: CodeOf<'contact-purpose'>;
  /** Contacts that succeeded before. */
  readonly seen: number;
}

const mechanisms = {
  visit: weights({ '01': 52, '02': 38, '11': 3, '09': 4, '05': 3 }),
  call: weights({ '01': 30, '02': 52, '11': 8, '09': 7, '05': 3 }),
  practice: weights({ '01': 80, '02': 14, '11': 6 }),
};
const everyday = weights<CodeOf<'contact-purpose'>>({
  review: 40,
  'plan-review': 9,
  'referral-chase': 10,
  'welfare-check': 8,
  'housing-money': 8,
  medicines: 7,
  'carer-support': 5,
  'after-discharge': 4,
  information: 5,
  urgent: 2,
  handover: 1,
  other: 1,
  'first-conversation': 0,
  assessment: 0,
  'care-planning': 0,
  'behaviour-change': 0,
  'end-of-life': 0,
  closing: 0,
});
const attendances = {
  seen: weights({ '5': 95, '6': 5 }),
  missed: weights({ '3': 92, '7': 8 }),
  off: weights({ '2': 70, '4': 30 }),
};
const activities: Readonly<Partial<Record<CodeOf<'contact-purpose'>, readonly CodeOf<'activity-type'>[]>>> = {
  assessment: ['02'],
  'first-conversation': ['02', '04'],
  'care-planning': ['02', '04'],
  'behaviour-change': ['05'],
  medicines: ['04', '03'],
  'referral-chase': ['07'],
};

/** Where, how long and what for the next contact shall be. `seen`: contacts that succeeded before. */
export function arrange(
  person: Person,
  theme: ThemeName,
  seen: number,
  practice: boolean,
  random: Random,
): Arrangement {
  const table = practice
    ? mechanisms.practice
    : person.age >= 70 || theme === 'shelter'
      ? mechanisms.visit
      : mechanisms.call;
  const mechanism = seen === 0 && random.chance(0.6) ? '01' : (random.draw(table) as CodeOf<'consultation-mechanism'>);
  return {
    mechanism,
    location: mechanism === '01' ? locationOf(person, theme, practice, random) : null,
    minutes: minutesOf(mechanism, seen, practice, random),
    purpose: purposeOf(theme, seen, practice, random),
    seen,
  };
}

function locationOf(
  { home }: Person,
  theme: ThemeName,
  practice: boolean,
  random: Random,
): CodeOf<'activity-location'> {
  if (practice) return random.chance(0.9) ? 'C01' : 'B01';
  if (home.residence === 'CH03') return 'G01';
  if (home.residence === 'SH03') return 'G02';
  if (theme === 'shelter') return random.pick(['N01', 'N03', 'A04', 'C01']);
  if (theme === 'child' && random.chance(0.4)) return 'L01';
  return random.draw(places);
}
const places = weights<CodeOf<'activity-location'>>({ A01: 74, C01: 9, B01: 6, N03: 5, E02: 4, N02: 2 } as Record<
  CodeOf<'activity-location'>,
  number
>);

function minutesOf(mechanism: string, seen: number, practice: boolean, random: Random): number {
  if (mechanism === '09' || mechanism === '05') return 5;
  if (mechanism === '02' || mechanism === '11') return 5 * random.int(1, 6);
  if (practice) return random.pick([30, 30, 40]);
  return seen === 0 ? 5 * random.int(9, 18) : 5 * random.int(4, 12);
}

function purposeOf(theme: ThemeName, seen: number, practice: boolean, random: Random): CodeOf<'contact-purpose'> {
  if (practice) return 'behaviour-change';
  if (seen === 0) return 'first-conversation';
  if (seen === 1) return random.chance(0.8) ? 'assessment' : 'review';
  if (seen === 2) return random.chance(0.7) ? 'care-planning' : 'review';
  if (theme === 'ending' && random.chance(0.6)) return 'end-of-life';
  return random.draw(everyday);
}

/** How it went, as the columns of a contact hold it. */
export interface Outcome {
  readonly attendance: CodeOf<'attendance'>;
  readonly minutes: number | null;
  readonly location: CodeOf<'activity-location'> | null;
  readonly subject: CodeOf<'contact-subject'> | null;
  readonly cancellation: string | null;
  readonly activities: string;
  readonly note: string | null;
  readonly behaviour: string | null;
  readonly interventions: string;
}

/** How a contact goes. `fixed` decides the attendance where the story asks for it. */
export function outcomeOf(
  arranged: Arrangement,
  person: Person,
  theme: ThemeName,
  random: Random,
  story: { readonly fixed?: CodeOf<'attendance'>; readonly session?: () => Behaviour } = {},
): Outcome {
  const attendance = story.fixed ?? attendanceOf(arranged.mechanism, person, random);
  const seen = codeEntry('attendance', attendance).seen === true;
  const cancelled = codeEntry('attendance', attendance).cancelled === true;
  const proxy = theme === 'memory' || theme === 'child' ? 0.35 : theme === 'ending' ? 0.4 : 0.06;
  const subject = seen ? (arranged.purpose !== 'behaviour-change' && random.chance(proxy) ? '02' : '01') : null;
  const chips = seen && random.chance(0.16) ? random.some(themes[theme].interventions, random.chance(0.2) ? 2 : 1) : [];
  return {
    attendance,
    minutes: seen ? arranged.minutes : null,
    location: seen ? arranged.location : null,
    subject,
    cancellation: cancelled ? JSON.stringify({ reason: random.chance(0.3) ? '01' : '02' }) : null,
    activities: JSON.stringify(seen ? (activities[arranged.purpose] ?? ['04']) : []),
    note: noteOf({ ...arranged, attendance, subject }, person, theme, random),
    behaviour: seen && story.session ? JSON.stringify(story.session()) : null,
    interventions: JSON.stringify(
      chips.map((code) => ({ code, response: random.pick(['advice', 'advice', 'accepted', 'accepted', 'declined']) })),
    ),
  };
}

function attendanceOf(mechanism: string, { health }: Person, random: Random): CodeOf<'attendance'> {
  // Texts and e-mails are written down only when there was an answer.
  if (mechanism === '09' || mechanism === '05') return '5';
  if (random.chance(health.misses)) return random.draw(attendances.missed);
  if (random.chance(0.05)) return random.draw(attendances.off);
  return random.draw(attendances.seen);
}
