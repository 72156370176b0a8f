import { idSchema } from '../../../shared/ids.ts';
import type { Column } from '../../components/column.ts';
import { InstantText } from '../../components/dates.tsx';
import { Tag } from '../../components/tag.tsx';
import { kindWords, wordsOf } from './action-words.ts';
import type { AuditLine } from './audit-lines.ts';
import { shortId } from './audit-view.ts';

const outcomes: Readonly<Record<string, { readonly words: string; readonly tone: 'green' | 'orange' | 'red' }>> = {
  done: { words: 'Done', tone: 'green' },
  refused: { words: 'Refused', tone: 'orange' },
  failed: { words: 'Failed', tone: 'red' },
};

const refusals: Readonly<Record<string, string>> = {
  'not-allowed': 'Not in their role',
  'outside-relationship': 'Not a person of their team',
};

/** `birthDate` → `birth date`. */
const fieldWords = (field: string): string =>
  field
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .replaceAll(/[-_.]/gu, ' ')
    .toLowerCase();

/** The object of a line by its kind; pressing it shows every line about the same one. */
function ObjectCell({ line, onOnly }: { readonly line: AuditLine; readonly onOnly: (object: string) => void }) {
  const { object, action } = line;
  if (object === null) return <span className="ot-muted">–</span>;
  const { kind } = wordsOf(action);
  return (
    <span className="ot-audit__object">
      {kind !== undefined && <span>{kindWords[kind]} </span>}
      {idSchema.safeParse(object).success ? (
        <button className="ot-audit__only" type="button" title={object} onClick={() => onOnly(object)}>
          {shortId(object)}
          <span className="nhsuk-u-visually-hidden">: only lines about this</span>
        </button>
      ) : (
        <span title={object}>{object}</span>
      )}
    </span>
  );
}

/** The columns of the trail. Pressing a worker or an object narrows the trail to it. */
export function lineColumns(
  onOnly: (object: string) => void,
  onWorker: (worker: string) => void,
): readonly Column<AuditLine>[] {
  return [
    { id: 'seq', header: 'Line', width: 76, align: 'end', cell: ({ seq }) => seq.toLocaleString('en-GB') },
    { id: 'at', header: 'When', width: 160, cell: ({ at }) => <InstantText value={at} /> },
    {
      id: 'worker',
      header: 'Who',
      width: 170,
      cell: ({ worker, workerId }) =>
        workerId === null ? (
          'Nobody signed in'
        ) : (
          <button className="ot-audit__only" type="button" onClick={() => onWorker(workerId)}>
            {worker ?? shortId(workerId)}
            <span className="nhsuk-u-visually-hidden">: only lines of this worker</span>
          </button>
        ),
    },
    { id: 'action', header: 'What', rowHeader: true, cell: ({ action }) => wordsOf(action).words },
    { id: 'object', header: 'To what', width: 150, cell: (line) => <ObjectCell line={line} onOnly={onOnly} /> },
    {
      id: 'outcome',
      header: 'Outcome',
      width: 110,
      cell: ({ outcome }) => <Tag tone={outcomes[outcome]?.tone ?? 'grey'}>{outcomes[outcome]?.words ?? outcome}</Tag>,
    },
    {
      id: 'more',
      header: 'Fields and reason',
      cell: ({ fields, reason }) => (
        <>
          {fields.length > 0 && <span className="ot-audit__fields">{fields.map(fieldWords).join(', ')}</span>}
          {reason !== null && <span className="ot-audit__reason">{refusals[reason] ?? reason}</span>}
        </>
      ),
    },
    {
      id: 'device',
      header: 'Device',
      width: 110,
      cell: ({ device }) => <span title={device}>{shortId(device)}</span>,
    },
  ];
}
