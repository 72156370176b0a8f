import { z } from 'zod';
import type { CodeListName, CodeOf } from '../../../shared/domain/code-lists.ts';
import type { ImportField } from '../../../shared/domain/import-fields.ts';
import { parseNhsNumber } from '../../../shared/domain/nhs-number.ts';
import { cleanNote, isVisible } from '../../../shared/domain/plain-text.ts';
import { normalisePostcode } from '../../../shared/domain/postcode.ts';
import { readCodeCell, readDate, readItems, readNumber, readPhones, readYesNo } from './cell-values.ts';
import type { ParsedPerson } from './parsed-person.ts';
import { fail, keep, type PersonDraft, type Place, warn } from './person-draft.ts';

/** One cell that holds something: its text on one line, the content as given (with line breaks), and where it goes. */
export interface Cell {
  readonly draft: PersonDraft;
  readonly place: Place;
  readonly text: string;
  readonly raw: string;
  readonly today: string;
}

type Read = (cell: Cell) => void;

const emailSchema = z.email().max(254);
const FRAILTY = { fit: 'fit', mild: 'mild', moderate: 'moderate', sever: 'severe' } as const;

/** How the cell of each field is read. Errors keep the row out; what is merely not understood is kept as text. */
export const readField: { readonly [F in ImportField]: Read } = {
  nhsNumber: (cell) => readNhsNumber(cell),
  nhsNumberStatus: coded('nhs-number-status', (person, code) => {
    person.nhsNumberStatus = code;
  }),
  family: (cell) => {
    cell.draft.person.name.family = cell.text;
  },
  given: (cell) => {
    cell.draft.person.name.given = cell.text;
  },
  middle: (cell) => {
    cell.draft.person.name.middle = cell.text;
  },
  prefix: (cell) => {
    cell.draft.person.name.prefix = cell.text;
  },
  preferredName: (cell) => {
    cell.draft.person.name.preferred = cell.text;
  },
  fullName: (cell) => {
    cell.draft.wholeName = cell.text;
  },
  birthDate: (cell) => readBirth(cell),
  birthYear: (cell) => readBirth(cell),
  gender: coded('gender', (person, code) => {
    person.gender = code;
  }),
  ethnicCategory: coded('ethnic-category', (person, code) => {
    person.ethnicCategory = code;
  }),
  language: coded('language', (person, code) => {
    person.language = code;
  }),
  interpreter: (cell) => {
    const needed = readYesNo(cell.text);
    if (needed === null) keepCell(cell, 'Neither yes nor no');
    else cell.draft.person.interpreter = needed;
  },
  addressLine1: (cell) => readAddressLine(cell, 1),
  addressLine2: (cell) => readAddressLine(cell, 2),
  addressLine3: (cell) => readAddressLine(cell, 3),
  addressLine4: (cell) => readAddressLine(cell, 4),
  addressLine5: (cell) => readAddressLine(cell, 5),
  address: (cell) => readWholeAddress(cell),
  postcode: (cell) => {
    const postcode = normalisePostcode(cell.text);
    if (postcode === null) keepCell(cell, 'Not a whole UK postcode');
    else cell.draft.postcode = postcode;
  },
  phoneHome: (cell) => readPhone(cell, 'phone'),
  phoneMobile: (cell) => readPhone(cell, 'mobile'),
  email: (cell) => {
    const email = emailSchema.safeParse(cell.text);
    if (email.success) cell.draft.person.email = email.data;
    else keepCell(cell, 'Not an e-mail address');
  },
  practiceCode: (cell) => readPractice(cell),
  imdDecile: (cell) => {
    const decile = whole(cell, 1, 10, 'Not a decile from 1 to 10');
    if (decile !== null) setDeprivation(cell, { decile, quintile: Math.ceil(decile / 2) });
  },
  imdQuintile: (cell) => {
    const quintile = whole(cell, 1, 5, 'Not a quintile from 1 to 5');
    if (quintile !== null) setDeprivation(cell, { quintile });
  },
  residenceType: (cell) => {
    // A yes/no column about care homes: "no" says nothing of where the person does live.
    if (readYesNo(cell.text) !== false) residence(cell);
  },
  conditions: (cell) => {
    for (const item of readItems(cleanNote(cell.raw))) {
      const code = readCodeCell('condition', item);
      if (code) addCondition(cell, code);
      else keep(cell.draft, cell.place, item, 'Not a condition on our list');
    }
  },
  flags: (cell) => {
    for (const item of readItems(cleanNote(cell.raw))) {
      const code = readCodeCell('flag', item);
      if (code) addFlag(cell, code);
      else keep(cell.draft, cell.place, item, 'Not a flag on our list');
    }
  },
  efi: (cell) => {
    const value = readNumber(cell.text);
    if (value !== null && value <= 1) setFrailty(cell, { efi: value });
    else if (value !== null || !readFrailtyWord(cell)) keepCell(cell, 'Not an index from 0 to 1');
  },
  frailty: (cell) => {
    const scale = /^(?:cfs\s*)?([1-9])\b/i.exec(cell.text)?.[1];
    if (scale !== undefined && !/^\d+[.,]\d/.test(cell.text)) setFrailty(cell, { cfs: Number(scale) });
    else if (!readFrailtyWord(cell)) keepCell(cell, 'Not a Clinical Frailty Scale value or frailty category');
  },
  emergencyAdmissions: (cell) => {
    const count = whole(cell, 0, 366, 'Not a number of admissions in a year');
    if (count !== null) cell.draft.person.admissions = { emergency12m: count };
  },
  dateOfDeath: (cell) => readDeath(cell),
  localId: (cell) => {
    cell.draft.person.localId = cell.text;
  },
  coordinator: (cell) => {
    cell.draft.person.coordinator = cell.text;
  },
  riskScore: (cell) => {
    const score = readNumber(cell.text);
    if (score === null) keepCell(cell, 'Not a number');
    else cell.draft.person.riskScore = score;
  },
};

