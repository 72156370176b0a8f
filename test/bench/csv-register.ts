import { writeCsv } from '../../electron/engine/exports/csv.ts';
import type { Desk } from './floor/desk.ts';

const headings = [
  ...['NHS Number', 'Surname', 'Forename', 'Date of Birth', 'Gender', 'Address Line 1', 'Address Line 2', 'Postcode'],
  ...['Telephone', 'Practice Code'],
];
const genders: Readonly<Record<string, string>> = { 1: 'Male', 2: 'Female', 9: 'Other' };

/** Every this many rows somebody stands in the list once more, without a number and with a slip in the name. */
const repeatEvery = 100;

interface Row {
  readonly nhs_number: string;
  readonly family: string;
  readonly given: string;
  readonly birth_date: string;
  readonly gender: string | null;
  readonly line: string | null;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly phone: string | null;
  readonly practice_id: string;
}

/** A register as a practice system writes it: `count` people of the generated neighbourhood, and one in a hundred twice. */
export function registerCsv({ database, neighbourhoods }: Desk, count: number): Uint8Array<ArrayBuffer> {
  const people = database
    .prepare(
      `SELECT nhs_number, name ->> 'family' AS family, name ->> 'given' AS given, birth_date, gender,
         address ->> '$.lines[0]' AS line, address ->> '$.lines[1]' AS town, postcode, phone, practice_id
       FROM people WHERE neighbourhood_id = ? AND nhs_number IS NOT NULL AND birth_date IS NOT NULL AND practice_id IS NOT NULL
       AND merged_into IS NULL AND voided IS NULL ORDER BY number LIMIT ?`,
    )
    .all(neighbourhoods[0], count) as Row[];
  const lines = people.flatMap((person, at) => {
    const { family } = person;
    // Two letters exchanged, where the name is long enough for that to be a slip.
    const slip = family.length > 5 ? `${family.slice(0, 3)}${family[4]}${family[3]}${family.slice(5)}` : family;
    return at % repeatEvery === 7
      ? [cells(person), cells({ ...person, nhs_number: '', family: slip })]
      : [cells(person)];
  });
  return new TextEncoder().encode([...writeCsv(headings, lines, { bom: true })].join(''));
}

function cells(person: Row): (string | null)[] {
  const { nhs_number, family, given, birth_date, gender, line, town, postcode, phone, practice_id } = person;
  const born = birth_date.split('-').reverse().join('/');
  return [nhs_number, family, given, born, genders[gender ?? ''] ?? '', line, town, postcode, phone, practice_id];
}
