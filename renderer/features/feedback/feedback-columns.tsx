import { Link } from '@tanstack/react-router';
import type { FeedbackRow } from '../../../shared/contract/feedback.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { listName } from '../../../shared/domain/name.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import type { Column } from '../../components/column.ts';
import { DateText } from '../../components/dates.tsx';
import { formatDays } from '../../components/format.ts';
import { Tag } from '../../components/tag.tsx';
import { kindTone, statusTone } from './feedback-words.ts';

/** What has to be known to answer: who waits how long for what. */
export const feedbackColumns: readonly Column<FeedbackRow>[] = [
  {
    id: 'name',
    header: 'About the care of',
    rowHeader: true,
    width: 180,
    cell: ({ person: { id, name } }) => (
      <Link to="/people/$personId" params={{ personId: id }}>
        {listName(name)}
      </Link>
    ),
  },
  {
    id: 'kind',
    header: 'Kind',
    width: 132,
    cell: ({ kind }) => <Tag tone={kindTone[kind] ?? 'grey'}>{wordOf('feedback-kind', kind)}</Tag>,
  },
  {
    id: 'words',
    header: 'In their words',
    cell: ({ words, saidBy }) => (
      <>
        <span className="ot-feedback-words">{words}</span>
        <span className="ot-person-because">{wordOf('feedback-source', saidBy)}</span>
      </>
    ),
  },
  {
    id: 'age',
    header: 'Age',
    width: 150,
    cell: ({ status, days, receivedOn, dueOn }) => (
      <>
        {status !== 'open' ? `Took ${formatDays(days)}` : days === 0 ? 'Today' : formatDays(days)}
        <span className="ot-person-because">
          {dueOn === null ? <DateText value={receivedOn} /> : `due ${formatDate(dueOn)}`}
        </span>
      </>
    ),
  },
  {
    id: 'status',
    header: 'Answer',
    width: 190,
    cell: ({ status, last }) => (
      <>
        <Tag tone={statusTone[status] ?? 'grey'}>{wordOf('feedback-status', status)}</Tag>
        {last !== null && (
          <span className="ot-person-because">
            {formatDate(last.on)}, {last.by}
          </span>
        )}
      </>
    ),
  },
  {
    id: 'coordinator',
    header: 'Coordinator',
    width: 140,
    cell: ({ coordinator }) => coordinator?.name ?? <span className="ot-muted">No case</span>,
  },
];
