import importHeaders from '../../resources/import-headers.json' with { type: 'json' };
import { type CodeOf, codeLabel, isCode } from './code-lists.ts';

/** What a column of a list can say about a person; the labels and the headings that name it are data. */
export type ImportField = keyof typeof importHeaders.fields;

/**
 * Where a column goes: a field of the person, or one condition or flag of its own, whose cells say yes, no or since when
 * (`condition:copd`, `flag:carer`).
 */
export type ColumnTarget = ImportField | `condition:${CodeOf<'condition'>}` | `flag:${CodeOf<'flag'>}`;

const fields = importHeaders.fields;

/** Every field, in the order in which a mapping form shows them. */
export const importFields = Object.keys(fields) as ImportField[];

/** Headings that are known to mean a field, as the systems write them. */
export function headingsOf(field: ImportField): readonly string[] {
  return [fields[field].label, ...fields[field].headers];
}

/** Fields that more than one column may feed; of all others a list has one column each. */
const repeatable: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(['conditions', 'flags']);

/** Whether several columns of one list may go to the same target. */
export function isRepeatable(target: ColumnTarget): boolean {
  return repeatable.has(target);
}

/** Whether a value, for instance from a stored mapping, is a target of this version. */
export function isColumnTarget(value: unknown): value is ColumnTarget {
  if (typeof value !== 'string') return false;
  const [list, code] = value.split(':');
  if (code === undefined) return Object.hasOwn(fields, value);
  return (list === 'condition' || list === 'flag') && isCode(list, code);
}

/** The words for a target: `Date of birth`, `Condition: Asthma`. */
export function targetLabel(target: ColumnTarget): string {
  if (target.startsWith('condition:'))
    return `Condition: ${codeLabel('condition', target.slice(10) as CodeOf<'condition'>)}`;
  if (target.startsWith('flag:')) return `Flag: ${codeLabel('flag', target.slice(5) as CodeOf<'flag'>)}`;
  return fields[target as ImportField].label;
}
