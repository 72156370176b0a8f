import type { ReadHandle } from './handles.ts';
import { sqlStatement } from './statements.ts';

/** Something that happened with a person's plan. */
export interface PlanEvent {
  /** Id of the plan, copy, goal or rating. */
  readonly id: string;
  readonly what: 'agreed' | 'copy' | 'goal-set' | 'goal-completed' | 'rated';
  readonly at: string;
  /** Version of the plan, or the rating. */
  readonly number: number | null;
  /** Words of the goal, or to whom a copy was given. */
  readonly words: string | null;
  /** Format of a copy, codes of those who agreed (JSON), or the goal's scale (JSON). */
  readonly more: string | null;
  readonly worker_id: string | null;
}

const events = sqlStatement<{ person: string }, PlanEvent>(
  `WITH of(person) AS (SELECT ?)
   SELECT p.id, 'agreed' AS what, p.agreement ->> 'on' AS at, p.version AS number, NULL AS words,
     p.agreement -> 'with' AS more, p.agreement ->> 'by' AS worker_id
   FROM of CROSS JOIN care_plans AS p WHERE p.person_id = of.person AND p.agreement IS NOT NULL AND p.voided IS NULL
   UNION ALL SELECT c.id, 'copy', c.given_on, NULL, c.given_to, c.format, c.given_by
   FROM of CROSS JOIN plan_copies AS c WHERE c.person_id = of.person AND c.voided IS NULL
   UNION ALL SELECT g.id, 'goal-set', g.started_on, NULL, g.words, NULL, (SELECT actor FROM changes WHERE id = g.origin)
   FROM of CROSS JOIN goals AS g WHERE g.person_id = of.person AND g.voided IS NULL
   UNION ALL SELECT g.id, 'goal-completed', g.state ->> 'on', NULL, g.words, NULL, g.state ->> 'by'
   FROM of CROSS JOIN goals AS g WHERE g.person_id = of.person AND g.status = 'completed' AND g.voided IS NULL
   UNION ALL SELECT r.id, 'rated', r.rated_at, r.rating, g.words, g.scale, r.rated_by
   FROM of CROSS JOIN goal_ratings AS r CROSS JOIN goals AS g ON g.id = r.goal_id
   WHERE r.person_id = of.person AND r.voided IS NULL AND g.voided IS NULL`,
  'person',
);

/** Plans agreed, copies given, goals set, completed and rated. */
export const planEvents = (read: ReadHandle, person: string): PlanEvent[] => read.all(events, { person });
