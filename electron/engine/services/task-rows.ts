import type { TaskView } from '../../../shared/contract/task-view.ts';
import { originWords } from '../../../shared/domain/task-rules.ts';
import type { QueryContext } from '../context.ts';
import { shownHeads } from '../journal/record.ts';
import { relationTo } from '../relationship.ts';
import { workersById } from '../store/colleagues.ts';
import { parseJson } from '../store/person-columns.ts';
import { type TaskLine, taskLines } from '../store/tasks.ts';
import { casePersonOf, named } from './caseload-rows.ts';

/** The state of a task as its column holds it; `outcome` is the reason where it was called off. */
export interface TaskState {
  readonly status: 'open' | 'done' | 'cancelled';
  /** UTC instant. */
  readonly on: string;
  readonly by: string;
  readonly outcome?: string;
}

/** A task that is put off, as its column holds it. */
export interface Snooze {
  /** The day on which it comes back. */
  readonly until: string;
  readonly reason: string;
  readonly by: string;
}

/** Tasks as lists show them, in the order of their ids. Whoever is not this worker's is left unnamed. */
export function taskRows(context: QueryContext, ids: readonly string[]): TaskView[] {
  const { read, session, now } = context;
  const lines = taskLines(read, ids);
  const states = lines.map(({ state, snooze }) => ({
    state: JSON.parse(state) as TaskState,
    snooze: parseJson<Snooze>(snooze),
  }));
  const workers = workersById(
    read,
    states.flatMap(({ state, snooze }) => [state.by, ...(snooze ? [snooze.by] : [])]),
  );
  const seen = new Map<string, boolean>();
  const maySee = (line: TaskLine): boolean => {
    const { person_id, person_neighbourhood, person_practice } = line;
    if (person_id === null) return false;
    if (person_neighbourhood !== null && session.neighbourhoods.includes(person_neighbourhood)) return true;
    if (person_practice !== null && session.practices.includes(person_practice)) return true;
    const known = seen.get(person_id) ?? Boolean(relationTo(read, session, person_id, now));
    seen.set(person_id, known);
    return known;
  };
  const worker = (id: string) => ({ id, name: workers.get(id)?.name ?? 'Somebody' });
  return lines.map((line, index): TaskView => {
    const { state, snooze } = states[index] as (typeof states)[number];
    const { person_id, name } = line;
    const person =
      person_id !== null && name !== null && maySee(line) ? casePersonOf({ ...line, person_id, name }) : null;
    const hidden = person_id !== null && person === null;
    return {
      id: line.id,
      heads: shownHeads(read, line),
      words: hidden ? 'About somebody whom another team looks after' : line.words,
      dueOn: line.due_on,
      priority: line.priority,
      origin: { kind: line.origin_kind, id: line.origin_id, words: originWords(line.origin_kind) },
      owner: named(line.owner_id, line.owner),
      person,
      personHidden: hidden,
      caseId: line.case_id,
      neighbourhood: { id: line.neighbourhood_id, name: line.neighbourhood ?? '' },
      createdAt: line.created_at,
      createdBy: { id: line.created_by, name: line.creator ?? '' },
      state: {
        status: state.status,
        at: state.on,
        by: worker(state.by),
        outcome: hidden ? null : (state.outcome ?? null),
      },
      snooze: snooze && {
        until: snooze.until,
        reason: hidden ? '' : snooze.reason,
        by: worker(snooze.by),
      },
    };
  });
}
