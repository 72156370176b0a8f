import { instrumentOf } from '../../../shared/domain/instruments.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import type { PersonSets } from '../store/person-page.ts';
import type { Entry } from './person-timeline.ts';

/** One entry for what one worker asked on one day, naming the life domains and nothing of what was said. */
export function assessmentEntries({ answered }: PersonSets): Entry[] {
  const sittings = Map.groupBy(answered, (row) => `${row.asked_on} ${row.asked_by}`);
  return [...sittings.values()].flatMap((rows) => {
    const first = rows[0];
    if (!first) return [];
    const domains = [...new Set(rows.map(({ domain }) => wordOf('life-domain', domain)))];
    return [
      {
        id: `answers-${first.id}`,
        kind: 'assessment',
        at: first.asked_on,
        title: 'Shared assessment updated',
        detail: domains.join(', '),
        workerId: first.asked_by,
        caseId: null,
        contact: null,
      },
    ];
  });
}

/** A sitting of an instrument: score and band, never an answer. */
export function scoreEntry(row: PersonSets['scored'][number]): Entry {
  const instrument = instrumentOf(row.instrument);
  const score = row.score === null ? '' : ` ${row.score}`;
  return {
    id: `score-${row.id}`,
    kind: 'score',
    at: row.taken_at,
    title: `${instrument?.name ?? row.instrument}${score}${row.band === null ? '' : `, ${row.band.toLowerCase()}`}`,
    detail: instrument?.title ?? null,
    workerId: row.taken_by,
    caseId: row.case_id,
    contact: null,
  };
}
