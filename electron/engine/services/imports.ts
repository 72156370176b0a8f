import type { imports as contract } from '../../../shared/contract/imports.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ProcedureContext, Services, Session } from '../context.ts';
import { type CsvCell, writeCsv } from '../exports/csv.ts';
import type { Issue } from '../imports/parsed-person.ts';
import type { ReadHandle } from '../store/handles.ts';
import { problemRows, tallyRows } from '../store/import-rows.ts';
import { listImports, removeImport } from '../store/imports.ts';
import { commitImport } from './import-commit.ts';
import { decideRows } from './import-decide.ts';
import { previewImport } from './import-preview.ts';
import { receiveImport } from './import-receive.ts';
import { rowsOfImport } from './import-rows.ts';
import { undoImport } from './import-undo.ts';
import { briefOf, requireImport, requireState, viewOf } from './import-view.ts';

export const imports: Services<typeof contract> = {
  'imports.list': ({ read }) => ({
    imports: listImports(read).map((stored) => briefOf({ read }, stored, tallyRows(read, stored.id))),
  }),
  'imports.receive': (context, input) => receiveImport(context.engine, signedIn(context), input),
  'imports.open': (context, { importId }) => viewOf(context, importId),
  'imports.preview': (context, input) => alone(context, () => previewImport(context.engine, signedIn(context), input)),
  'imports.rows': (context, input) => rowsOfImport(context, input),
  'imports.decide': (context, input) => decideRows(context, input),
  'imports.discard': (context, { importId }) => {
    requireState(context, importId, 'received', 'preview');
    removeImport(context.write, importId);
    return {};
  },
  'imports.commit': (context, { importId }) =>
    alone(context, () => commitImport(context.engine, signedIn(context), importId)),
  'imports.undo': (context, { importId, reason }) =>
    alone(context, () => undoImport(context.engine, signedIn(context), importId, reason)),
  'imports.problems': (context, { importId }) => {
    requireImport(context, importId);
    let rows = 0;
    const lines = function* () {
      for (const row of problemLines(context.read, importId)) {
        rows += 1;
        yield row;
      }
    };
    const text = [...writeCsv(['Line', 'Row', 'Column', 'Kind', 'What'], lines(), { bom: true })].join('');
    const name = `import-problems-${context.today}.csv`;
    return { file: { name, mime: 'text/csv', bytes: new TextEncoder().encode(text) }, rows };
  },
};

const outcomeWords: Readonly<Record<string, string>> = {
  create: 'New',
  update: 'Update',
  same: 'Unchanged',
  duplicate: 'Possible duplicate',
  error: 'Not imported',
  skip: 'Left out',
};

function* problemLines(read: ReadHandle, importId: string): Generator<CsvCell[]> {
  for (const { line, outcome, problems } of problemRows(read, importId))
    for (const { severity, column, message } of JSON.parse(problems) as Issue[])
      yield [line, outcomeWords[outcome] ?? outcome, column, severity === 'error' ? 'Error' : 'Note', message];
}

function signedIn({ session, now, today }: ProcedureContext): { session: Session; now: string; today: string } {
  if (!session) throw new AppError('not-signed-in', 'OneTeam is locked. Sign in, then try again.');
  return { session, now, today };
}

const under = new WeakSet<ProcedureContext['engine']>();

/** One import at a time goes through its steps. @throws AppError `busy` */
async function alone<T>({ engine }: ProcedureContext, work: () => Promise<T>): Promise<T> {
  if (under.has(engine))
    throw new AppError('busy', 'Another import is under way. Wait until it has ended, then try again.');
  under.add(engine);
  try {
    return await work();
  } finally {
    under.delete(engine);
  }
}
