import type { ReadHandle } from './handles.ts';
import { sqlStatement } from './statements.ts';

/** Something dated of pathways and checks, for the timeline. */
export interface StoredCareEvent {
  readonly id: string;
  readonly what: 'offered' | 'done' | 'started' | 'ended' | 'step';
  /** A date. */
  readonly at: string;
  /** Code of the check or of how the pathway ended; words of the step; name of the pathway. */
  readonly subject: string;
  readonly detail: string | null;
  readonly worker_id: string | null;
  readonly case_id: string | null;
}

const events = sqlStatement<
  { checks: string; done: string; pathways: string; ended: string; steps: string },
  StoredCareEvent
>(
  `SELECT id, 'offered' AS what, offered_on AS at, kind AS subject, response AS detail, recorded_by AS worker_id,
     NULL AS case_id
   FROM checks WHERE person_id = ? AND voided IS NULL AND offered_on IS NOT NULL
   UNION ALL
   SELECT id, 'done', done_on, kind, note, recorded_by, NULL
   FROM checks WHERE person_id = ? AND voided IS NULL AND done_on IS NOT NULL
   UNION ALL
   SELECT c.id, 'started', c.started_on, coalesce(t.name, ''), NULL, c.started_by, c.case_id
   FROM case_pathways AS c LEFT JOIN pathway_templates AS t ON t.id = c.template_id
   WHERE c.person_id = ? AND c.voided IS NULL
   UNION ALL
   SELECT c.id, 'ended', c.ended ->> 'on', coalesce(t.name, ''), c.ended ->> 'how', c.ended ->> 'by', c.case_id
   FROM case_pathways AS c LEFT JOIN pathway_templates AS t ON t.id = c.template_id
   WHERE c.person_id = ? AND c.voided IS NULL AND c.ended IS NOT NULL
   UNION ALL
   SELECT s.id, 'step', s.result ->> 'on', s.words, s.result ->> 'evidence', s.result ->> 'by', c.case_id
   FROM case_pathways AS c CROSS JOIN pathway_steps AS s ON s.case_pathway_id = c.id
   WHERE c.person_id = ? AND c.voided IS NULL AND s.voided IS NULL AND s.result ->> 'how' = 'done'`,
  'checks',
  'done',
  'pathways',
  'ended',
  'steps',
);

/** What was offered, done, begun and ended of a person's checks and pathways, in no order. */
export const careEventsOf = (read: ReadHandle, person: string): StoredCareEvent[] =>
  read.all(events, { checks: person, done: person, pathways: person, ended: person, steps: person });
