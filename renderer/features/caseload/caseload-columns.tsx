import type { CaseloadRow } from '../../../shared/contract/caseload.ts';
import { type CaseStatus, caseStatusLabel } from '../../../shared/domain/case-status.ts';
import { listName } from '../../../shared/domain/name.ts';
import { promptsInWords } from '../../../shared/domain/prompts.ts';
import type { Column } from '../../components/column.ts';
import { AgoText, DateText, DueText } from '../../components/dates.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Tone } from '../../components/tone.ts';
import { CasePerson } from '../cases/case-person.tsx';
import { FlagTags } from '../cases/flag-tags.tsx';
import { NeedTier } from '../cases/need-tier.tsx';
import { shortFor } from '../contacts/words.ts';

const statusTones: Readonly<Record<string, Tone>> = {
  proposed: 'blue',
  open: 'green',
  'on-hold': 'yellow',
  closed: 'grey',
};
const none = <span className="ot-muted">–</span>;

/** Every column of the caseload. The ids of sortable ones are the orders that the engine knows. */
export const caseloadColumns: readonly Column<CaseloadRow>[] = [
  {
    id: 'name',
    header: 'Person',
    sortable: true,
    rowHeader: true,
    width: 212,
    cell: ({ person }) => <CasePerson person={person} />,
  },
  {
    id: 'tier',
    header: 'Need',
    sortable: true,
    width: 138,
    cell: ({ need, person }) => <NeedTier need={need} of={listName(person.name)} />,
  },
  { id: 'due', header: 'Next due', sortable: true, width: 160, cell: (row) => <Due row={row} /> },
  {
    id: 'last',
    header: 'Last contact',
    sortable: true,
    width: 126,
    cell: ({ lastContactAt }) =>
      lastContactAt === null ? <span className="ot-muted">None yet</span> : <AgoText value={lastContactAt} />,
  },
  {
    id: 'flags',
    header: 'Flags',
    width: 170,
    cell: ({ flags }) => (flags.length === 0 ? none : <FlagTags codes={flags} most={2} />),
  },
  { id: 'prompts', header: 'Prompts', width: 160, cell: (row) => <Prompts row={row} /> },
  { id: 'coordinator', header: 'Coordinator', width: 135, cell: (row) => <Coordinator row={row} /> },
  {
    id: 'status',
    header: 'Status',
    width: 100,
    cell: ({ status }) => <Tag tone={statusTones[status] ?? 'grey'}>{caseStatusLabel(status as CaseStatus)}</Tag>,
  },
  {
    id: 'planned',
    header: 'Next planned',
    width: 130,
    cell: ({ nextPlannedAt }) => (nextPlannedAt === null ? none : <DateText value={nextPlannedAt} />),
  },
  {
    id: 'missed',
    header: 'Missed in a row',
    width: 130,
    align: 'end',
    cell: ({ missedInRow }) => (missedInRow === 0 ? none : missedInRow),
  },
  { id: 'behaviourist', header: 'Behaviourist', width: 170, cell: ({ behaviourist }) => behaviourist?.name ?? none },
  {
    id: 'segments',
    header: 'Segments',
    width: 200,
    cell: ({ segments }) =>
      segments.length === 0 ? none : segments.map((code) => shortFor('segment', code)).join(', '),
  },
  { id: 'practice', header: 'Practice', width: 200, cell: ({ practice }) => practice?.name ?? none },
  { id: 'neighbourhood', header: 'Neighbourhood', width: 170, cell: ({ neighbourhood }) => neighbourhood.name },
  { id: 'opened', header: 'Opened', sortable: true, width: 120, cell: ({ openedOn }) => <DateText value={openedOn} /> },
];

/** Columns that are not shown until somebody chooses them. */
export const hiddenAtFirst: readonly string[] = [
  'status',
  'planned',
  'missed',
  'behaviourist',
  'segments',
  'practice',
  'neighbourhood',
  'opened',
];

function Due({ row: { due } }: { readonly row: CaseloadRow }) {
  if (due === null) return none;
  return (
    <span title={due.sentence}>
      <DueText date={due.on} />
      <span className="nhsuk-u-visually-hidden">. {due.sentence}</span>
    </span>
  );
}

/** How many, and the most pressing in words; all of them are said to whoever listens or points. */
function Prompts({ row: { prompts } }: { readonly row: CaseloadRow }) {
  if (prompts.length === 0) return none;
  const all = prompts.map(({ sentence }) => sentence).join(' ');
  return (
    <span title={all}>
      <b>{prompts.length}</b> {promptsInWords(prompts)}
      <span className="nhsuk-u-visually-hidden">. {all}</span>
    </span>
  );
}

function Coordinator({ row: { coordinator, transfer } }: { readonly row: CaseloadRow }) {
  return (
    <span className="ot-two-lines">
      <span>{coordinator?.name ?? <Tag tone="orange">Nobody</Tag>}</span>
      {transfer !== null && <span className="ot-muted">Handover to {transfer.to?.name ?? 'whoever covers'}</span>}
    </span>
  );
}
