import { importJobs } from '../../../shared/contract/imports.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext, QueryContext, Session } from '../context.ts';
import { refreshDerived } from '../derived/refresh.ts';
import { audit, type Engine, requireOpen, transact } from '../engine.ts';
import type { Progress } from '../jobs.ts';
import { openJournal } from '../journal/record.ts';
import { attachedSince, changesBefore, rowsChangedSince } from '../store/import-undo.ts';
import { findImport, markUndone, type StoredImport } from '../store/imports.ts';
import { isPersonEntity, ownerOf } from '../store/person-entities.ts';
import { requireState, type Undone } from './import-view.ts';
import { personRows } from './person-rows.ts';
import { takeBackChange } from './take-back.ts';

interface Who {
  readonly session: Session;
  readonly now: string;
}
interface Taken {
  readonly voided: number;
  readonly restored: number;
}

const batchSize = 500;
/** More names than a person reads do not help. */
const mostShown = 50;

/**
 * Takes an import back in one transaction: what it made is voided, what it changed gets its earlier value, through the
 * journal. Only while nothing else has touched what it wrote.
 * @throws AppError `rule`; details: `{total, people: [{person, what}]}` who was touched since, and by what
 */
export async function undoImport(engine: Engine, who: Who, id: string, reason: string): Promise<Taken> {
  const { store } = requireOpen(engine);
  const before = findImport(store, id);
  if (before?.state === 'undone' && before.undone !== null) {
    const { voided, restored } = JSON.parse(before.undone) as Undone;
    return { voided, restored };
  }
  const stored = requireState({ read: store }, id, 'committed');
  return engine.jobs.run(importJobs.undo, 'entries', (progress) => {
    const command = engine.options.newId();
    const deed = { actor: who.session.workerId, command, session: who.session, now: who.now };
    return transact(engine, deed, [], (context) => {
      requireUntouched(context, stored);
      const taken = takeBack(engine, context, stored, { command, reason }, progress);
      const undone: Undone = { at: who.now, by: who.session.workerId, reason, ...taken };
      markUndone(context.write, id, undone);
      const fields = `voided:${taken.voided},restored:${taken.restored}`;
      audit(engine, { action: 'import-undone', object: id, fields, reason, outcome: 'done' });
      return taken;
    });
  });
}

const spanOf = ({ first_position, last_position }: StoredImport) => ({
  first: first_position ?? 0,
  last: last_position ?? -1,
});

/** @throws AppError `rule` */
function requireUntouched(context: QueryContext, stored: StoredImport): void {
  const { read } = context;
  const span = spanOf(stored);
  const touched = new Map<string, Set<string>>();
  const note = (person: string, what: string) => touched.set(person, (touched.get(person) ?? new Set()).add(what));
  for (const { entity, row } of rowsChangedSince(read, span)) {
    const person = isPersonEntity(entity) ? ownerOf(read, entity, row) : undefined;
    note(person ?? row, 'changed since');
  }
  for (const { person, what } of attachedSince(read, span)) note(person, what);
  if (touched.size === 0) return;
  const shown = personRows(context, [...touched.keys()].slice(0, mostShown));
  const people = touched.size === 1 ? 'One person' : `${touched.size} people`;
  throw new AppError(
    'rule',
    `${people} of this import were worked with since, so it cannot be undone as a whole. Correct these records one by one, or void them.`,
    {
      total: touched.size,
      people: shown.map((person) => ({ person, what: [...(touched.get(person.id) ?? [])] })),
    },
  );
}

function takeBack(
  engine: Engine,
  { write, session, now, today, newId }: CommandContext,
  stored: StoredImport,
  { command, reason }: { readonly command: string; readonly reason: string },
  progress: Progress,
): Taken {
  const { journal: state } = requireOpen(engine);
  const { first, last } = spanOf(stored);
  const voided = JSON.stringify({ by: session.workerId, at: now, reason });
  const total = last - first + 1;
  const taken = { voided: 0, restored: 0 };
  let before = last + 1;
  progress.step(0, total);
  for (;;) {
    // Newest first: a row that the import wrote twice goes back step by step.
    const changes = changesBefore(write, first, before, batchSize);
    const oldest = changes.at(-1);
    if (!oldest) return taken;
    const journal = openJournal(write, state, session.workerId, command, newId);
    for (const change of changes) {
      takeBackChange(write, journal, change, voided);
      if (change.entity === 'people') taken[change.base === null ? 'voided' : 'restored'] += 1;
    }
    refreshDerived(write, journal.touched, today);
    before = oldest.position;
    progress.step(total - (before - first), total);
  }
}