/** A column for one condition: yes, no, or since when. */
export function readConditionColumn(cell: Cell, code: CodeOf<'condition'>): void {
  readMembership(cell, (on) => addCondition(cell, code, on));
}

/** A column for one flag: yes, no, or since when. */
export function readFlagColumn(cell: Cell, code: CodeOf<'flag'>): void {
  readMembership(cell, (on) => addFlag(cell, code, on));
}

function readMembership(cell: Cell, add: (on?: string) => void): void {
  const answer = readYesNo(cell.text);
  if (answer === true) add();
  if (answer !== null) return;
  const date = readDate(cell.text, cell.today);
  if (date.kind === 'date') add(date.date);
  else keepCell(cell, 'Neither yes or no nor a date');
}

function addCondition(cell: Cell, code: CodeOf<'condition'>, on?: string): void {
  const { conditions } = cell.draft.person;
  if (!conditions.some((known) => known.code === code)) conditions.push({ code, ...(on !== undefined && { on }) });
}

function addFlag(cell: Cell, code: CodeOf<'flag'>, on?: string): void {
  const { flags } = cell.draft.person;
  if (!flags.some((known) => known.code === code)) flags.push({ code, ...(on !== undefined && { on }) });
}

function coded<L extends CodeListName>(list: L, set: (person: PersonDraft['person'], code: CodeOf<L>) => void): Read {
  return (cell) => {
    const code = readCodeCell(list, cell.text);
    if (code) set(cell.draft.person, code);
    else keepCell(cell, 'Not a code or word that is known');
  };
}

const residence = coded('residence-type', (person, code) => {
  person.residence = { type: code };
});

function keepCell(cell: Cell, why: string): void {
  keep(cell.draft, cell.place, cell.text, why);
}

function whole(cell: Cell, from: number, to: number, why: string): number | null {
  const value = readNumber(cell.text.replace(/^decile\s+|^quintile\s+/i, ''));
  if (value !== null && Number.isInteger(value) && value >= from && value <= to) return value;
  keepCell(cell, why);
  return null;
}

