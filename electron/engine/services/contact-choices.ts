import { z } from 'zod';
import { type CodeOf, codeSchema, codesOf } from '../../../shared/domain/code-lists.ts';
import type { Role } from '../../../shared/domain/permissions.ts';
import type { ContactFields } from '../store/contact-columns.ts';
import type { ReadHandle, WriteHandle } from '../store/handles.ts';
import { mergePreference, readPreference } from '../store/preferences.ts';

const preference = 'contact-choices';
type Mechanism = CodeOf<'consultation-mechanism'>;

/** What is remembered, read leniently: what an earlier version wrote and this one does not know counts as never chosen. */
const choiceSchema = z.object({
  minutes: z.int().min(1).max(1440).nullable().catch(null),
  location: codeSchema('activity-location').nullable().catch(null),
  activities: z.array(codeSchema('activity-type')).catch([]),
  purpose: codeSchema('contact-purpose').nullable().catch(null),
});
type Choice = z.output<typeof choiceSchema>;
const remembered = z
  .object({
    mechanism: codeSchema('consultation-mechanism').nullable().catch(null),
    by: z.partialRecord(codeSchema('consultation-mechanism'), choiceSchema).catch({}),
  })
  .catch({ mechanism: null, by: {} });

/** A new entry's beginning: the last mechanism, and for each mechanism what went with it last. */
export interface Choices {
  readonly mechanism: Mechanism;
  readonly by: Readonly<Record<Mechanism, Choice>>;
}

/** What this worker chose last; what they never chose is what their role does most. */
export function lastChoices(read: ReadHandle, worker: string, roles: readonly Role[]): Choices {
  const { mechanism, by } = remembered.parse(readPreference(read, worker, preference));
  const behaviourist = roles.includes('behaviourist');
  const usual = (code: Mechanism): Choice => ({
    minutes: code === '01' ? (behaviourist ? 30 : 45) : 15,
    location: code === '01' ? (behaviourist ? 'C01' : 'A01') : null,
    activities: ['04'],
    purpose: behaviourist ? 'behaviour-change' : 'review',
  });
  const entries = codesOf('consultation-mechanism').map((code) => [code, by[code] ?? usual(code)] as const);
  return { mechanism: mechanism ?? '01', by: Object.fromEntries(entries) as Choices['by'] };
}

/** Remembers what went with a contact that took place. */
export function rememberChoices(
  write: WriteHandle,
  worker: string,
  { mechanism, minutes, location, activities, purpose }: Pick<ContactFields, 'mechanism' | keyof Choice>,
): void {
  mergePreference(write, worker, preference, {
    mechanism,
    by: { [mechanism]: { minutes, location, activities, purpose } },
  });
}
