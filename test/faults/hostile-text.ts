import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { readCsv } from '../../electron/engine/imports/csv.ts';
import { decodeText } from '../../electron/engine/imports/decode.ts';
import { syncedColumns } from '../../electron/engine/journal/columns.ts';
import { verifyJournal } from '../../electron/engine/journal/verify.ts';
import { cleanLine, cleanNote, hasForbiddenCharacter, isVisible } from '../../shared/domain/plain-text.ts';
import { type CareTeam, careTeam } from '../integration/care-team.ts';
import { result, type Suite, seeded } from './suite.ts';

const known = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '{{7*7}}',
  '\u0024{7*7}',
  '=HYPERLINK("http://evil","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\u202egnp.exe',
  '\u200bzero\u200bwidth',
  'a\u0000b',
  '\ud800',
  'é',
  'e\u0301',
  '🧑‍⚕️',
  'ا ب',
  "Robert'); DROP TABLE people;--",
  '\\',
  '%s%n',
  '../../etc/passwd',
  'null',
  'undefined',
  '__proto__',
  'a,b;c\td|e',
  '"quoted"',
  "'=1",
  "''",
  'line\nbreak',
  'line\r\nbreak',
  ' leading and trailing ',
  'ﬁligature',
  'ＦＵＬＬ',
  'İstanbul',
  'ß',
  '\ufeffbom',
  'x'.repeat(70),
];
const pieces = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '"',
  "'",
  ',',
  ';',
  '<',
  '>',
  '&',
  '\u202e',
  '\u200d',
  '\u0301',
  '\u0000',
  'é',
  '漢',
  '🙂',
  'A',
  'b',
  ' ',
  '\\',
  '%',
];

/** The first characters that make a spreadsheet take a cell for a formula. */
const formula = /^[=+\-@\t\r]/;

/**
 * Hostile strings as names, addresses and notes, through register, contact, list, page and CSV export and back: refused
 * with a typed error or shown as the text they are (in its stored form), the export's cells are no formulas, and the
 * round trip gives the same text. The control writes the same cells with a plain CSV writer.
 */
export const hostileText: Suite = async ({ seed, cases }) => {
  const random = seeded(seed);
  const made = Array.from({ length: Math.max(0, cases - known.length - 1) }, () =>
    Array.from({ length: 1 + Math.floor(random() * 12) }, () => pieces[Math.floor(random() * pieces.length)]).join(''),
  );
  const strings = [...known, 'm'.repeat(1_000_000), ...made].slice(0, cases);
  const team = await careTeam();
  const notes: string[] = [];
  try {
    for (const [i, text] of strings.entries())
      notes.push(...(await tryText(team, text)).map((problem) => `string ${i}: ${problem}`));
    team.signInAs('coordinator');
    const { file } = await team.ask('people.exportList', {});
    notes.push(...exportProblems(file.bytes, await storedFamilies(team)));
    if (verifyJournal(team.store, syncedColumns(team.store)).mismatches.length > 0)
      notes.push('journal and state differ');
    const plain = stringify(
      strings.filter((text) => !hasForbiddenCharacter(text)).map((text) => [cleanLine(text), 'x']),
    );
    return result(
      'hostile text',
      strings.length,
      notes,
      exportProblems(Buffer.from(`family,x\n${plain}`), []).length > 0,
    );
  } finally {
    team.dispose();
  }
};

async function tryText(team: CareTeam, text: string): Promise<string[]> {
  const problems: string[] = [];
  team.signInAs('coordinator');
  const line = cleanLine(text);
  const mayBeName = !hasForbiddenCharacter(text) && isVisible(line) && line.length <= 70;
  const person = {
    name: { family: text, given: 'Test' },
    neighbourhoodId: 'n01',
    address: { lines: [text] },
  };
  try {
    const { personId } = await team.ask('people.register', { person });
    if (!mayBeName) problems.push('accepted as a name');
    const page = await team.ask('people.open', { personId });
    if (page.banner.name.family !== line) problems.push('the name reads differently on the page');
  } catch (error) {
    if (mayBeName || !String(error).includes('bad-input'))
      problems.push(`name refused: ${String(error).slice(0, 120)}`);
  }
  const log = {
    personId: team.joan,
    caseId: team.joansCase,
    startsAt: '2026-11-20T09:00:00.000Z',
    attendance: '5',
    mechanism: '01',
    minutes: 5,
    subject: '01',
    location: 'A01',
    note: text,
  } as const;
  try {
    const { contactId } = await team.ask('contacts.log', log);
    const { contact } = await team.ask('contacts.open', { contactId });
    if (contact.note !== cleanNote(text)) problems.push('the note reads differently');
  } catch (error) {
    if (!String(error).includes('bad-input')) problems.push(`note: ${String(error).slice(0, 120)}`);
  }
  return problems;
}

async function storedFamilies(team: CareTeam): Promise<string[]> {
  const families: string[] = [];
  for (let offset = 0; ; offset += 200) {
    const { rows, total } = await team.ask('people.list', { offset, limit: 200 });
    families.push(...rows.map(({ name }) => name.family));
    if (offset + 200 >= total) return families;
  }
}

/** What is wrong with an export: a cell that a spreadsheet would run, or a family name that does not come back. */
function exportProblems(bytes: Uint8Array, families: readonly string[]): string[] {
  const cells = (parse(Buffer.from(bytes), { bom: true }) as string[][]).flat();
  const problems = cells.filter((cell) => formula.test(cell)).map(() => 'a cell that is a formula');
  const back = new Set<string>();
  for (const item of readCsv(decodeText(bytes)).rows())
    if (item.kind === 'row') for (const cell of item.cells) back.add(cell);
  for (const family of families) if (!back.has(family)) problems.push('a name that does not come back from the export');
  return problems;
}
