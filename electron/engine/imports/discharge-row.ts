import type { CodeListName, CodeOf } from '../../../shared/domain/code-lists.ts';
import { type DischargeField, dischargeFieldLabel } from '../../../shared/domain/discharge-fields.ts';
import type { PersonName } from '../../../shared/domain/name.ts';
import { parseNhsNumber } from '../../../shared/domain/nhs-number.ts';
import { cleanLine, hasForbiddenCharacter } from '../../../shared/domain/plain-text.ts';
import type { Destination, StayKind } from '../../../shared/domain/stay-rules.ts';
import { readCodeCell, readDate, readYesNo } from './cell-values.ts';
import { splitName } from './name-text.ts';

/** What is wrong (the row is left out) or odd about a row: a sentence without anything from the file. */
export interface DischargeIssue {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** What a row of a discharge list says. Null: the list does not say it. */
export interface SaidDischarge {
  readonly nhsNumber: string | null;
  readonly name: PersonName | null;
  readonly birthDate: string | null;
  readonly kind: StayKind;
  readonly provider: string;
  readonly ward: string;
  readonly reason: string;
  readonly emergency: boolean;
  readonly mentalHealth: boolean;
  readonly admittedOn: string | null;
  readonly dischargedOn: string | null;
  readonly destination: Destination;
}

/** Codes of the NHS Data Dictionary item ADMISSION METHOD: 2x is an emergency; elective, maternity and transfer are not. */
const admissionMethod = /^(\d)[\dA-D]\b/i;

/**
 * Reads a row as hospitals write it: British dates with or without a time, codes of the NHS Data Dictionary or their words.
 * @param mapping the field of each cell
 * @param today `YYYY-MM-DD`
 */
export function readDischarge(
  cells: readonly string[],
  mapping: readonly (DischargeField | null)[],
  today: string,
): { said: SaidDischarge; issues: DischargeIssue[] } {
  const issues: DischargeIssue[] = [];
  const add = (severity: DischargeIssue['severity'], field: DischargeField, words: string) =>
    void issues.push({ severity, message: `${dischargeFieldLabel(field)}: ${words}` });
  const cell = (field: DischargeField): string => cleanLine(cells[mapping.indexOf(field)] ?? '');
  const text = (field: DischargeField, longest: number): string => {
    const value = cell(field);
    if (hasForbiddenCharacter(value)) {
      add('warning', field, 'holds characters that cannot be shown and was left out.');
      return '';
    }
    const characters = [...value];
    if (characters.length <= longest) return value;
    add('warning', field, `was shortened to ${longest} characters.`);
    return `${characters.slice(0, longest - 1).join('')}…`;
  };
  const date = (field: DischargeField, severity: DischargeIssue['severity']): string | null => {
    const value = cell(field);
    if (value === '') return null;
    const read = readDate(value, today);
    if (read.kind === 'date') return read.date;
    add(severity, field, read.kind === 'refused' ? `${read.reason}.` : 'the day is missing.');
    return null;
  };
  const code = <L extends CodeListName>(field: DischargeField, list: L, otherwise: CodeOf<L>, words: string) => {
    const value = cell(field);
    const found = value === '' ? null : readCodeCell(list, value);
    if (value !== '' && found === null) add('warning', field, words);
    return found ?? otherwise;
  };
  const number = cell('nhsNumber');
  const parsed = number === '' ? null : parseNhsNumber(number);
  if (parsed && !parsed.ok) add('warning', 'nhsNumber', 'is none, or mistyped: it was not used.');
  const mentalHealth = cell('mentalHealth');
  const isMentalHealth = readYesNo(mentalHealth);
  if (mentalHealth !== '' && isMentalHealth === null)
    add('warning', 'mentalHealth', 'says neither yes nor no: taken as no.');
  const said: SaidDischarge = {
    nhsNumber: parsed?.ok ? parsed.value : null,
    name: nameOf(text('family', 80), text('given', 80), text('fullName', 160)),
    birthDate: date('birthDate', 'warning'),
    kind: code('kind', 'stay-kind', 'hospital', 'was not understood: taken as a stay in hospital.'),
    provider: text('provider', 120),
    ward: text('ward', 80),
    reason: text('reason', 300),
    emergency: isEmergency(cell('emergency')),
    mentalHealth: isMentalHealth ?? false,
    admittedOn: date('admittedOn', 'error'),
    dischargedOn: date('dischargedOn', 'error'),
    destination: code('destination', 'discharge-destination', '99', 'was not understood: recorded as not known.'),
  };
  if (cell('dischargedOn') === '') add('error', 'dischargedOn', 'the row does not say when the person left.');
  if (said.nhsNumber === null && said.name === null)
    issues.push({ severity: 'error', message: 'The row names nobody: it has no NHS number and no name.' });
  return { said, issues };
}

function nameOf(family: string, given: string, whole: string): PersonName | null {
  if (family !== '') return { family, given };
  if (whole === '') return null;
  const { family: last, given: first } = splitName(whole);
  return { family: last, given: first };
}

function isEmergency(text: string): boolean {
  const method = admissionMethod.exec(text);
  if (method) return method[1] === '2';
  return readYesNo(text) ?? /\b(emergency|non-?elective|unplanned|a&e|ed)\b/i.test(text);
}
