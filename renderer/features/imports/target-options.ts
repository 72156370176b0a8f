import { codeOptions } from '../../../shared/domain/code-lists.ts';
import { type ColumnTarget, importFields, isRepeatable } from '../../../shared/domain/import-fields.ts';

/** Where a column can go, in the order of the form, under headings. */
export const targetGroups: readonly { readonly label: string; readonly targets: readonly ColumnTarget[] }[] = [
  { label: 'The person', targets: importFields },
  { label: 'One condition: yes, no or since when', targets: codeTargets('condition') },
  { label: 'One flag: yes, no or since when', targets: codeTargets('flag') },
];

function codeTargets(list: 'condition' | 'flag'): ColumnTarget[] {
  return codeOptions(list).map(({ value }) => `${list}:${value}` as ColumnTarget);
}

/** Targets that a list gives once and that another column has already. */
export function takenTargets(targets: readonly (ColumnTarget | null)[]): ReadonlySet<ColumnTarget> {
  return new Set(targets.filter((target) => target !== null).filter((target) => !isRepeatable(target)));
}
