import { setImmediate as nextTurn } from 'node:timers/promises';
import type { z } from 'zod';
import type { ImportView } from '../../../shared/contract/import-view.ts';
import { type imports as contract, importJobs } from '../../../shared/contract/imports.ts';
import { type ColumnTarget, isColumnTarget, isRepeatable, targetLabel } from '../../../shared/domain/import-fields.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext, Session } from '../context.ts';
import { audit, type Engine, requireOpen, transact } from '../engine.ts';
import { seenRows } from '../imports/list-repeats.ts';
import { type ImportFile, openImportFile } from '../imports/open-file.ts';
import type { PersonReading } from '../imports/parsed-person.ts';
import { personRowReader } from '../imports/person-row.ts';
import type { Progress } from '../jobs.ts';
import type { WriteHandle } from '../store/handles.ts';
import { addImportRow, removeImportRows, tallyRows } from '../store/import-rows.ts';
import {
  contentOf,
  journalPosition,
  markPreviewed,
  rememberMapping,
  restartImport,
  type StoredMapping,
  type StoredReading,
} from '../store/imports.ts';
import { importableNeighbourhoods, placesOfList } from './import-places.ts';
import { type Staging, stageRows } from './import-stage.ts';
import { requireState, viewOf } from './import-view.ts';

type Asked = z.output<(typeof contract)['imports.preview']['input']>;
interface Who {
  readonly session: Session;
  readonly now: string;
  readonly today: string;
}

/** Rows to a transaction; between two of them other calls are answered. */
const batchSize = 500;

/**
 * Goes through the whole file as a job and keeps what would happen to each row. Stopped or failed, the import is as it
 * was received.
 * @throws AppError `cancelled`, `bad-input`, `rule`, `unreadable-file`, `not-signed-in` when the session ended meanwhile
 */
export async function previewImport(engine: Engine, who: Who, asked: Asked): Promise<ImportView> {
  const opened = requireOpen(engine);
  const { session, now, today } = who;
  const id = asked.importId;
  const context: QueryContext = { now, today, session, read: opened.store };
  const stored = requireState(context, id, 'received', 'preview');
  const reading = JSON.parse(stored.reading) as StoredReading;
  const mapping = mappingOf(context, asked, JSON.parse(stored.mapping) as StoredMapping, reading);
  const content = contentOf(opened.store, id);
  if (!content) throw new AppError('not-found', 'The file is no longer here. Choose it again.');
  const inStore = <T>(work: (write: WriteHandle) => T): T => {
    if (engine.opened !== opened || engine.session?.id !== session.id)
      throw new AppError('not-signed-in', 'OneTeam was locked, so going through the list was stopped.');
    const deed = { actor: session.workerId, command: id, session, now };
    return transact(engine, deed, [], ({ write }) => work(write));
  };
  const position = journalPosition(opened.store);
  inStore((write) => {
    removeImportRows(write, id);
    restartImport(write, id, withTargets(reading, mapping), mapping);
    rememberMapping(write, reading.signature, mapping, now);
  });
  const staging: Staging = {
    context,
    places: placesOfList(context, mapping.neighbourhoodId),
    facts: { source: mapping.source, receivedOn: today },
    seen: seenRows(mapping.source),
    newId: engine.options.newId,
  };
  await engine.jobs.run(importJobs.preview, 'rows', async (progress) => {
    try {
      const file = openImportFile(content, today);
      await stageAll(staging, readingsOf(file, mapping, today), progress, linesIn(content), (rows) =>
        inStore((write) => {
          for (const row of rows) addImportRow(write, id, row);
        }),
      );
      inStore((write) => {
        markPreviewed(write, id, position, file.kind === 'fhir' ? file.file.notices() : []);
        const { counts } = tallyRows(write, id);
        const fields = Object.entries(counts).map(([name, count]) => `${name}:${count}`);
        audit(engine, { action: 'import-previewed', object: id, fields: fields.join(','), outcome: 'done' });
      });
    } catch (error) {
      if (engine.opened === opened) opened.store.transaction(() => removeImportRows(opened.store, id));
      throw error;
    }
  });
  return viewOf(context, id);
}

async function stageAll(
  staging: Staging,
  readings: Iterable<PersonReading>,
  progress: Progress,
  expected: number,
  keep: (rows: ReturnType<typeof stageRows>) => void,
): Promise<void> {
  let batch: PersonReading[] = [];
  let done = 0;
  const flush = () => {
    keep(stageRows(staging, batch));
    done += batch.length;
    batch = [];
    progress.step(done, Math.max(done, expected));
  };
  progress.step(0, expected);
  for (const reading of readings) {
    batch.push(reading);
    if (batch.length < batchSize) continue;
    flush();
    await nextTurn();
  }
  flush();
  progress.step(done, done);
}

function* readingsOf(file: ImportFile, mapping: StoredMapping, today: string): Generator<PersonReading> {
  if (file.kind === 'fhir') {
    yield* file.file.readings;
    return;
  }
  const targets = mapping.targets.map((target) => (isColumnTarget(target) ? target : null));
  const read = personRowReader(file.table.headers, targets, today);
  for (const item of file.table.rows())
    yield item.kind === 'row'
      ? read(item)
      : {
          line: item.line,
          person: null,
          issues: [{ severity: 'error', field: null, column: null, message: item.message }],
        };
}

/** About how many rows a file has, for the progress: its line ends. */
function linesIn(content: Uint8Array): number {
  let lines = 0;
  for (let at = content.indexOf(10); at >= 0; at = content.indexOf(10, at + 1)) lines += 1;
  return Math.max(1, lines);
}

const withTargets = (reading: StoredReading, { targets }: StoredMapping): StoredReading => ({
  ...reading,
  columns: reading.columns.map((column) => {
    const target = targets[column.index] ?? null;
    return target === column.target ? column : { ...column, target, confidence: 'chosen' };
  }),
});

/** The mapping asked for, checked. @throws AppError `bad-input`, `rule` */
function mappingOf(context: QueryContext, asked: Asked, stored: StoredMapping, reading: StoredReading): StoredMapping {
  const targets = (asked.mapping ?? stored.targets).map((target) => (isColumnTarget(target) ? target : null));
  if (targets.length !== reading.columns.length)
    throw badMapping('mapping', 'The columns are not those of the list. Open the import again.');
  const neighbourhoodId = asked.neighbourhoodId === undefined ? stored.neighbourhoodId : asked.neighbourhoodId;
  if (neighbourhoodId !== null && !importableNeighbourhoods(context).some(({ id }) => id === neighbourhoodId))
    throw badMapping('neighbourhoodId', 'Choose one of your neighbourhoods.');
  const taken = new Set<ColumnTarget>();
  for (const [index, target] of targets.entries()) {
    if (target === null) continue;
    if (taken.has(target) && !isRepeatable(target))
      throw badMapping(`mapping.${index}`, `Two columns go to “${targetLabel(target)}”. Leave one of them out.`);
    taken.add(target);
  }
  if (targets.length > 0 && !taken.has('family') && !taken.has('fullName'))
    throw badMapping('mapping', 'No column gives the name. Say which column holds the family name or the whole name.');
  return { targets, source: asked.source ?? stored.source, neighbourhoodId };
}

function badMapping(path: string, message: string): AppError {
  return new AppError('bad-input', message, [{ path, message }]);
}
