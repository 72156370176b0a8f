import { addDays } from '../../../shared/domain/british-date.ts';
import { shippedLimits } from '../../../shared/domain/prompt-limits.ts';
import { raisedPrompts } from '../../../shared/domain/prompts.ts';
import { parseFacts } from '../derived/prompt-facts.ts';
import type { WriteHandle } from '../store/handles.ts';
import { promptLines } from '../store/prompts.ts';
import { atLondon, instant } from './calendar.ts';
import type { Random } from './random.ts';
import type { Run, Stage } from './stage.ts';

/** What coordinators say when they put off or dismiss a prompt, by its rule. */
const reasons: Readonly<Record<string, { readonly share: number; readonly later: boolean; readonly words: string }>> = {
  P3: { share: 0.5, later: true, words: 'The draft is with the person.' },
  P10: { share: 0.8, later: true, words: 'Booked at the practice.' },
  P14: { share: 0.5, later: true, words: 'On the agenda of the next plan review.' },
  P15: { share: 0.8, later: true, words: 'Will be talked about at the next visit.' },
  P16: { share: 0.85, later: false, words: 'Has a plan of the practice; a copy is asked for.' },
  P19: { share: 0.85, later: true, words: 'An appointment for it is booked.' },
};

/** Most prompts of routine matters were looked at and decided upon; what is left is what a coordinator finds today. */
export function decidePrompts(stage: Stage, runs: readonly Run[], write: WriteHandle, random: Random): string[] {
  const { desk, days } = stage;
  const { today } = desk.simulation;
  const day = days.at(-1) ?? today;
  const people = new Set<string>();
  let at = atLondon(day, 16 * 60 + 40);
  for (const { status, caseId, coordinator } of runs) {
    if ((status !== 'open' && status !== 'on-hold') || !coordinator || coordinator.leavesOn !== null) continue;
    const [line] = promptLines(write, [caseId]);
    if (!line?.facts) continue;
    const facts = {
      ...parseFacts(line.facts),
      ...{ caseId, status: line.status, openedOn: line.opened_on, tier: line.tier, missedInRow: line.missed_in_row },
      ...{ coordinatorId: line.coordinator_id, lastContactOn: line.last_contact_at?.slice(0, 10) ?? null },
      flags: JSON.parse(line.flags) as string[],
    };
    for (const { id, key } of raisedPrompts(facts, shippedLimits, today)) {
      const said = reasons[id];
      if (!said || !random.chance(said.share)) continue;
      at += 50;
      people.add(line.person_id);
      desk.act(at, coordinator.id).insert(
        'prompt_decisions',
        {
          ...{ person_id: line.person_id, case_id: caseId, prompt: id, key, reason: said.words },
          ...(said.later
            ? { decision: 'snoozed', until: addDays(today, random.int(3, 25)) }
            : { decision: 'dismissed' }),
          ...{ decided_at: instant(at), decided_by: coordinator.id },
        },
        line.neighbourhood_id,
      );
    }
  }
  return [...people];
}
