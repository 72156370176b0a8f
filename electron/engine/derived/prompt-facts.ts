import type { PromptFacts } from '../../../shared/domain/prompt-facts.ts';
import type { ReadHandle } from '../store/handles.ts';
import { sqlStatement } from '../store/statements.ts';

/** A list as JSON, made by SQLite from rows that the inner query orders. */
const list = (fields: string, rows: string): string =>
  `(SELECT coalesce(json_group_array(json_object(${fields})), '[]') FROM (${rows}))`;
const ofPerson = 'person_id = p.id AND voided IS NULL';

/** When an annual check was last done. */
const lastDone = (kind: string): string =>
  `(SELECT max(done_on) FROM checks WHERE ${ofPerson} AND kind = '${kind}' AND done_on IS NOT NULL)`;

/**
 * Everything that the prompt rules look at of a person beside the caseload line, in one walk along that person's indexes.
 * Facts only: no date of today, no limit. `json()` keeps what an inner query made from being quoted as text.
 */
const facts = sqlStatement<{ person: string }, { facts: string }>(
  `SELECT json_object(
     'born', p.birth_date,
     'plan', json((SELECT json_object('id', id, 'reviewDue', review_due_on) FROM care_plans
       WHERE ${ofPerson} AND status IN ('agreed', 'under-review') ORDER BY version DESC, id DESC LIMIT 1)),
     'discharges', json(${list(
       "'id', id, 'on', discharged_on, 'mentalHealth', json(iif(mental_health = 1, 'true', 'false'))",
       `SELECT id, discharged_on, mental_health FROM stays
        WHERE ${ofPerson} AND kind IN ('hospital', 'virtual-ward', 'intermediate-care') AND discharged_on IS NOT NULL
          AND follow_up ->> 'done_on' IS NULL
          AND discharged_on >= (SELECT date(min(opened_on), '-30 days') FROM cases
            WHERE cases.person_id = p.id AND status <> 'closed')
        ORDER BY discharged_on, id`,
     )}),
     'reablement', json(${list(
       "'id', id, 'on', admitted_on",
       `SELECT id, admitted_on FROM stays WHERE ${ofPerson} AND kind = 'reablement' AND day91 IS NULL
        ORDER BY admitted_on, id`,
     )}),
     'preferences', json(iif(EXISTS (SELECT 1 FROM care_decisions
       WHERE ${ofPerson} AND kind IN ('place-of-care', 'place-of-death')), 'true', 'false')),
     'carerOffered', json(iif(EXISTS (SELECT 1 FROM checks WHERE ${ofPerson} AND kind = 'carers-assessment'
       AND (offered_on IS NOT NULL OR done_on IS NOT NULL)), 'true', 'false')),
     'learningDisabilityCheck', ${lastDone('learning-disability-check')},
     'smiCheck', ${lastDone('smi-physical-check')},
     'conditions', json((SELECT coalesce(json_group_array(code), '[]') FROM
       (SELECT DISTINCT code FROM conditions WHERE ${ofPerson} AND ended_on IS NULL ORDER BY code))),
     'selfManaged', json((SELECT coalesce(json_group_array(condition), '[]') FROM
       (SELECT DISTINCT condition FROM self_management_plans WHERE ${ofPerson} AND ended_on IS NULL ORDER BY condition))),
     'scores', json(${list(
       `'id', id, 'instrument', instrument, 'on', substr(taken_at, 1, 10), 'score', score, 'before', before,
        'unsafe', json(iif(unsafe, 'true', 'false'))`,
       `SELECT * FROM (SELECT id, instrument, taken_at, score,
          lag(score) OVER (PARTITION BY instrument ORDER BY taken_at, id) AS before,
          lead(id) OVER (PARTITION BY instrument ORDER BY taken_at, id) AS later,
          alert IS NOT NULL AND safety IS NULL AND NOT EXISTS (SELECT 1 FROM tasks AS t
            WHERE t.origin_id = r.id AND t.origin_kind = 'safety' AND t.status <> 'cancelled' AND t.voided IS NULL) AS unsafe
          FROM instrument_results AS r WHERE ${ofPerson})
        WHERE later IS NULL OR unsafe ORDER BY taken_at, id`,
     )}),
     'needs', json(${list(
       "'id', id, 'domain', domain, 'level', level, 'on', raised_on",
       `SELECT id, domain, level, raised_on FROM needs AS n WHERE ${ofPerson} AND ended IS NULL AND level IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM goals AS g WHERE g.person_id = n.person_id AND g.voided IS NULL
            AND (g.need_id = n.id OR g.domain = n.domain)
            AND g.status NOT IN ('cancelled', 'rejected', 'entered-in-error'))
          AND NOT EXISTS (SELECT 1 FROM plan_actions AS a WHERE a.person_id = n.person_id AND a.need_id = n.id
            AND a.voided IS NULL AND a.state ->> 'status' <> 'dropped')
        ORDER BY raised_on, id`,
     )}),
     'sharing', json(iif(EXISTS (SELECT 1 FROM sharing_decisions WHERE ${ofPerson} AND purpose = 'direct-care'),
       'true', 'false')),
     'steps', json(${list(
       "'id', id, 'words', words, 'due', due_on",
       `SELECT s.id, s.words, s.due_on FROM pathway_steps AS s JOIN case_pathways AS c ON c.id = s.case_pathway_id
        WHERE s.person_id = p.id AND s.result IS NULL AND s.voided IS NULL AND s.due_on IS NOT NULL
          AND c.ended IS NULL AND c.voided IS NULL ORDER BY s.due_on, s.id`,
     )}),
     'decided', json(${list(
       "'key', key, 'until', until",
       `SELECT key, until FROM prompt_decisions AS d WHERE ${ofPerson} AND (d.decision <> 'task' OR EXISTS
          (SELECT 1 FROM tasks AS t WHERE t.id = d.task_id AND t.status <> 'cancelled' AND t.voided IS NULL))
        ORDER BY key, until`,
     )})) AS facts
   FROM people AS p WHERE p.id = ?`,
  'person',
);

/** The facts of a person as the caseload line keeps them, JSON text of `PromptFacts`. */
export const promptFactsOf = (read: ReadHandle, person: string): string => read.get(facts, { person })?.facts ?? '';

/** Facts as they were kept. */
export const parseFacts = (kept: string): PromptFacts => JSON.parse(kept) as PromptFacts;

/** For tests of query plans. */
export const factsStatement = facts;
