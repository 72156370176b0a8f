import type { z } from 'zod';
import type { merges as contract } from '../../../shared/contract/merges.ts';
import type { PersonField } from '../../../shared/domain/person-fields.ts';
import { personFieldLabels, personFieldWords } from '../../../shared/domain/person-words.ts';
import type { ReadHandle } from '../store/handles.ts';
import type { MovableRow } from '../store/merges.ts';
import { type StoredPerson, unfinishedCasesOf } from '../store/people.ts';
import { fieldValue, personColumns, personFieldNames } from '../store/person-columns.ts';
import type { PersonTable } from '../store/person-entities.ts';
import { placeNames } from '../store/places.ts';

type Preview = z.output<(typeof contract)['people.mergePreview']['output']>;

/** Shown with the NHS number, not as a choice of its own. */
const carried: ReadonlySet<PersonField> = new Set(['nhsNumberStatus']);
const verified = '01';

/** Fields in which two records differ, in words, with the likelier value suggested. */
export function differingFields(read: ReadHandle, kept: StoredPerson, merged: StoredPerson): Preview['fields'] {
  const names = placeNames(read);
  const place = (id: string) => names.get(id) ?? id;
  return personFieldNames.flatMap((field) => {
    const { column } = personColumns[field];
    if (carried.has(field) || kept[column] === merged[column]) return [];
    const words = (person: StoredPerson) => personFieldWords(field, fieldValue(field, person[column]), place);
    const betterNumber =
      field === 'nhsNumber' && merged.nhs_number_status === verified && kept.nhs_number_status !== verified;
    const takeMerged = merged[column] !== null && (kept[column] === null || betterNumber);
    return [
      {
        field,
        label: personFieldLabels[field],
        kept: words(kept),
        merged: words(merged),
        suggested: takeMerged ? ('merged' as const) : ('kept' as const),
      },
    ];
  });
}

const counted: Readonly<Record<PersonTable, readonly [one: string, many: string]>> = {
  cases: ['case', 'cases'],
  contacts: ['care contact', 'care contacts'],
  flags: ['flag', 'flags'],
  conditions: ['condition', 'conditions'],
  segments: ['segment', 'segments'],
  sharing_decisions: ['sharing decision', 'sharing decisions'],
  relationships: ['relationship', 'relationships'],
  household_members: ['household membership', 'household memberships'],
  person_identifiers: ['number of another system', 'numbers of other systems'],
  care_plans: ['version of a care plan', 'versions of a care plan'],
  plan_copies: ['copy of a care plan', 'copies of a care plan'],
  needs: ['need', 'needs'],
  goals: ['goal', 'goals'],
  goal_ratings: ['goal rating', 'goal ratings'],
  plan_actions: ['action', 'actions'],
  self_management_plans: ['self-management plan', 'self-management plans'],
  care_decisions: ['preference or decision', 'preferences and decisions'],
  assessment_answers: ['assessment answer', 'assessment answers'],
  instrument_results: ['score', 'scores'],
  supervision_cases: ['case review', 'case reviews'],
  tasks: ['task', 'tasks'],
  prompt_decisions: ['decision about a prompt', 'decisions about prompts'],
  case_pathways: ['pathway', 'pathways'],
  pathway_steps: ['pathway step', 'pathway steps'],
  checks: ['check', 'checks'],
  carer_breaks: ["carer's break", "carer's breaks"],
  stays: ['stay', 'stays'],
  stay_checks: ['item of a discharge checklist', 'items of discharge checklists'],
  telehealth_enrolments: ['telehealth enrolment', 'telehealth enrolments'],
  telehealth_alerts: ['telehealth alert', 'telehealth alerts'],
  feedback: ['piece of feedback', 'pieces of feedback'],
};

/** What goes to the kept record: `2 cases`, `14 care contacts`. Flags are only counted, never named. */
export function movedWords(rows: readonly MovableRow[]): string[] {
  return (Object.keys(counted) as PersonTable[]).flatMap((table) => {
    const number = rows.filter((row) => row.table === table).length;
    return number === 0 ? [] : [`${number} ${counted[table][number === 1 ? 0 : 1]}`];
  });
}

/** What speaks against the two being one person. */
export function warningsAbout(kept: StoredPerson, merged: StoredPerson): string[] {
  const warnings: string[] = [];
  if (kept.nhs_number && merged.nhs_number && kept.nhs_number !== merged.nhs_number)
    warnings.push('The NHS numbers differ. Two people have two numbers: make sure that one of them is wrong.');
  if (kept.birth_date && merged.birth_date && kept.birth_date !== merged.birth_date)
    warnings.push('The birth dates differ.');
  if ((kept.death === null) !== (merged.death === null)) warnings.push('One of the two is recorded as dead.');
  return warnings;
}

/** Rules that forbid the merge, each with what to do. */
export function obstaclesTo(read: ReadHandle, keptId: string, rows: readonly MovableRow[]): string[] {
  const taken = new Set(unfinishedCasesOf(read, keptId).map(({ neighbourhood_id }) => neighbourhood_id));
  const doubled = rows.some(({ table, current, what }) => table === 'cases' && current && what && taken.has(what));
  return doubled
    ? ['Both records have a case in the same neighbourhood that is not closed. Close one of them first, then merge.']
    : [];
}
