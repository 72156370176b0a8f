import { addDays } from '../../../shared/domain/british-date.ts';
import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import type { Journal } from '../journal/record.ts';
import { instant } from './calendar.ts';
import { wordsOf } from './notes.ts';
import { weights } from './random.ts';
import type { Run, Stage } from './stage.ts';

const decisions = weights({ agreed: 78, refused: 10, withdrawn: 2, none: 10 });
const organisationKinds = ['council-adults', 'housing', 'voluntary', 'police'] as const;

/** What is asked and written down when somebody is met for the first time: sharing, what matters, what raises concern. */
export function firstVisit(stage: Stage, run: Run, journal: Journal, at: number): void {
  recordSharing(run, journal, at);
  recordConcerns(stage, run, journal, at);
  const { plan, random } = run;
  const { person } = plan;
  const cfs = person.health.efi !== null && person.health.cfs === null && random.chance(0.2);
  const matters = random.chance(0.6);
  if (!cfs && !matters) return;
  if (matters) run.whatMatters = wordsOf('matters', person, plan.theme, random);
  const on = instant(at).slice(0, 10);
  journal.update('people', person.id, {
    ...(matters && { what_matters: run.whatMatters }),
    ...(cfs && {
      frailty: JSON.stringify({
        efi: person.health.efi,
        cfs: Math.min(8, Math.max(2, Math.round(2.5 + (person.health.efi ?? 0) * 9))),
        asOf: on,
        source: 'Home visit',
      }),
    }),
  });
}

function recordSharing({ plan, random, coordinator }: Run, journal: Journal, at: number): void {
  const { person } = plan;
  const cannot = plan.theme === 'memory' && random.chance(0.3);
  const decision = cannot ? ('best-interest' as const) : random.draw(decisions);
  if (decision === 'none') return;
  const on = instant(at).slice(0, 10);
  const decide = (
    decided: CodeOf<'sharing-decision'>,
    more: { purpose?: string; organisation_kind?: string; note?: string } = {},
  ) =>
    journal.insert(
      'sharing_decisions',
      {
        person_id: person.id,
        purpose: 'direct-care',
        decision: decided,
        decided_on: on,
        recorded_by: coordinator?.id ?? '',
        ...more,
      },
      plan.team.place.id,
    );
  if (decision === 'withdrawn') {
    decide('agreed');
    decide('withdrawn', {
      organisation_kind: random.pick(organisationKinds),
      note: 'Does not want them told about health.',
    });
    return;
  }
  decide(decision, decision === 'best-interest' ? { note: 'Cannot decide at present; family agrees.' } : {});
  if (decision === 'agreed' && random.chance(0.08))
    decide('refused', { organisation_kind: random.pick(organisationKinds) });
  if (random.chance(0.25)) decide(random.chance(0.75) ? 'agreed' : 'refused', { purpose: 'evaluation' });
}

/** What may come to light at a first visit, how often, and why it was noted. */
const concerns: readonly (readonly [CodeOf<'flag'>, number, string])[] = [
  ['safeguarding', 0.035, 'Concern raised after the first visit; adult social care informed.'],
  ['domestic-abuse', 0.015, 'Told us when alone. Do not mention on the telephone or in letters.'],
  ['marac', 0.006, 'Discussed at the conference; safety plan with the specialist worker.'],
  ['risk-to-staff', 0.02, 'Visit in pairs. Dog in the back yard; can become angry when drunk.'],
];

function recordConcerns(stage: Stage, { plan, random, coordinator }: Run, journal: Journal, at: number): void {
  const { person } = plan;
  const on = instant(at).slice(0, 10);
  for (const [code, share, reason] of concerns) {
    if (person.age < 16 && code !== 'safeguarding') continue;
    if (!random.chance(share)) continue;
    const ended_on = random.chance(0.3) ? addDays(on, random.int(20, 120)) : null;
    const over = ended_on !== null && ended_on < stage.desk.simulation.today;
    journal.insert(
      'flags',
      {
        person_id: person.id,
        code,
        started_on: on,
        ended_on: over ? ended_on : null,
        reason,
        recorded_by: coordinator?.id ?? stage.lead,
      },
      plan.team.place.id,
    );
  }
}
