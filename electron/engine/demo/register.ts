import { addDays } from '../../../shared/domain/british-date.ts';
import { type CodeOf, codeEntry } from '../../../shared/domain/code-lists.ts';
import type { Journal, NewRow } from '../journal/record.ts';
import { nameColumn } from '../store/person-name.ts';
import type { Person } from './person.ts';
import { type Random, weights } from './random.ts';

const orientation = weights({ '1': 925, '2': 28, '3': 22, '4': 4, U: 6, Z: 15 });
const practiceSource = 'GP list';

/** When and by whom a record is made. */
export interface Registration {
  readonly journal: Journal;
  readonly newId: () => string;
  /** A fresh number, or that of a record which this one repeats; null when nobody knew it. */
  readonly nhsNumber: () => string | null;
  readonly on: string;
  readonly by: string;
  readonly random: Random;
  /** Ids of neighbourhoods, for the few who live in another than their practice's. */
  readonly elsewhere: readonly string[];
}

/** Puts somebody on record as a practice's list tells of them, with conditions, flags and segments. */
export function registerPerson(person: Person, registration: Registration): void {
  const { journal, on, by, random } = registration;
  person.id = registration.newId();
  const scope = person.place.id;
  const { health } = person;
  journal.insert('people', { id: person.id, ...personRow(person, registration) }, scope);
  const person_id = person.id;
  if (random.chance(0.08)) {
    const [system, value] = identifierOf(random);
    journal.insert('person_identifiers', { person_id, system, value }, scope);
  }
  for (const code of health.conditions) {
    const diagnosed_on = diagnosedOn(person, code, on, random);
    journal.insert('conditions', { person_id, code, diagnosed_on, source: practiceSource }, scope);
  }
  for (const code of health.flags) {
    const started_on = addDays(on, -random.int(20, 900));
    journal.insert('flags', { person_id, code, started_on: laterOf(started_on, person.born), recorded_by: by }, scope);
  }
  for (const [code, basis] of segmentsOf(person, random))
    journal.insert('segments', { person_id, code, basis, started_on: on }, scope);
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}

function diagnosedOn(person: Person, code: CodeOf<'condition'>, on: string, random: Random): string | null {
  if (random.chance(0.12)) return null;
  const early = code === 'learning-disability' || code === 'autism' || code === 'adhd';
  const longest = Math.max(0, Math.min(early ? person.age - 4 : 22, person.age));
  const drawn = laterOf(addDays(on, -random.int(10, 10 + longest * 365)), addDays(person.born, 30));
  return drawn < on ? drawn : on;
}

/** A number under which a hospital or the council knows somebody. */
function identifierOf(random: Random): [system: string, value: string] {
  return random.chance(0.7)
    ? ['Hospital number (example)', `RX${random.int(100_000, 999_999)}`]
    : ['Council social care number (example)', `ASC-${random.int(10_000, 99_999)}`];
}

type Row = Omit<NewRow<'people'>, 'id'>;

function personRow(person: Person, registration: Registration): Row {
  const { random, on } = registration;
  const { background, health, home, place } = person;
  const newborn = person.age === 0 && addDays(person.born, 42) > on;
  const nhsNumber = random.chance(newborn ? 0.6 : 0.994) ? registration.nhsNumber() : null;
  const quintile = home.street?.quintile;
  return {
    name: nameColumn(person.name),
    birth: random.chance(0.004)
      ? json({ year: Number(person.born.slice(0, 4)), estimated: true })
      : json({ date: person.born }),
    nhs_number: nhsNumber,
    nhs_number_status: nhsNumber
      ? random.chance(0.96)
        ? '01'
        : '02'
      : newborn
        ? '08'
        : random.pick(['03', '04', '06']),
    gender: random.chance(0.002) ? '9' : person.sex === 'f' ? '2' : '1',
    ethnic_category: background.ethnic,
    language: background.language,
    interpreter: background.language === null ? null : background.interpreter ? 1 : 0,
    religion: background.religion,
    sexual_orientation: person.age >= 18 && random.chance(0.2) ? random.draw(orientation) : null,
    address: home.street
      ? json({ lines: home.lines, postcode: home.street.postcode })
      : json({ lines: ['No fixed abode'], postcode: 'ZZ99 3VZ' }),
    residence: json({ type: home.residence, ...(home.establishment && { careHome: home.establishment }) }),
    deprivation: quintile
      ? json({ quintile, decile: quintile * 2 - random.int(0, 1), asOf: on, source: practiceSource })
      : null,
    practice_id: person.practice,
    neighbourhood_id: place.id,
    neighbourhood_by_hand: 0,
    residence_neighbourhood_id: random.chance(0.02) ? otherThan(place.id, registration) : null,
    phone: person.landline,
    mobile: person.mobile,
    email: person.email,
    contact_ways: contactWays(person, random),
    information_needs: informationNeeds(person, random),
    adjustments: adjustments(person, random),
    frailty:
      health.efi === null
        ? null
        : json({ efi: health.efi, ...(health.cfs && { cfs: health.cfs }), asOf: on, source: practiceSource }),
    admissions:
      health.admissions > 0 || person.age >= 60
        ? json({ emergency12m: health.admissions, asOf: on, source: practiceSource })
        : null,
  };
}

