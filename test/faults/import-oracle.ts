import { proposeMapping } from '../../electron/engine/imports/mapping.ts';
import { openImportFile } from '../../electron/engine/imports/open-file.ts';
import { type PersonReading, parsedPersonSchema } from '../../electron/engine/imports/parsed-person.ts';
import { personRowReader } from '../../electron/engine/imports/person-row.ts';
import { AppError } from '../../shared/errors.ts';
import { CANARY } from './import-damage.ts';

/** What a reader says of one file, item by item: a reading, or a stretch that is no row. */
export interface ImportItem {
  readonly line: number;
  readonly reading: PersonReading | null;
  readonly messages: readonly string[];
}

/** Something that turns the bytes of a file into items; the suite runs the product's, and a naive one as control. */
export type ImportReader = (bytes: Uint8Array) => Iterable<ImportItem>;

const TODAY = '2026-11-22';

/** What the oracle holds against a reader on one file, or null. */
export function faultOf(reader: ImportReader, bytes: Uint8Array): string | null {
  let count = 0;
  let lastLine = 0;
  try {
    for (const { line, reading, messages } of reader(bytes)) {
      count += 1;
      if (count > bytes.length) return 'more rows than bytes';
      if (!Number.isInteger(line) || line <= lastLine) return 'lines do not rise';
      lastLine = line;
      if (messages.some((message) => message.includes(CANARY))) return 'a message repeats the file';
      if (reading !== null && !isSound(reading)) return 'a person that is neither valid nor refused';
    }
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) return `untyped: ${error instanceof Error ? error.name : typeof error}`;
    if (error.code !== 'unreadable-file') return `wrong code: ${error.code}`;
    return error.message.includes(CANARY) ? 'the refusal repeats the file' : null;
  }
}

function isSound({ person, issues }: PersonReading): boolean {
  const refused = issues.some(({ severity }) => severity === 'error');
  return person === null ? refused : !refused && parsedPersonSchema.safeParse(person).success;
}

/** The product: what the preview of an import runs through. */
export function* readProduct(bytes: Uint8Array): Generator<ImportItem> {
  const opened = openImportFile(bytes, TODAY);
  if (opened.kind === 'fhir') {
    for (const reading of opened.file.readings) yield { line: reading.line, reading, messages: messagesOf(reading) };
    if (opened.file.notices().some((notice) => notice.includes(CANARY))) throw new Error('a notice repeats the file');
    return;
  }
  const { headers } = opened.table;
  const toPerson = personRowReader(
    headers,
    proposeMapping(headers).map(({ target }) => target),
    TODAY,
  );
  for (const item of opened.table.rows()) {
    if (item.kind === 'problem') yield { line: item.line, reading: null, messages: [item.message] };
    else if (item.cells.length !== headers.length) throw new Error('a row of another width');
    else {
      const reading = toPerson(item);
      yield { line: item.line, reading, messages: messagesOf(reading) };
    }
  }
}

function messagesOf({ issues }: PersonReading): string[] {
  return issues.map(({ message }) => message);
}
