import { instant } from './calendar.ts';
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';

/** Working days between two lists of a practice. */
const every = 63;

/** Each quarter the practices send their lists again: frailty and admissions of people with a case are brought up to date. */
export function beginListUpdates(stage: Stage, random: Random): void {
  for (let day = every; day < stage.days.length; day += every)
    stage.diary.add(day, 7 * 60, (at) => {
      const journal = stage.desk.act(at, stage.lead);
      const asOf = instant(at).slice(0, 10);
      for (const runs of stage.active.values())
        for (const { plan } of runs) {
          const { efi, cfs, admissions } = plan.person.health;
          if (efi === null || !random.chance(0.4)) continue;
          const index = Math.round(Math.min(0.65, Math.max(0.01, efi + random.around(0.01, 0.02))) * 100) / 100;
          journal.update('people', plan.person.id, {
            frailty: JSON.stringify({ efi: index, ...(cfs && { cfs }), asOf, source: 'GP list' }),
            admissions: JSON.stringify({
              // A stay that is on record stays counted.
              emergency12m: Math.max(Math.min(1, admissions), admissions + random.int(-1, 1)),
              asOf,
              source: 'GP list',
            }),
          });
        }
    });
}
