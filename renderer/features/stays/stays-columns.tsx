import { Link } from '@tanstack/react-router';
import type { AwayRow } from '../../../shared/contract/stay-view.ts';
import type { AwayView } from '../../../shared/contract/stays.ts';
import { codeShort, isCode } from '../../../shared/domain/code-lists.ts';
import { listName } from '../../../shared/domain/name.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import type { Column } from '../../components/column.ts';
import { DateText, DueText } from '../../components/dates.tsx';
import { formatDays } from '../../components/format.ts';
import { Tag } from '../../components/tag.tsx';

const none = <span className="ot-muted">Not set</span>;

const person: Column<AwayRow> = {
  id: 'name',
  header: 'Name',
  rowHeader: true,
  cell: ({ person: { id, name } }) => (
    <Link to="/people/$personId" params={{ personId: id }} search={{ tab: 'care' }}>
      {listName(name)}
    </Link>
  ),
};
const where: Column<AwayRow> = {
  id: 'where',
  header: 'Where',
  cell: ({ kind, provider, ward, emergency, mentalHealth }) => (
    <>
      {isCode('stay-kind', kind) ? codeShort('stay-kind', kind) : kind}{' '}
      {mentalHealth && <Tag tone="purple">Mental health</Tag>}
      {emergency && <Tag tone="orange">Emergency</Tag>}
      <span className="ot-person-because">{[provider, ward && `ward ${ward}`].filter(Boolean).join(', ')}</span>
    </>
  ),
};
const since: Column<AwayRow> = {
  id: 'since',
  header: 'Since',
  width: 120,
  cell: ({ admittedOn, days }) => (
    <>
      {days === 0 ? 'Today' : formatDays(days)}
      <span className="ot-person-because">
        <DateText value={admittedOn} />
      </span>
    </>
  ),
};
const expected: Column<AwayRow> = {
  id: 'expected',
  header: 'Expected to leave',
  width: 150,
  cell: ({ expectedOn }) =>
    expectedOn === null ? (
      none
    ) : (
      <>
        <DateText value={expectedOn} />
        <span className="ot-person-because">
          <DueText date={expectedOn} />
        </span>
      </>
    ),
};
const delay: Column<AwayRow> = {
  id: 'delay',
  header: 'Ready, delay',
  width: 250,
  cell: ({ readyOn, daysLost, delay: why }) =>
    readyOn === null ? (
      <span className="ot-muted">Not ready yet</span>
    ) : (
      <>
        <b>{daysLost === 0 ? 'Ready today' : `${formatDays(daysLost)} lost`}</b> since <DateText value={readyOn} />
        <span className="ot-person-because">
          {why === null ? 'No reason recorded' : wordOf('delay-reason', why.reason)}
        </span>
      </>
    ),
};
const coordinator: Column<AwayRow> = {
  id: 'coordinator',
  header: 'Coordinator',
  width: 150,
  cell: ({ coordinator: who }) => who?.name ?? <span className="ot-muted">No case</span>,
};
const left: Column<AwayRow> = {
  id: 'left',
  header: 'Left',
  width: 210,
  cell: ({ dischargedOn, destination }) =>
    dischargedOn === null ? (
      <span className="ot-muted">Not yet</span>
    ) : (
      <>
        <DateText value={dischargedOn} />
        <span className="ot-person-because">{destination && wordOf('discharge-destination', destination)}</span>
      </>
    ),
};
const followUp: Column<AwayRow> = {
  id: 'follow-up',
  header: 'See the person',
  width: 190,
  cell: ({ followUp: asked }) =>
    asked && (
      <>
        <DueText date={asked.dueOn} />
        <span className="ot-person-because">{asked.owner ?? 'Nobody has the task'}</span>
      </>
    ),
};
const day91: Column<AwayRow> = {
  id: 'day-91',
  header: 'Day 91',
  width: 190,
  cell: ({ day91: asked }) =>
    asked && (
      <>
        <DueText date={asked.dueOn} />
        <span className="ot-person-because">
          <DateText value={asked.dueOn} />
        </span>
      </>
    ),
};

/** The columns of each view: what has to be known to act. */
export const staysColumns: Readonly<Record<AwayView, readonly Column<AwayRow>[]>> = {
  away: [person, where, since, expected, delay, coordinator],
  delayed: [person, where, since, expected, delay, coordinator],
  'follow-up': [person, where, left, followUp, coordinator],
  'day-91': [person, where, since, left, day91, coordinator],
};
