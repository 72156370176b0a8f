import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import { type Theme, type ThemeName, themes } from './themes.ts';

/** What the work with somebody will mostly be about, by what is known of them. */
export function themeOf(person: Person, random: Random): ThemeName {
  const { conditions, flags } = person.health;
  const has = (code: CodeOf<'condition'>) => conditions.includes(code);
  if (flags.includes('end-of-life')) return 'ending';
  if (person.age < 18) return 'child';
  const possible: ThemeName[] = [];
  if (flags.includes('homeless')) possible.push('shelter');
  if (has('alcohol-dependence')) possible.push('drink');
  if (has('severe-mental-illness')) possible.push('psychosis');
  if (has('dementia')) possible.push('memory');
  if (has('learning-disability')) possible.push('learning');
  if (has('copd')) possible.push('breathing');
  if (has('heart-failure') || has('coronary-heart-disease')) possible.push('heart');
  if (has('diabetes')) possible.push('diabetes');
  if ((person.health.efi ?? 0) > 0.2) possible.push('frailty');
  if (has('chronic-pain') || has('osteoarthritis')) possible.push('pain');
  if (possible.length === 0) return person.age >= 75 ? 'frailty' : 'mood';
  return random.pick(possible.slice(0, 2));
}

/** Puts the person into a sentence. */
function about(person: Person, sentence: string): string {
  const words =
    person.sex === 'f' ? { they: 'she', them: 'her', their: 'her' } : { they: 'he', them: 'him', their: 'his' };
  const said = sentence.replace(/\{(they|them|their)\}/g, (_, word: keyof typeof words) => words[word]);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

const openings: Readonly<Record<string, readonly string[]>> = {
  '01': ['Home visit.', 'Seen at home.', 'Visit as arranged.', 'Seen today.', 'Popped in after the nurse.'],
  '02': ['Rang as agreed.', 'Phone call.', 'Telephone review.', 'Rang back.', ''],
  '11': ['Video call.', 'Seen by video, picture froze twice.'],
  '09': ['Text exchange.', 'Texts.'],
  '05': ['E-mail received and answered.'],
};
const family = ['Spoke to the daughter.', 'Spoke to the son.', 'Spoke to the carer.', 'Spoke to the care agency.'];
const proxies: Partial<Record<ThemeName, readonly string[]>> = {
  child: ['Spoke to Mum.', 'Spoke to Dad.', 'Spoke to Nan.', 'Spoke to the school.'],
  learning: ['Spoke to the support worker.', 'Spoke to Mum.', 'Spoke to the key nurse.'],
  shelter: ['Spoke to the keyworker.', 'Spoke to outreach.', 'Spoke to the ward.'],
  drink: ['Spoke to the keyworker.', 'Spoke to the sister.', 'Spoke to the ward.'],
  psychosis: ['Spoke to the care coordinator of the trust.', 'Spoke to Mum.'],
};
const tails = [
  'GP told.',
  'Will ring next week.',
  'No change to tablets.',
  'Post sorted together.',
  'Bins are out.',
  'Neighbour has the key.',
  'Cheerful today.',
  'Tired today.',
  'Happy with this.',
  'Asked to be rung in the afternoon from now on.',
  'Nothing else to report.',
  'Appetite fair.',
  'Sleeping better.',
  'Prescription collected.',
  'Family visiting at the weekend.',
  'Meter topped up.',
];
const firsts = [
  'First conversation: explained who we are and what a coordinator does. Agreed to be contacted.',
  'Introduced myself and the team. Happy for us to talk to the GP.',
  'First visit. Told the whole story once; it is written down so that it need not be told again.',
];
const missed = [
  'No answer, voicemail left.',
  'Not in. Card left.',
  'Rang twice, no reply.',
  'Did not come to the practice.',
  'No reply at the door, curtains drawn. Neighbour saw them yesterday.',
];
const cancelled = [
  'Unwell today, asked for next week.',
  'Hospital appointment the same day.',
  'Worker off sick, moved.',
  'Family visiting, rearranged.',
  'Transport did not come.',
];
const closing = [
  'Plan finished, managing well. Knows how to come back.',
  'Last visit. Numbers to ring left on the fridge.',
  'Goals met; GP told that the case is closed.',
];

/** A note as somebody with ten minutes between two visits would write it. */
export function noteOf(
  contact: {
    readonly attendance: CodeOf<'attendance'>;
    readonly mechanism: string;
    readonly subject: string | null;
    readonly purpose: CodeOf<'contact-purpose'>;
    /** How many there were before. */
    readonly seen: number;
  },
  person: Person,
  theme: ThemeName,
  random: Random,
): string | null {
  const { attendance, mechanism, subject, purpose, seen } = contact;
  if (attendance === '2' || attendance === '4') return random.pick(cancelled);
  if (attendance === '3' || attendance === '7') return random.pick(missed);
  const told: Theme = themes[theme];
  const parts: string[] = [
    subject === '02' ? random.pick(proxies[theme] ?? family) : random.pick(openings[mechanism] ?? ['']),
  ];
  if (purpose === 'first-conversation') parts.push(random.pick(firsts));
  // One after the other, so that two visits in a row do not find the same.
  const turn = seen + person.born.charCodeAt(9);
  parts.push(told.seen[turn % told.seen.length] ?? '');
  if (random.chance(0.3)) parts.push(told.seen[(turn + 3) % told.seen.length] ?? '');
  if (purpose === 'closing') parts.push(random.pick(closing));
  else if (random.chance(0.55)) parts.push(random.pick(told.agreed));
  if (random.chance(0.4)) parts.push(random.pick(tails));
  return [...new Set(parts)]
    .filter(Boolean)
    .map((part) => about(person, part))
    .join(' ');
}

/** Other short texts of a person's theme, with the person put in. */
export function wordsOf(kind: 'matters' | 'purpose', person: Person, theme: ThemeName, random: Random): string {
  return about(person, random.pick(themes[theme][kind]));
}
