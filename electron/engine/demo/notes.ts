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
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  C01: ['Seen at the practice.', 'Caught up after the GP appointment.'],
  B01: ['Seen at the health centre.'],
  E02: ['Seen on the ward.', 'Visited on the ward, discharge talked through.'],
  G01: ['Seen at the care home.', 'Care home round.'],
  G02: ['Seen at the nursing home.', 'Nursing home round.'],
  L01: ['Seen at school.'],
  N01: ['Met outside the arcade.', 'Found at the usual doorway.'],
  N03: ['Seen at the drop-in.', 'Seen at the community centre.'],
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
const missedVisit = [
  'Not in. Card left.',
  'No reply at the door, curtains drawn. Neighbour saw them yesterday.',
  'Out when called, rang from the car: forgot.',
  'Knocked twice, no answer.',
];
const missedCall = [
  'No answer, voicemail left.',
  'Rang twice, no reply.',
  'Phone off.',
  'Rang three times over the day, text sent.',
];
const missedSession = [
  'Did not come to the practice.',
  'Did not attend, letter sent.',
  'Came forty minutes late, could not be seen. New time given.',
];
const cancelledByPerson = [
  'Unwell today, asked for next week.',
  'Hospital appointment the same day.',
  'Family visiting, rearranged.',
  'Transport did not come.',
  'Rang to cancel, no reason given.',
];
const cancelledByUs = [
  'Worker off sick, moved.',
  'Urgent visit elsewhere, moved with apologies.',
  'Room not free at the practice, moved.',
];
const everyday = [
  'All as last time.',
  'Short check-in, nothing new.',
  'Went through the plan, all still right.',
  'Letter from the hospital read together: follow-up in six weeks.',
  'Talked about who to ring at the weekend.',
  'Asked about the referral, no news yet.',
  'Worried about a bill; rang the company together, payment plan agreed.',
  'Had a fall-out with the neighbours, mostly wanted to be heard.',
  'Wants the next visit to be shorter.',
  'Back from two days at the sister, did them good.',
  'Looking for a warmer coat; voucher arranged.',
  'Has started to open the curtains in the morning.',
  'Birthday this week. Card on the shelf.',
  'Dentist at last: two fillings done.',
  "Telephone broken since Monday, using the neighbour's.",
];
const sessions = [
  'In two minds: wants the change, but the evenings are hard.',
  'Confidence up after a good week.',
  'Talked through the slip on Friday without blame.',
  'Named three reasons for changing in {their} own words.',
  'Found it hard to see a reason today; stayed with what matters.',
  'Brought the diary and spotted the pattern {them}self.',
  'Partner came along and offered to help.',
  'Tried the small step four days of seven.',
  'Quiet today; agreed to go more slowly.',
  'Planned what to do when the craving comes.',
  'Rated importance higher than last time: the scan frightened {them}.',
  'Proud of the week, and rightly so.',
  'Work shifts get in the way; plan moved to mornings.',
  'Looked at what helped the last time {they} managed it.',
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
    readonly location: string | null;
    readonly purpose: CodeOf<'contact-purpose'>;
    /** How many there were before. */
    readonly seen: number;
  },
  person: Person,
  theme: ThemeName,
  random: Random,
): string | null {
  const { attendance, mechanism, purpose, seen } = contact;
  const session = purpose === 'behaviour-change';
  if (attendance === '2') return random.pick(cancelledByPerson);
  if (attendance === '4') return random.pick(cancelledByUs);
  if (attendance === '3' || attendance === '7')
    return random.pick(session ? missedSession : mechanism === '01' ? missedVisit : missedCall);
  const told: Theme = themes[theme];
  const parts: string[] = [openingOf(contact, theme, random)];
  if (purpose === 'first-conversation') parts.push(random.pick(firsts));
  // One after the other, so that two visits in a row do not find the same.
  const turn = seen + person.born.charCodeAt(9);
  const said = session ? sessions : random.chance(seen > 2 ? 0.3 : 0) ? everyday : told.seen;
  parts.push(said[turn % said.length] ?? '');
  if (random.chance(0.3)) parts.push(said[(turn + 3) % said.length] ?? '');
  if (purpose === 'closing') parts.push(random.pick(closing));
  else if (!session && random.chance(0.5)) parts.push(random.pick(told.agreed));
  if (random.chance(0.4)) parts.push(random.pick(tails));
  return [...new Set(parts)]
    .filter(Boolean)
    .map((part) => about(person, part))
    .join(' ');
}

function openingOf(
  contact: { mechanism: string; subject: string | null; purpose: string; location: string | null },
  theme: ThemeName,
  random: Random,
): string {
  const { mechanism, subject, purpose, location } = contact;
  if (subject === '02') return random.pick(proxies[theme] ?? family);
  if (purpose === 'behaviour-change' && mechanism === '01')
    return random.pick(['', 'Session at the practice.', 'Came on time.']);
  if (mechanism === '01' && location !== 'A01') return random.pick(elsewhere[location ?? ''] ?? ['Seen today.']);
  return random.pick(openings[mechanism] ?? ['']);
}

/** Other short texts of a person's theme, with the person put in. */
export function wordsOf(kind: 'matters' | 'purpose', person: Person, theme: ThemeName, random: Random): string {
  return about(person, random.pick(themes[theme][kind]));
}
