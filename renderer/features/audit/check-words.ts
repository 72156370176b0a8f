import type { OutputOf } from '../../../shared/contract/index.ts';
import { formatCount } from '../../components/format.ts';

export type Check = OutputOf<'store.verify'>;

/** One thing that was checked, and what came of it. */
export interface Finding {
  readonly id: string;
  readonly good: boolean;
  readonly words: string;
}

/** What a check of the whole record found, in words. */
export function findingsOf(check: Check): readonly Finding[] {
  const { changes, rows, mismatches, auditLines, auditBrokenAt, damaged } = check;
  const lines = formatCount(auditLines, 'line');
  return [
    {
      id: 'trail',
      good: auditBrokenAt === null,
      words:
        auditBrokenAt === null
          ? `The trail is whole: each of its ${lines} follows from the one before.`
          : `The trail does not hold: line ${auditBrokenAt.toLocaleString('en-GB')} is missing or was altered.`,
    },
    {
      id: 'journal',
      good: mismatches.length === 0,
      words:
        mismatches.length === 0
          ? `The record is what was written: ${formatCount(changes, 'change')} give exactly its ${formatCount(rows, 'row')}.`
          : `${formatCount(mismatches.length, 'row')} of ${rows.toLocaleString('en-GB')} ${mismatches.length === 1 ? 'is' : 'are'} not what the journal says.`,
    },
    {
      id: 'pages',
      good: !damaged,
      words: damaged ? 'The database file is damaged.' : 'Every page of the database file can be read.',
    },
  ];
}
