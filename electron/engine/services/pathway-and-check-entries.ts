import { wordOf } from '../../../shared/domain/person-words.ts';
import { careEventsOf, type StoredCareEvent } from '../store/care-events.ts';
import type { ReadHandle } from '../store/handles.ts';

const answers: Readonly<Record<string, string>> = { accepted: 'Accepted', declined: 'Declined' };

/** Checks and pathways as entries of the timeline. */
export function pathwayAndCheckEntries(read: ReadHandle, personId: string) {
  return careEventsOf(read, personId).map((event) => ({
    id: `${event.what}-${event.id}`,
    kind: event.what === 'offered' || event.what === 'done' ? ('check' as const) : ('pathway' as const),
    at: event.at,
    ...wordsOf(event),
    workerId: event.worker_id,
    caseId: event.case_id,
    contact: null,
  }));
}

function wordsOf({ what, subject, detail }: StoredCareEvent): { title: string; detail: string | null } {
  if (what === 'offered') {
    const answer = detail === null ? null : (answers[detail] ?? detail);
    return { title: `Offered: ${wordOf('check', subject)}`, detail: answer };
  }
  if (what === 'done') return { title: `Done: ${wordOf('check', subject)}`, detail };
  if (what === 'started') return { title: `Pathway begun: ${subject}`, detail: null };
  if (what === 'ended')
    return { title: `Pathway ended: ${subject}`, detail: detail === null ? null : wordOf('pathway-end', detail) };
  return { title: `Step done: ${subject}`, detail };
}
