import type { TimelineEntry } from '../../../shared/contract/person-page.ts';
import { ratingMeaning, ratingNumber } from '../../../shared/domain/goal-rating.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { parseJson } from '../store/person-columns.ts';
import type { PlanEvent } from '../store/plan-timeline.ts';

type Entry = Omit<TimelineEntry, 'worker' | 'organisation'> & { readonly workerId: string | null };

/** What happened with a plan as an entry of the timeline. */
export function planEntry(event: PlanEvent): Entry {
  const { id, what, at, worker_id: workerId } = event;
  const of = { id: `${what}-${id}`, at, workerId, caseId: null, contact: null };
  return { ...of, ...wordsOf(event) };
}

function wordsOf({ what, number, words, more }: PlanEvent): Pick<Entry, 'kind' | 'title' | 'detail'> {
  switch (what) {
    case 'agreed': {
      const codes = parseJson<string[]>(more) ?? [];
      const whom = codes.map((code) => wordOf('care-plan-agreement', code)).join('; ');
      return { kind: 'plan', title: `Care plan agreed, version ${number}`, detail: `With: ${whom}` };
    }
    case 'copy':
      return {
        kind: 'plan',
        title: `Copy of the care plan given to ${words}`,
        detail: wordOf('plan-copy-format', more),
      };
    case 'goal-set':
      return { kind: 'goal', title: 'Goal set', detail: words };
    case 'goal-completed':
      return { kind: 'goal', title: 'Goal completed', detail: words };
    case 'rated': {
      const meaning = ratingMeaning(parseJson<Record<string, string>>(more), number ?? 0);
      return { kind: 'goal', title: `Goal rated ${ratingNumber(number ?? 0)}: ${meaning}`, detail: words };
    }
  }
}
