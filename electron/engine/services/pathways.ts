import type { pathways as contract } from '../../../shared/contract/pathways.ts';
import { isTeamStep, stepDueOn, type TemplateStep } from '../../../shared/domain/pathways.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext, Services } from '../context.ts';
import { shownHeads } from '../journal/record.ts';
import { findCase } from '../store/cases.ts';
import type { ReadHandle } from '../store/handles.ts';
import { findPathway, findStep, findTemplate, isUnderWay, stepsOfPathway, tasksMadeOf } from '../store/pathways.ts';
import { parseJson } from '../store/person-columns.ts';
import { requireWorkers } from './contact-checks.ts';
import { currentPerson } from './current-person.ts';
import { pathwayTemplateServices } from './pathway-templates.ts';
import { type PathwayEnd, pathwaysOfPerson, type StepResult } from './pathway-view.ts';
import { pastDate } from './person-entries.ts';

export const pathways: Services<typeof contract> = {
  ...pathwayTemplateServices,
  'pathways.ofPerson': (context, { personId }) => pathwaysOfPerson(context, personId),
  'pathways.start': (context, { caseId, templateId, version, startedOn }) => {
    const { read, journal, session } = context;
    const { person_id, status, opened_on } = requireCase(read, caseId);
    const scope = currentPerson(read, person_id).neighbourhood_id;
    if (status === 'closed' || status === 'proposed')
      throw new AppError('rule', 'A pathway begins on an open case. Open the case first.');
    const template = findTemplate(read, templateId);
    if (!template || template.ended_on !== null)
      throw new AppError('rule', 'This pathway is not in use any more. Choose another one.');
    if (template.version !== version)
      throw new AppError('conflict', 'This pathway was changed a moment ago. Look at its steps again, then start it.');
    if (isUnderWay(read, { case: caseId, template: templateId }))
      throw new AppError('rule', 'The case follows this pathway already.');
    const started_on = pastDate(context, 'startedOn', startedOn);
    if (started_on < opened_on)
      throw new AppError('bad-input', 'Some of this cannot be accepted. Check the marked fields and try again.', [
        { path: 'startedOn', message: 'The case was not open on that day' },
      ]);
    const row = { person_id, case_id: caseId, template_id: templateId, template_version: version, started_on };
    const pathwayId = journal.insert('case_pathways', { ...row, started_by: session.workerId }, scope);
    for (const [position, step] of (JSON.parse(template.steps) as TemplateStep[]).entries())
      journal.insert(
        'pathway_steps',
        {
          person_id,
          case_pathway_id: pathwayId,
          position,
          code: step.code,
          words: step.words,
          who: step.who,
          evidence: step.evidence || null,
          due_on: stepDueOn(step, started_on),
        },
        scope,
      );
    return { pathwayId };
  },
  'pathways.recordStep': (context, { stepId, heads, result }) => {
    const { read, journal, session, today } = context;
    const step = requireStep(read, stepId);
    requireOpenPathway(read, step.case_pathway_id);
    const by = session.workerId;
    const stored: StepResult | null =
      result === null
        ? null
        : result.how === 'done'
          ? {
              how: 'done',
              on: pastDate(context, 'result.on', result.on),
              by,
              ...(result.evidence && { evidence: result.evidence }),
            }
          : { how: 'not-needed', on: today, by, reason: result.reason };
    journal.update('pathway_steps', stepId, { result: stored && JSON.stringify(stored) }, heads);
    if (result) settleTasks(context, [stepId], result.how === 'done' ? 'done' : 'cancelled');
    return { heads: shownHeads(read, requireStep(read, stepId)) };
  },
  'pathways.end': (context, { pathwayId, heads, end }) => {
    const { read, journal, session, today } = context;
    const pathway = requirePathway(read, pathwayId);
    const steps = stepsOfPathway(read, pathwayId).map((step) => ({
      id: step.id,
      result: parseJson<StepResult>(step.result),
    }));
    if (end) {
      if (pathway.ended) throw new AppError('rule', 'This pathway has ended already. Open the person again.');
      const ended: PathwayEnd = { how: end.how, on: today, by: session.workerId, ...(end.note && { note: end.note }) };
      journal.update('case_pathways', pathwayId, { ended: JSON.stringify(ended) }, heads);
      const open = steps.filter(({ result }) => result === null).map(({ id }) => id);
      const reason = 'The pathway was ended.';
      const settled: StepResult = { how: 'not-needed', on: today, by: session.workerId, reason, withPathway: true };
      for (const id of open) journal.update('pathway_steps', id, { result: JSON.stringify(settled) });
      settleTasks(context, open, 'cancelled');
    } else {
      if (!pathway.ended) throw new AppError('rule', 'This pathway is under way. Open the person again.');
      if (isUnderWay(read, { case: pathway.case_id, template: pathway.template_id }))
        throw new AppError('rule', 'The case follows this pathway again already.');
      journal.update('case_pathways', pathwayId, { ended: null }, heads);
      for (const { id, result } of steps)
        if (result?.withPathway) journal.update('pathway_steps', id, { result: null });
    }
    return { heads: shownHeads(read, requirePathway(read, pathwayId)) };
  },
  'pathways.void': (context, { pathwayId, reason }) => {
    const { read, journal, session, now } = context;
    requirePathway(read, pathwayId);
    const voided = JSON.stringify({ by: session.workerId, at: now, reason });
    const steps = stepsOfPathway(read, pathwayId).map(({ id }) => id);
    journal.update('case_pathways', pathwayId, { voided });
    for (const id of steps) journal.update('pathway_steps', id, { voided });
    settleTasks(context, steps, 'cancelled');
    return {};
  },
  'pathways.makeTask': (context, { stepId, ownerId }) => {
    const { read, journal, session, now } = context;
    const step = requireStep(read, stepId);
    const pathway = requireOpenPathway(read, step.case_pathway_id);
    if (step.result) throw new AppError('rule', 'This step is settled already, so there is nothing left to do.');
    if (!isTeamStep(step.who))
      throw new AppError('rule', 'This step is not done by the team. Note in the record whom you asked.');
    if (tasksMadeOf(read, [stepId]).some(({ status }) => status === 'open'))
      throw new AppError('rule', 'There is an open task for this step already.');
    if (ownerId !== null) requireWorkers(read, [ownerId], session.workerId, 'ownerId');
    const { neighbourhood_id } = requireCase(read, pathway.case_id);
    const row = {
      person_id: step.person_id,
      case_id: pathway.case_id,
      neighbourhood_id,
      owner_id: ownerId,
      words: step.words,
      due_on: step.due_on,
      priority: 'routine' as const,
      origin_kind: 'pathway',
      origin_id: stepId,
      created_at: now,
      created_by: session.workerId,
      state: taskState('open', context),
    };
    return { taskId: journal.insert('tasks', row, step.scope) };
  },
};

