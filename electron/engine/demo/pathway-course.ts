import { stepDueOn } from '../../../shared/domain/pathways.ts';
import { type ShippedPathway, shippedPathways } from '../shipped-pathways.ts';
import type { Random } from './random.ts';
import type { Run, Stage } from './stage.ts';

/** Pathways that cases follow: begun some days after the case, stepped through more or less in time, a few forgotten. */
export function beginPathways(stage: Stage, runs: readonly Run[], random: Random): void {
  for (const run of runs) {
    const { opens, closes, status } = run.plan;
    if (status === 'proposed') continue;
    const [first, second] = fitting(run, random);
    const follows = random.chance(closes === null ? 0.7 : 0.25);
    const begins = opens + random.int(1, 9);
    if (!first || !follows) continue;
    follow(stage, run, first, begins, random);
    if (second && random.chance(0.25)) follow(stage, run, second, begins + random.int(3, 40), random);
  }
}

/** What the person's record speaks for, in no order; the usual self-care for those for whom nothing does. */
function fitting({ plan }: Run, random: Random): ShippedPathway[] {
  const { flags, conditions } = plan.person.health;
  const has = ({ suggest }: ShippedPathway) =>
    suggest.flags.some((code) => flags.includes(code)) || suggest.conditions.some((code) => conditions.includes(code));
  const found = shippedPathways.filter(has);
  const usual = shippedPathways.filter(({ id }) => id === 'pathway-self-care' || id === 'pathway-urgent-care');
  const from = found.length > 0 ? found : usual;
  const at = random.int(0, from.length - 1);
  return [...from.slice(at), ...from.slice(0, at)];
}

const evidence = [
  'Seen at home, went well.',
  'Done together at the kitchen table.',
  'Letter from the practice came.',
  'On the telephone; written down in the contact.',
  'Agreed, copy left with the person.',
];
const skipped = ['Done a month ago by the practice.', 'The person does not want this.', 'Known from the ward already.'];

function follow(stage: Stage, run: Run, template: ShippedPathway, day: number, random: Random): void {
  const { days, diary, desk } = stage;
  const end = Math.min(run.plan.closes ?? days.length, days.length) - 1;
  const begun = days[day];
  if (begun === undefined || day >= end) return;
  const { person, team } = run.plan;
  const scope = team.place.id;
  const steps: string[] = [];
  let pathway = '';
  diary.add(day, random.int(9 * 60, 17 * 60), (at) => {
    if (run.status !== 'open') return;
    const journal = desk.act(at, run.coordinator?.id ?? stage.lead);
    const row = { person_id: person.id, case_id: run.caseId, template_id: template.id, template_version: 1 };
    pathway = journal.insert(
      'case_pathways',
      { ...row, started_on: begun, started_by: run.coordinator?.id ?? stage.lead },
      scope,
    );
    for (const [position, step] of template.steps.entries())
      steps.push(
        journal.insert(
          'pathway_steps',
          {
            person_id: person.id,
            case_pathway_id: pathway,
            position,
            code: step.code,
            words: step.words,
            who: step.who,
            evidence: step.evidence,
            due_on: stepDueOn(step, begun),
          },
          scope,
        ),
      );
  });
  for (const [position, step] of template.steps.entries()) {
    const due = stepDueOn(step, begun);
    const dueDay = days.findIndex((date) => date >= due);
    const luck = random.next();
    const when = (dueDay < 0 ? days.length + 1 : dueDay) + random.int(-3, 3);
    const words = luck < 0.08 ? random.pick(skipped) : random.pick(evidence);
    if (luck > 0.88 || when <= day || when >= end) continue;
    diary.add(when, random.int(9 * 60, 17 * 60), (at) => {
      const id = steps[position];
      if (run.status !== 'open' || id === undefined) return;
      const by = run.coordinator?.id ?? stage.lead;
      const on = days[when] ?? due;
      const result =
        luck < 0.08 ? { how: 'not-needed', on, by, reason: words } : { how: 'done', on, by, evidence: words };
      desk.act(at, by).update('pathway_steps', id, { result: JSON.stringify(result) });
    });
  }
  if (run.plan.closes === null || run.plan.closes >= days.length) return;
  diary.add(end, 9 * 60 + random.int(0, 300), (at) => {
    if (pathway === '' || run.status !== 'open') return;
    const by = run.coordinator?.id ?? stage.lead;
    const ended = { how: random.chance(0.7) ? 'completed' : 'no-longer-needed', on: days[end] ?? begun, by };
    desk.act(at, by).update('case_pathways', pathway, { ended: JSON.stringify(ended) });
  });
}
