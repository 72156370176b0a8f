import { formatInstant } from '../../../shared/domain/british-date.ts';
import { Button } from '../../components/button.tsx';
import type { Column } from '../../components/column.ts';
import { AgoText, InstantText } from '../../components/dates.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';
import { type Backup, formatBytes, reasonWords } from './backup-words.ts';

interface BackupTableProps {
  readonly backups: readonly Backup[];
  /** Absent for those who may not restore. */
  readonly onRestore?: (backup: Backup) => void;
}

/** The backups, newest first. */
export function BackupTable({ backups, onRestore }: BackupTableProps) {
  const columns: readonly Column<Backup>[] = [
    {
      id: 'madeAt',
      header: 'Made',
      rowHeader: true,
      cell: ({ madeAt }) => (
        <>
          <InstantText value={madeAt} />{' '}
          <span className="ot-muted">
            (<AgoText value={madeAt} />)
          </span>
        </>
      ),
    },
    { id: 'reason', header: 'Why', cell: ({ reason }) => reasonWords[reason] },
    { id: 'changes', header: 'Changes held', align: 'end', cell: ({ changes }) => changes.toLocaleString('en-GB') },
    { id: 'bytes', header: 'Size', align: 'end', cell: ({ bytes }) => formatBytes(bytes) },
    ...(onRestore === undefined
      ? []
      : [
          {
            id: 'restore',
            header: 'Restore',
            hideHeader: true,
            align: 'end',
            cell: (backup) => (
              <Button
                size="small"
                aria-label={`Restore the backup of ${formatInstant(backup.madeAt)}`}
                onClick={() => onRestore(backup)}
              >
                Restore
              </Button>
            ),
          } satisfies Column<Backup>,
        ]),
  ];
  return (
    <div className="ot-backups__scroll">
      <SimpleTable caption="Backups, newest first" columns={columns} rows={backups} rowId={({ file }) => file} />
    </div>
  );
}