const taskState = (status: 'open' | 'done' | 'cancelled', { session, today }: CommandContext): string =>
  JSON.stringify({ status, on: today, by: session.workerId });

/** The open tasks of steps go the way of the steps. */
function settleTasks(context: CommandContext, steps: readonly string[], status: 'done' | 'cancelled'): void {
  for (const task of tasksMadeOf(context.read, steps))
    if (task.status === 'open') context.journal.update('tasks', task.id, { state: taskState(status, context) });
}

function requireCase(read: ReadHandle, id: string) {
  const found = findCase(read, id);
  if (!found) throw new AppError('not-found', 'This case is not on this device. Open the person again.');
  return found;
}

function requirePathway(read: ReadHandle, id: string) {
  const found = findPathway(read, id);
  if (!found) throw new AppError('not-found', 'This pathway is not on this device. Open the person again.');
  if (found.voided) throw new AppError('rule', 'This pathway was taken back. Open the person again.');
  return found;
}

/** A pathway under way on a case that is not closed. */
function requireOpenPathway(read: ReadHandle, id: string) {
  const pathway = requirePathway(read, id);
  currentPerson(read, pathway.person_id);
  if (pathway.ended) throw new AppError('rule', 'This pathway has ended. Take the end back first.');
  if (requireCase(read, pathway.case_id).status === 'closed')
    throw new AppError('rule', 'The case is closed. A new case begins its own pathways.');
  return pathway;
}

function requireStep(read: ReadHandle, id: string) {
  const found = findStep(read, id);
  if (!found || found.voided) throw new AppError('not-found', 'This step is no longer there. Open the person again.');
  return found;
}
