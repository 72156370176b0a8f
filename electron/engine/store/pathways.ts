import type { ReadHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';

/** Pathway templates, the pathways of cases, and their steps. Each statement is one walk along an index. */

const templates = statement((q, _: Record<string, never>) =>
  q.selectFrom('pathway_templates').selectAll().orderBy('name').orderBy('id'),
);
const templateById = statement((q, p: { id: string }) =>
  q.selectFrom('pathway_templates').selectAll().where('id', '=', p.id),
);
const inUse = sqlStatement<Record<string, never>, { template_id: string; number: number }>(
  `SELECT template_id, count(*) AS number FROM case_pathways
   WHERE ended IS NULL AND voided IS NULL GROUP BY template_id`,
);
const ofPerson = statement((q, p: { person: string }) =>
  q
    .selectFrom('case_pathways')
    .innerJoin('cases', 'cases.id', 'case_pathways.case_id')
    .leftJoin('pathway_templates', 'pathway_templates.id', 'case_pathways.template_id')
    .selectAll('case_pathways')
    .select(['pathway_templates.name', 'pathway_templates.about', 'cases.status as case_status'])
    .where('case_pathways.person_id', '=', p.person)
    .where('case_pathways.voided', 'is', null)
    .orderBy('case_pathways.started_on', 'desc')
    .orderBy('case_pathways.id', 'desc'),
);
const stepsOfPerson = statement((q, p: { person: string }) =>
  q
    .selectFrom('case_pathways')
    .innerJoin('pathway_steps', 'pathway_steps.case_pathway_id', 'case_pathways.id')
    .selectAll('pathway_steps')
    .where('case_pathways.person_id', '=', p.person)
    .where('case_pathways.voided', 'is', null)
    .where('pathway_steps.voided', 'is', null)
    .orderBy('pathway_steps.case_pathway_id')
    .orderBy('pathway_steps.position'),
);
const stepsOf = statement((q, p: { pathway: string }) =>
  q
    .selectFrom('pathway_steps')
    .selectAll()
    .where('case_pathway_id', '=', p.pathway)
    .where('voided', 'is', null)
    .orderBy('position'),
);
const pathwayById = statement((q, p: { id: string }) =>
  q.selectFrom('case_pathways').selectAll().where('id', '=', p.id),
);
const stepById = statement((q, p: { id: string }) => q.selectFrom('pathway_steps').selectAll().where('id', '=', p.id));
const underWay = statement((q, p: { case: string; template: string }) =>
  q
    .selectFrom('case_pathways')
    .select('id')
    .where('case_id', '=', p.case)
    .where('template_id', '=', p.template)
    .where('ended', 'is', null)
    .where('voided', 'is', null),
);
const tasksOfSteps = sqlStatement<
  { steps: string },
  { id: string; origin_id: string; status: string; owner: string | null }
>(
  `SELECT t.id, t.origin_id, t.status, w.name AS owner
   FROM json_each(?) AS wanted CROSS JOIN tasks AS t ON t.origin_id = wanted.value
   LEFT JOIN workers AS w ON w.id = t.owner_id
   WHERE t.origin_kind = 'pathway' AND t.voided IS NULL ORDER BY t.id`,
  'steps',
);
const flags = statement((q, p: { person: string; today: string }) =>
  q
    .selectFrom('flags')
    .select(['code', 'started_on'])
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>', p.today)]))
    .orderBy('started_on'),
);
const conditions = statement((q, p: { person: string }) =>
  q
    .selectFrom('conditions')
    .select(['code', 'diagnosed_on'])
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .where('ended_on', 'is', null)
    .orderBy('diagnosed_on'),
);
const stays = statement((q, p: { person: string; since: string }) =>
  q
    .selectFrom('stays')
    .select(['kind', 'admitted_on', 'discharged_on'])
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .where((where) => where.or([where('discharged_on', 'is', null), where('discharged_on', '>=', p.since)]))
    .orderBy('admitted_on'),
);
const casesOf = statement((q, p: { person: string }) =>
  q
    .selectFrom('cases')
    .innerJoin('neighbourhoods', 'neighbourhoods.id', 'cases.neighbourhood_id')
    .select(['cases.id', 'neighbourhoods.name as neighbourhood'])
    .where('cases.person_id', '=', p.person)
    .where('cases.status', 'in', ['open', 'on-hold'])
    .orderBy('cases.opened_on', 'desc'),
);

/** Every template, those out of use included, by name. */
export const pathwayTemplates = (read: ReadHandle) => read.all(templates, {});
export const findTemplate = (read: ReadHandle, id: string) => read.get(templateById, { id });
/** Open pathways on this device by template. */
export const templatesInUse = (read: ReadHandle): ReadonlyMap<string, number> =>
  new Map(read.all(inUse, {}).map(({ template_id, number }) => [template_id, number]));

/** A person's pathways that were not taken back, newest first. */
export const pathwaysOf = (read: ReadHandle, person: string) => read.all(ofPerson, { person });
/** The steps of all of a person's pathways, in order. */
export const stepsOfPathwaysOf = (read: ReadHandle, person: string) => read.all(stepsOfPerson, { person });
export type StoredStep = ReturnType<typeof stepsOfPathwaysOf>[number];
/** The steps of one pathway, in order. */
export const stepsOfPathway = (read: ReadHandle, pathway: string) => read.all(stepsOf, { pathway });
export const findPathway = (read: ReadHandle, id: string) => read.get(pathwayById, { id });
export const findStep = (read: ReadHandle, id: string) => read.get(stepById, { id });
/** Whether this case follows this template now. */
export const isUnderWay = (read: ReadHandle, of: { case: string; template: string }): boolean =>
  read.get(underWay, of) !== undefined;
/** Tasks that were made of steps, oldest first. */
export const tasksMadeOf = (read: ReadHandle, steps: readonly string[]) =>
  read.all(tasksOfSteps, { steps: JSON.stringify(steps) });

/** What on record may speak for a pathway: flags, conditions, stays that ended since a day. */
export const groundsOf = (read: ReadHandle, person: string, { today, since }: { today: string; since: string }) => ({
  flags: read.all(flags, { person, today }),
  conditions: read.all(conditions, { person }),
  stays: read.all(stays, { person, since }),
});
/** Cases on which work goes on, newest first. */
export const casesUnderWay = (read: ReadHandle, person: string) => read.all(casesOf, { person });
