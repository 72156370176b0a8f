import { type ImportItem, type ImportReader, readProduct } from './import-oracle.ts';

/** The product with its errors forgotten: people that were refused count as read. */
function* readWithoutErrors(bytes: Uint8Array): Generator<ImportItem> {
  for (const item of readProduct(bytes)) {
    yield { ...item, reading: item.reading && { ...item.reading, issues: [] } };
  }
}

/** The product with messages that quote what they are about. */
function* readAloud(bytes: Uint8Array): Generator<ImportItem> {
  const text = Buffer.from(bytes).toString('utf8');
  for (const item of readProduct(bytes)) yield { ...item, messages: [...item.messages, `Near “${text}”`] };
}

/** A reader that takes the same stretch again and again. */
function* readInCircles(): Generator<ImportItem> {
  for (let line = 1; ; line++) yield { line, reading: null, messages: [] };
}

/** A reader that loses its place. */
function* readBackwards(bytes: Uint8Array): Generator<ImportItem> {
  yield* [...readProduct(bytes)].toReversed();
}

/** What one writes in ten minutes. Believes the encoding, the commas, the header and the dates. */
function* readNaively(bytes: Uint8Array): Generator<ImportItem> {
  const text = Buffer.from(bytes).toString('utf8');
  if (text.startsWith('{')) {
    const bundle = JSON.parse(text);
    for (const [i, { resource }] of bundle.entry.entries())
      yield naive(i + 1, resource.name[0].family, resource.birthDate);
    return;
  }
  const [header = '', ...rows] = text.split('\n');
  const columns = header.split(',').map((heading) => heading.trim().toLowerCase());
  for (const [i, row] of rows.entries()) {
    const cells = row.split(',');
    const cell = (heading: string): string => cells[columns.indexOf(heading)]?.trim() ?? '';
    yield naive(i + 2, cell('surname'), cell('date of birth'));
  }
}

function naive(line: number, family: string, date: string): ImportItem {
  const person = {
    name: { family, given: '' },
    birth: { date },
    identifiers: [],
    conditions: [],
    flags: [],
    relationships: [],
    unmapped: [],
  };
  return { line, reading: { line, person, issues: [] }, messages: [] };
}

/** Readers that lack a defence; the suite must find fault with each. */
export const controls: readonly ImportReader[] = [
  readNaively,
  readWithoutErrors,
  readAloud,
  readInCircles,
  readBackwards,
];
