/**
 * Tasks, and what was decided about prompts; the prompts themselves are computed from the facts in the caseload line.
 */
export const tasks: readonly string[] = [
  // `origin_kind`: hand, plan-action, prompt, meeting, referral, telehealth-alert, stay, pathway, safety; `origin_id` is that row
  // (for a prompt its key). `state`: {status: open|done|cancelled, on, by, outcome?}. `snooze`: {until, reason, by}.
  // Without an owner it belongs to the team of its neighbourhood.
  `CREATE TABLE tasks (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT,
    case_id TEXT,
    neighbourhood_id TEXT NOT NULL,
    owner_id TEXT,
    words TEXT NOT NULL,
    due_on TEXT,
    priority TEXT NOT NULL CHECK (priority IN ('routine', 'soon', 'urgent')),
    origin_kind TEXT NOT NULL,
    origin_id TEXT,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    state TEXT NOT NULL CHECK (json_valid(state)),
    snooze TEXT CHECK (json_valid(snooze)),
    voided TEXT CHECK (json_valid(voided)),
    status TEXT NOT NULL GENERATED ALWAYS AS (state ->> 'status') STORED
  ) STRICT, WITHOUT ROWID`,
  "CREATE INDEX tasks_owner ON tasks (owner_id, ifnull(due_on, '9999-12-31'), id) WHERE status = 'open' AND voided IS NULL",
  "CREATE INDEX tasks_team ON tasks (neighbourhood_id, ifnull(due_on, '9999-12-31'), id) WHERE status = 'open' AND voided IS NULL",
  'CREATE INDEX tasks_person ON tasks (person_id, status) WHERE person_id IS NOT NULL',
  'CREATE INDEX tasks_origin ON tasks (origin_id) WHERE origin_id IS NOT NULL',
  // `key` names the facts that raised the prompt, so that new facts raise it anew. A snooze ends at `until`.
  `CREATE TABLE prompt_decisions (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    case_id TEXT,
    prompt TEXT NOT NULL,
    key TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('snoozed', 'dismissed', 'task')),
    until TEXT,
    reason TEXT,
    task_id TEXT,
    decided_at TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX prompt_decisions_person ON prompt_decisions (person_id, prompt)',
  // Facts that the prompt rules look at, derived like the rest of the line. Lines of an older database are marked as stale,
  // so that the next sign-in derives them anew.
  'ALTER TABLE caseload ADD COLUMN facts TEXT CHECK (json_valid(facts))',
  "UPDATE caseload SET fresh_until = '0001-01-01'",
];
