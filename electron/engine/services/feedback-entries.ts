import { wordOf } from '../../../shared/domain/person-words.ts';
import type { PersonSets } from '../store/person-page.ts';
import { stateOf } from './feedback-rows.ts';
import type { Entry } from './person-timeline.ts';

/** What was said about the care of a person, and how far its answer is. */
export function feedbackEntries(row: PersonSets['feedback'][number]): Entry[] {
  const { status, on, by, note } = stateOf(row);
  const kind = wordOf('feedback-kind', row.kind);
  const base = { kind: 'feedback' as const, caseId: row.case_id, contact: null };
  const said = wordOf('feedback-source', row.said_by).toLowerCase();
  const received: Entry = {
    ...base,
    id: `feedback-${row.id}`,
    at: row.received_on,
    title: `${kind}, said by ${said}`,
    detail: row.words,
    workerId: row.recorded_by,
  };
  if (status === 'open' && note === undefined) return [received];
  const step = status === 'open' ? 'open again' : wordOf('feedback-status', status).toLowerCase();
  const settled = { ...base, id: `feedback-${row.id}-step`, at: on, title: `${kind} ${step}` };
  return [received, { ...settled, detail: note ?? null, workerId: by }];
}
