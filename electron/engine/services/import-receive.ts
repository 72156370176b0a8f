import type { z } from 'zod';
import type { ImportView } from '../../../shared/contract/import-view.ts';
import type { imports as contract } from '../../../shared/contract/imports.ts';
import { isColumnTarget } from '../../../shared/domain/import-fields.ts';
import { cleanLine, hasForbiddenCharacter } from '../../../shared/domain/plain-text.ts';
import type { QueryContext, Session } from '../context.ts';
import { audit, type Engine, requireOpen, transact } from '../engine.ts';
import type { CsvTable } from '../imports/csv.ts';
import { headerSignature, proposeMapping } from '../imports/mapping.ts';
import { type ImportFile, openImportFile } from '../imports/open-file.ts';
import { addImport, rememberedMapping, type StoredMapping, type StoredReading } from '../store/imports.ts';
import { importableNeighbourhoods } from './import-places.ts';
import { viewOf } from './import-view.ts';

type Received = z.output<(typeof contract)['imports.receive']['input']>;

/** Rows that samples are taken from. */
const sampledRows = 200;
const samplesPerColumn = 3;
const longestSample = 60;

/** Under which the settings of FHIR files are remembered: they have no headings. */
const fhirSignature = 'fhir';

/**
 * Takes a file in: recognises it, keeps it in the encrypted store, proposes a mapping. Nothing of it is believed yet.
 * @throws AppError `unreadable-file` with what to do about it
 */
export function receiveImport(
  engine: Engine,
  { session, now, today }: { readonly session: Session; readonly now: string; readonly today: string },
  { name, bytes }: Received,
): ImportView {
  const file = openImportFile(bytes, today);
  const { store } = requireOpen(engine);
  const id = engine.options.newId();
  const context: QueryContext = { now, today, session, read: store };
  const signature = file.kind === 'csv' ? headerSignature(file.table.headers) : fhirSignature;
  const remembered = rememberedMapping(store, signature);
  const columns = file.kind === 'csv' ? columnsOf(file.table, remembered) : [];
  const reading: StoredReading = {
    bytes: bytes.byteLength,
    encoding: file.encoding,
    delimiter: file.kind === 'csv' ? file.table.delimiter : null,
    preamble: file.kind === 'csv' ? file.table.preamble.length : 0,
    signature,
    remembered: remembered !== null,
    columns,
  };
  const allowed = importableNeighbourhoods(context);
  const usual = allowed.find(({ id: place }) => place === remembered?.neighbourhoodId)?.id;
  const mapping: StoredMapping = {
    targets: columns.map(({ target }) => target),
    source: remembered?.source ?? sourceOf(name, file),
    neighbourhoodId: usual ?? (allowed.length === 1 ? (allowed[0]?.id ?? null) : null),
  };
  transact(engine, { actor: session.workerId, command: id, session, now }, [], ({ write }) => {
    const row = {
      id,
      name,
      kind: file.kind,
      worker_id: session.workerId,
      received_at: now,
      reading: JSON.stringify(reading),
      mapping: JSON.stringify(mapping),
    };
    addImport(write, row, bytes);
    audit(engine, { action: 'import-received', object: id, fields: `bytes:${bytes.byteLength}`, outcome: 'done' });
  });
  return viewOf(context, id);
}

function columnsOf(table: CsvTable, remembered: Partial<StoredMapping> | null): StoredReading['columns'] {
  const samples = table.headers.map(() => new Set<string>());
  let taken = 0;
  for (const item of table.rows()) {
    if (item.kind === 'row')
      for (const [at, cell] of item.cells.entries()) {
        const column = samples[at];
        if (column && column.size < samplesPerColumn) addSample(column, cell);
      }
    taken += 1;
    if (taken >= sampledRows) break;
  }
  return proposeMapping(table.headers, remembered?.targets ?? null).map(({ index, header, target, confidence }) => ({
    index,
    header,
    target: isColumnTarget(target) ? target : null,
    confidence,
    samples: [...(samples[index] ?? [])],
  }));
}

function addSample(column: Set<string>, cell: string): void {
  const shown = cleanLine(cell.slice(0, longestSample * 2));
  if (shown === '' || hasForbiddenCharacter(shown)) return;
  column.add(shown.length > longestSample ? `${shown.slice(0, longestSample - 1)}…` : shown);
}

/** A name for where the list comes from: that of the file without dates and version numbers, the same next month. */
function sourceOf(name: string, file: ImportFile): string {
  const stem = cleanLine(
    name
      .replace(/\.[a-z0-9]{1,6}$/i, '')
      .replace(/[_\-.()]+/g, ' ')
      .replace(/\d+/g, ' '),
  );
  return stem.slice(0, 120) || (file.kind === 'fhir' ? 'FHIR file' : 'Imported list');
}
