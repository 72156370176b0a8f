import type { OutputOf } from '../../../shared/contract/index.ts';
import { isCode } from '../../../shared/domain/code-lists.ts';
import { isMissed, isSuccessful } from '../../../shared/domain/contact-rules.ts';
import type { Column } from '../../components/column.ts';
import { DateText } from '../../components/dates.tsx';
import { Panel } from '../../components/panel.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';
import { Tag } from '../../components/tag.tsx';
import { outcomeOf, shortFor } from '../contacts/words.ts';

type Row = OutputOf<'clinic.person'>['attendance'][number];

const columns: readonly Column<Row>[] = [
  { id: 'at', header: 'Date', rowHeader: true, cell: ({ at }) => <DateText value={at} /> },
  {
    id: 'outcome',
    header: 'How it went',
    cell: ({ attendance }) => {
      const { tone, words } = outcomeOf(attendance);
      return <Tag tone={tone}>{words}</Tag>;
    },
  },
  {
    id: 'about',
    header: 'About',
    cell: ({ purpose }) => (purpose === null ? '' : shortFor('contact-purpose', purpose)),
  },
  { id: 'with', header: 'With', cell: ({ worker }) => worker.name },
];

const count = (rows: readonly Row[], is: (code: Parameters<typeof isMissed>[0]) => boolean): number =>
  rows.filter(({ attendance }) => isCode('attendance', attendance) && is(attendance)).length;

/** The last contacts that were to take place, and how each went. */
export function AttendancePanel({ attendance }: { readonly attendance: readonly Row[] }) {
  return (
    <Panel title="Attendance" flush={attendance.length > 0}>
      {attendance.length === 0 ? (
        <p className="ot-muted">No contact has an outcome yet.</p>
      ) : (
        <>
          <p className="ot-clinic__tally">
            Of the last {attendance.length} contacts {count(attendance, isSuccessful)} took place and{' '}
            {count(attendance, isMissed)} were missed; the rest were cancelled.
          </p>
          <SimpleTable
            caption="The last contacts and how they went"
            columns={columns}
            rows={attendance.slice(0, 12)}
            rowId={({ contactId }) => contactId}
          />
        </>
      )}
    </Panel>
  );
}