const json = (value: object): string => JSON.stringify(value);

function otherThan(id: string, { elsewhere, random }: Registration): string | null {
  const other = random.pick(elsewhere);
  return other === id ? null : other;
}

function contactWays(person: Person, random: Random): string | null {
  const has = (code: CodeOf<'condition'>) => person.health.conditions.includes(code);
  if (has('hearing-impairment') && random.chance(0.3))
    return json({ preferred: person.mobile ? ['9'] : ['1'], forbidden: ['8'], note: 'Cannot hear on the telephone.' });
  if (!random.chance(0.1)) return null;
  const note = random.chance(0.3) ? random.pick(reachNotes) : undefined;
  const way = person.mobile && person.age < 60 ? '9' : person.age >= 70 ? '3' : '4';
  return json({ preferred: [way], forbidden: [], ...(note && { note }) });
}

const reachNotes = [
  'Ring before ten, out most afternoons.',
  'Does not answer withheld numbers; leave a message and she rings back.',
  'Ring twice: he needs time to get to the phone.',
  'Leave no messages with neighbours.',
  'Text first, then ring.',
];

/** What information needs follow from a condition: ways of contact, formats. */
const needs: Partial<Record<CodeOf<'condition'>, readonly [contact: readonly string[], format: readonly string[]]>> = {
  'visual-impairment': [['3'], ['11']],
  'hearing-impairment': [['9'], ['bsl-video']],
  'learning-disability': [['3'], ['easy-read']],
  dementia: [['6'], ['11', 'plain-english']],
};

function informationNeeds(person: Person, random: Random): string | null {
  for (const code of person.health.conditions) {
    const need = needs[code];
    const share = code === 'learning-disability' ? 0.7 : code === 'hearing-impairment' ? 0.06 : 0.3;
    if (need && random.chance(share)) return json({ contact: need[0], format: need[1] });
  }
  if (person.background.interpreter && random.chance(0.5)) return json({ contact: [], format: ['translated'] });
  return null;
}

const adjustmentsFor: Partial<Record<CodeOf<'condition'>, readonly CodeOf<'reasonable-adjustment'>[]>> = {
  'learning-disability': ['longer-appointment', 'simple-words', 'supporter-present', 'hospital-passport'],
  autism: ['first-or-last-appointment', 'quiet-place', 'low-stimulation', 'same-worker'],
  'visual-impairment': ['reminder', 'familiar-place'],
  'hearing-impairment': ['lip-speaker', 'hearing-loop'],
  dementia: ['supporter-present', 'reminder', 'extra-time-to-answer'],
  'multiple-sclerosis': ['step-free', 'flexible-time'],
};

function adjustments(person: Person, random: Random): string | null {
  for (const code of person.health.conditions) {
    const known = adjustmentsFor[code];
    if (known && random.chance(0.35))
      return json({ codes: random.some(known, random.int(1, 3)), consent: random.chance(0.85) });
  }
  if (person.background.interpreter && random.chance(0.7)) return json({ codes: ['interpreter'], consent: true });
  return null;
}

/** The population segments somebody belongs to, with what they rest on. */
function segmentsOf({ age, health }: Person, random: Random): [CodeOf<'segment'>, string][] {
  const has = (...codes: CodeOf<'flag'>[]) => codes.some((code) => health.flags.includes(code));
  const chronic = health.conditions.filter((code) => codeEntry('condition', code).longTerm === true).length;
  const found: [CodeOf<'segment'>, string][] = [];
  if (has('homeless', 'severe-mental-illness', 'complex-alcohol', 'drug-treatment') && random.chance(0.9))
    found.push(['complex-lives', 'Priority cohort on the GP list']);
  if (health.conditions.includes('dementia') || (health.efi ?? 0) > 0.24)
    found.push(['frailty-dementia', 'Frailty index above 0.24, or dementia']);
  if (health.conditions.includes('learning-disability') || health.conditions.includes('autism'))
    found.push(['learning-disability-neurodiversity', 'Condition on the GP list']);
  if (chronic >= 2 && !found.some(([code]) => code === 'frailty-dementia'))
    found.push(['long-term-conditions', `${chronic} long-term conditions`]);
  if (age < 16 && found.length === 0 && random.chance(0.6)) found.push(['children-families', 'Age']);
  return found;
}