function readNhsNumber({ draft, place, text }: Cell): void {
  if (/\de\+?\d/i.test(text)) {
    fail(draft, place, 'A spreadsheet has shortened the NHS number: format the column as text and save the file again');
    return;
  }
  const result = parseNhsNumber(text.replace(/\.0$/, ''));
  if (result.ok) draft.person.nhsNumber = result.value;
  else if (result.reason === 'format') fail(draft, place, 'An NHS number has 10 digits');
  else fail(draft, place, 'The NHS number fails its check digit: a digit is wrong or two are swapped');
}

function readBirth(cell: Cell): void {
  const { draft, place } = cell;
  const value = readDate(cell.text, cell.today);
  if (value.kind === 'refused') fail(draft, place, value.reason);
  else if (value.kind === 'date') {
    draft.person.birth = { date: value.date };
    if (value.century) warn(draft, place, 'The year has two digits: check the century');
  } else {
    // The whole date says more than the year from another column.
    if (draft.person.birth === undefined) draft.person.birth = { year: value.year };
    if (value.kind === 'part') keepCell(cell, 'Only the year of a year and month can be recorded');
  }
}

function readDeath(cell: Cell): void {
  const { draft, place } = cell;
  const died = readYesNo(cell.text);
  if (died === true) draft.person.death ??= {};
  if (died !== null) return;
  const value = readDate(cell.text, cell.today);
  if (value.kind === 'date') draft.person.death = { date: value.date };
  else if (value.kind === 'refused') fail(draft, place, value.reason);
  else {
    draft.person.death ??= {};
    keepCell(cell, 'Only a whole date of death can be recorded');
  }
}

function readAddressLine({ draft, text }: Cell, number: number): void {
  draft.addressLines[number] = [text];
}

function readWholeAddress({ draft, raw }: Cell): void {
  const lines = cleanNote(raw)
    .split(/[\n,]/)
    .map((part) => part.trim());
  const postcode = /^(.*\S)\s+([a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2})$/i.exec(lines.at(-1) ?? '');
  // "Liverpool L4 0TH" is a town and a postcode.
  if (postcode && normalisePostcode(postcode[2] ?? '')) lines.splice(-1, 1, postcode[1] ?? '', postcode[2] ?? '');
  draft.addressLines[0] = lines.filter(isVisible);
}

function readPhone(cell: Cell, kind: 'phone' | 'mobile'): void {
  const [first, ...more] = readPhones(cleanNote(cell.raw)) ?? [];
  if (first === undefined) keepCell(cell, 'Not a telephone number');
  else cell.draft.person[kind] = first;
  for (const number of more) cell.draft.spareNumbers.push({ place: cell.place, number });
}

function readPractice(cell: Cell): void {
  const code = /\b[a-z]\d{5}\b/i.exec(cell.text)?.[0].toUpperCase();
  // NHS Data Dictionary defaults: not registered, no practice, not known.
  if (code === undefined || /^V8199[789]$/.test(code)) keepCell(cell, 'Not the code of a practice');
  else cell.draft.person.practiceCode = code;
}

function readFrailtyWord({ draft, text }: Cell): boolean {
  const word = /\b(fit|mild|moderate|sever)(?:e?ly|e)?\b/i.exec(text)?.[1]?.toLowerCase();
  if (word === undefined) return false;
  draft.person.frailtyCategory = FRAILTY[word as keyof typeof FRAILTY];
  return true;
}

function setFrailty({ draft: { person } }: Cell, value: NonNullable<ParsedPerson['frailty']>): void {
  person.frailty = { ...person.frailty, ...value };
}

function setDeprivation(cell: Cell, value: { decile?: number; quintile: number }): void {
  const { person } = cell.draft;
  if (person.deprivation !== undefined && person.deprivation.quintile !== value.quintile) {
    warn(cell.draft, cell.place, 'Decile and quintile do not agree: the decile was taken');
  }
  if (person.deprivation?.decile === undefined) person.deprivation = value;
}
