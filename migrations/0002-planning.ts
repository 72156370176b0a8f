import { type Kysely, sql } from 'kysely';
import { assessments } from './0002-planning/assessments.ts';
import { checks } from './0002-planning/checks.ts';
import { feedback } from './0002-planning/feedback.ts';
import { pathways } from './0002-planning/pathways.ts';
import { plans } from './0002-planning/plans.ts';
import { stays } from './0002-planning/stays.ts';
import { tasks } from './0002-planning/tasks.ts';

/** Planning care with the person: plans, assessments, tasks, pathways, checks, stays, feedback. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...plans, ...assessments, ...tasks, ...pathways, ...checks, ...stays, ...feedback])
    await sql.raw(statement).execute(db);
}
