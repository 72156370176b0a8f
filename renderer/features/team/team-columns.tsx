import { Link } from '@tanstack/react-router';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { roleWords } from '../../../shared/domain/permissions.ts';
import type { Column } from '../../components/column.ts';
import { Tag } from '../../components/tag.tsx';
import { wordsFor } from '../contacts/words.ts';
import type { StaffList, Worker } from './team-view.ts';
import { TrainingText } from './training-tag.tsx';
import { leaveWords, placeWords } from './worker-words.ts';

/** The columns of the team. `access`: who can sign in on this device. */
export function teamColumns(list: StaffList, access: ReadonlySet<string>, today: string): readonly Column<Worker>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      width: 170,
      rowHeader: true,
      cell: ({ id, name, endedOn, supervised }) => (
        <>
          <Link to="/team/$workerId" params={{ workerId: id }}>
            {name}
          </Link>
          {supervised && <span className="ot-muted ot-team__line">Supervised</span>}
          {endedOn !== null && <span className="ot-muted ot-team__line">Left {formatDate(endedOn)}</span>}
        </>
      ),
    },
    {
      id: 'job',
      header: 'Job and organisation',
      width: 235,
      cell: ({ job, organisation }) => (
        <>
          {wordsFor('worker-role', job)}
          <span className="ot-muted ot-team__line">{organisation}</span>
        </>
      ),
    },
    {
      id: 'roles',
      header: 'Roles here',
      width: 150,
      cell: ({ roles }) =>
        roles.length === 0 ? <span className="ot-muted">None</span> : roles.map((role) => roleWords[role]).join(', '),
    },
    {
      id: 'places',
      header: 'Neighbourhoods',
      width: 170,
      cell: ({ neighbourhoodIds, practiceIds }) => (
        <>
          {placeWords(neighbourhoodIds, list.neighbourhoods) || <span className="ot-muted">None</span>}
          {practiceIds.length > 0 && (
            <span className="ot-muted ot-team__line">
              {practiceIds.length} {practiceIds.length === 1 ? 'practice' : 'practices'}
            </span>
          )}
        </>
      ),
    },
    { id: 'wte', header: 'WTE', width: 64, align: 'end', cell: ({ wte }) => wte.toLocaleString('en-GB') },
    { id: 'cases', header: 'Cases', width: 70, align: 'end', cell: ({ cases }) => cases.toLocaleString('en-GB') },
    {
      id: 'trained',
      header: 'IG training',
      width: 130,
      cell: ({ governanceTrainedOn }) => <TrainingText trainedOn={governanceTrainedOn} />,
    },
    {
      id: 'access',
      header: 'This device',
      width: 140,
      cell: (worker) => {
        const away = leaveWords(worker, today);
        return (
          <>
            {access.has(worker.id) ? <Tag tone="green">Can sign in</Tag> : <span className="ot-muted">No access</span>}
            {away !== null && <span className="ot-team__line">{away}</span>}
          </>
        );
      },
    },
  ];
}
