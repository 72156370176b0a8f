import type { DiaryEntry } from '../../../shared/contract/diary.ts';
import { DiaryLine } from './diary-line.tsx';

interface DiaryListProps {
  readonly entries: readonly DiaryEntry[];
  /** Whose diary it is: entries of others in it are joint visits. */
  readonly whose: string;
  /** The day stands beside the time. */
  readonly dated?: boolean;
}

/** Contacts in order of time. */
export function DiaryList({ entries, whose, dated = false }: DiaryListProps) {
  return (
    <ul className="ot-diary__list">
      {entries.map((entry) => (
        <DiaryLine key={entry.id} entry={entry} whose={whose} dated={dated} />
      ))}
    </ul>
  );
}
