import type { z } from 'zod';
import type { pathways as contract, PathwayView } from '../../../shared/contract/pathways.ts';
import { addDays } from '../../../shared/domain/british-date.ts';
import {
  type Grounds,
  progressOf,
  reasonsFor,
  type Suggest,
  stepDueOn,
  type TemplateStep,
} from '../../../shared/domain/pathways.ts';
import type { QueryContext } from '../context.ts';
import { shownHeads } from '../journal/record.ts';
import {
  casesUnderWay,
  groundsOf,
  pathwaysOf,
  pathwayTemplates,
  type StoredStep,
  stepsOfPathwaysOf,
  tasksMadeOf,
} from '../store/pathways.ts';
import { parseJson } from '../store/person-columns.ts';
import { workersOf } from '../store/workers.ts';
import { visibleFlags } from './restricted.ts';

type OfPerson = z.input<(typeof contract)['pathways.ofPerson']['output']>;

/** How a step was settled, as it is stored. */
export interface StepResult {
  readonly how: 'done' | 'not-needed';
  readonly on: string;
  readonly by: string;
  readonly evidence?: string;
  readonly reason?: string;
  readonly withPathway?: boolean;
}
/** How a pathway ended, as it is stored. */
export interface PathwayEnd {
  readonly how: string;
  readonly on: string;
  readonly by: string;
  readonly note?: string;
}

/** Days after a discharge in which the stay is looked at. */
const staysSince = 60;

/** The pathways of a person, and what could begin. */
export function pathwaysOfPerson(context: QueryContext, personId: string): OfPerson {
  const { read, today } = context;
  const stored = pathwaysOf(read, personId);
  const steps = stepsOfPathwaysOf(read, personId);
  const tasks = new Map(
    tasksMadeOf(
      read,
      steps.map(({ id }) => id),
    ).map((task) => [task.origin_id, task]),
  );
  const results = new Map(steps.map(({ id, result }) => [id, parseJson<StepResult>(result)]));
  const ends = stored.map(({ ended }) => parseJson<PathwayEnd>(ended));
  const worker = workersOf(read, [
    ...stored.map(({ started_by }) => started_by),
    ...[...results.values()].map((result) => result?.by ?? null),
    ...ends.map((end) => end?.by ?? null),
  ]);
  const name = (id: string) => worker(id)?.name ?? '';
  const stepView = (step: StoredStep): PathwayView['steps'][number] => {
    const result = results.get(step.id) ?? null;
    const task = tasks.get(step.id);
    return {
      id: step.id,
      heads: shownHeads(read, step),
      code: step.code,
      words: step.words,
      who: step.who,
      evidence: step.evidence,
      dueOn: step.due_on,
      result: result && {
        how: result.how,
        on: result.on,
        by: name(result.by),
        evidence: result.evidence ?? null,
        reason: result.reason ?? null,
        withPathway: result.withPathway === true,
      },
      task: task ? { id: task.id, status: task.status, owner: task.owner } : null,
    };
  };
  const views = stored.map((row, index): PathwayView => {
    const end = ends[index] ?? null;
    const own = steps.filter(({ case_pathway_id }) => case_pathway_id === row.id).map(stepView);
    return {
      id: row.id,
      heads: shownHeads(read, row),
      caseId: row.case_id,
      templateId: row.template_id,
      name: row.name ?? 'A pathway that is not on this device yet',
      about: row.about ?? '',
      version: row.template_version,
      startedOn: row.started_on,
      startedBy: worker(row.started_by),
      ended: end && { how: end.how, on: end.on, by: name(end.by), note: end.note ?? null },
      caseClosed: row.case_status === 'closed',
      progress: progressOf(own, today),
      steps: own,
    };
  });
  const isOpen = ({ ended, caseClosed }: PathwayView) => ended === null && !caseClosed;
  return {
    pathways: [...views.filter(isOpen), ...views.filter((view) => !isOpen(view))],
    available: availableFor(context, personId, new Set(views.filter(isOpen).map(({ templateId }) => templateId))),
    cases: casesUnderWay(read, personId),
  };
}

/** Templates in use that nothing under way follows, those that something on record speaks for first. */
function availableFor(context: QueryContext, personId: string, followed: ReadonlySet<string>): OfPerson['available'] {
  const { read, session, today } = context;
  const { flags, conditions, stays } = groundsOf(read, personId, { today, since: addDays(today, -staysSince) });
  const grounds: Grounds = {
    flags: visibleFlags(session, flags).map(({ code, started_on }) => ({ code, startedOn: started_on })),
    conditions: conditions.map(({ code, diagnosed_on }) => ({ code, diagnosedOn: diagnosed_on })),
    stays: stays.map(({ kind, admitted_on, discharged_on }) => ({
      kind,
      admittedOn: admitted_on,
      dischargedOn: discharged_on,
    })),
  };
  return pathwayTemplates(read)
    .filter(({ id, ended_on }) => ended_on === null && !followed.has(id))
    .map((template) => ({
      templateId: template.id,
      name: template.name,
      about: template.about,
      version: template.version,
      steps: (JSON.parse(template.steps) as TemplateStep[]).map((step) => ({
        words: step.words,
        who: step.who,
        dueOn: stepDueOn(step, today),
      })),
      reasons: reasonsFor(JSON.parse(template.suggest) as Suggest, grounds, today),
    }))
    .sort((a, b) => Number(b.reasons.length > 0) - Number(a.reasons.length > 0));
}
