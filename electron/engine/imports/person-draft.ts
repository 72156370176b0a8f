import { cleanLine, hasForbiddenCharacter } from '../../../shared/domain/plain-text.ts';
import { normalisePostcode } from '../../../shared/domain/postcode.ts';
import { splitName } from './name-text.ts';
import { type Issue, type ParsedPerson, type PersonReading, parsedPersonSchema } from './parsed-person.ts';

/** A person while the cells of a row, or the parts of a FHIR Patient, are being read. */
export interface PersonDraft {
  readonly person: ParsedPerson;
  readonly issues: Issue[];
  /** The name in one text, used where the parts are not given. */
  wholeName: string;
  /** Lines of the address by their number in the list; 0 is a whole address in one cell. */
  readonly addressLines: string[][];
  postcode: string;
  /** Second and further telephone numbers of a cell. */
  readonly spareNumbers: { readonly place: Place; readonly number: string }[];
}

/** Where something stands: the field that it is for, and the column or FHIR element that it comes from. */
export interface Place {
  readonly field: string | null;
  readonly column: string | null;
}

const LONGEST_KEPT = 500;

export function newDraft(): PersonDraft {
  const person: ParsedPerson = {
    name: { family: '', given: '' },
    identifiers: [],
    conditions: [],
    flags: [],
    relationships: [],
    unmapped: [],
  };
  return { person, issues: [], wholeName: '', addressLines: [], postcode: '', spareNumbers: [] };
}

/** The row cannot be taken in. `message` is a sentence without the value. */
export function fail(draft: PersonDraft, place: Place, message: string): void {
  draft.issues.push({ severity: 'error', ...place, message });
}

/** Something is odd, but the row can be taken in. */
export function warn(draft: PersonDraft, place: Place, message: string): void {
  draft.issues.push({ severity: 'warning', ...place, message });
}

/** Not understood: kept as text beside the record, and said so. */
export function keep(draft: PersonDraft, place: Place, text: string, why: string): void {
  const shown = [...text.slice(0, LONGEST_KEPT * 2)].map((c) => (hasForbiddenCharacter(c) ? '\ufffd' : c)).join('');
  const kept = [...cleanLine(shown)];
  const cut = kept.length > LONGEST_KEPT || text.length > LONGEST_KEPT * 2;
  draft.person.unmapped.push({
    field: place.field ?? 'other',
    text: cut ? `${kept.slice(0, LONGEST_KEPT - 1).join('')}…` : kept.join('') || '\ufffd',
  });
  warn(draft, place, `${why}: kept as text${cut ? ', shortened' : ''}`);
}

/** Puts the parts together, checks the whole against the schema, and gives the person unless there are errors. */
export function finishDraft(draft: PersonDraft, line: number): PersonReading {
  const { person, issues } = draft;
  finishName(draft);
  finishAddress(draft);
  finishNumbers(draft);
  const { birth, death } = person;
  if (birth && 'date' in birth && death?.date !== undefined && death.date < birth.date) {
    fail(draft, { field: 'dateOfDeath', column: null }, 'The date of death is before the date of birth');
  }
  const checked = parsedPersonSchema.safeParse(person);
  for (const { path, message } of checked.error?.issues ?? []) {
    const field = path.map(String).join('.');
    if (!issues.some((issue) => issue.severity === 'error' && issue.field !== null && field.includes(issue.field))) {
      fail(draft, { field, column: null }, message);
    }
  }
  const refused = issues.some(({ severity }) => severity === 'error');
  return { line, person: refused || !checked.success ? null : checked.data, issues };
}

function finishName(draft: PersonDraft): void {
  const { name } = draft.person;
  if (draft.wholeName !== '' && (name.family === '' || name.given === '')) {
    const { guessed, ...split } = splitName(draft.wholeName);
    Object.assign(name, {
      ...split,
      ...(name.prefix && { prefix: name.prefix }),
      ...(name.preferred && { preferred: name.preferred }),
    });
    if (guessed) {
      const place = { field: 'fullName', column: null };
      warn(draft, place, 'The last word was taken as the family name: check where the name divides');
    }
  }
  const place = { field: 'family', column: null };
  if (name.family === '' && name.given === '') fail(draft, place, 'The row has no name');
  else if (name.family === '') fail(draft, place, 'The row has no family name');
  else if (name.given === '') {
    warn(draft, { field: 'given', column: null }, 'The row has one name only: it was taken as the family name');
  }
}

function finishAddress(draft: PersonDraft): void {
  // Lines of their own are more exact than the same address in one cell.
  const whole = draft.addressLines[0] ?? [];
  // Not every number has a line: flat() passes over the gaps.
  const parts = draft.addressLines.slice(1).flat();
  const lines = parts.length > 0 ? parts : [...whole];
  const last = normalisePostcode(lines.at(-1) ?? '');
  if (last !== null) {
    lines.pop();
    draft.postcode ||= last;
  }
  if (lines.length > 0 || draft.postcode !== '') {
    draft.person.address = { lines, ...(draft.postcode !== '' && { postcode: draft.postcode }) };
  }
}

/** Spare numbers take the place that no column has filled. */
function finishNumbers(draft: PersonDraft): void {
  const { person } = draft;
  for (const { place, number } of draft.spareNumbers) {
    if (person.phone === number || person.mobile === number) continue;
    if (person.mobile === undefined) person.mobile = number;
    else if (person.phone === undefined) person.phone = number;
    else keep(draft, place, number, 'More numbers than can be recorded');
  }
}
