import { useState } from 'react';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import type { StayView } from '../../../shared/contract/stay-view.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import type { Column } from '../../components/column.ts';
import { Stack } from '../../components/columns.tsx';
import { DateText } from '../../components/dates.tsx';
import { formatDays } from '../../components/format.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';
import { Tag } from '../../components/tag.tsx';
import { AdmitPanel } from './admit-panel.tsx';
import { StayCard, stayTitle } from './stay-card.tsx';

/** A stay stays in full until nothing of it is to be done any more. */
const isUnfinished = (stay: StayView): boolean =>
  stay.voided === null &&
  (stay.dischargedOn === null ||
    (stay.followUp !== null && stay.followUp.doneOn === null) ||
    (stay.day91 !== null && stay.day91.outcome === null));

/** Where the person is or was cared for, and what is to be done about it. */
export function StaysPanel({ person }: { readonly person: PersonPageView }) {
  const asked = useAsk('stays.ofPerson', { personId: person.id });
  const mayEdit = useMay('stays.write') && person.banner.mergedInto === null && person.banner.voided === null;
  const [admitting, setAdmitting] = useState(false);
  return (
    <Loaded asked={asked} loading="Reading the stays">
      {({ stays, providers }) => {
        const open = stays.filter(isUnfinished);
        const past = stays.filter((stay) => !open.includes(stay));
        return (
          <Stack>
            <div className="ot-stay-head">
              <h2 className="ot-stay-head__title">Stays</h2>
              {mayEdit && (
                <Button size="small" icon="plus" onClick={() => setAdmitting(true)}>
                  Record a stay
                </Button>
              )}
            </div>
            {open.map((stay) => (
              <StayCard key={stay.id} stay={stay} person={person} providers={providers} mayEdit={mayEdit} />
            ))}
            {past.length > 0 && (
              <Panel title="Earlier stays" level={3} flush>
                <SimpleTable caption="Earlier stays" columns={pastColumns} rows={past} rowId={({ id }) => id} />
              </Panel>
            )}
            {stays.length === 0 && <p className="ot-muted">No stays in hospital or other care are recorded.</p>}
            <AdmitPanel open={admitting} person={person} providers={providers} onClose={() => setAdmitting(false)} />
          </Stack>
        );
      }}
    </Loaded>
  );
}

function followedUp({ followUp, day91 }: StayView): string {
  if (followUp?.doneOn) return `Seen ${formatDate(followUp.doneOn)}`;
  if (day91?.outcome) return `Day 91: ${wordOf('day91-outcome', day91.outcome).toLowerCase()}`;
  return '';
}

const pastColumns: readonly Column<StayView>[] = [
  {
    id: 'what',
    header: 'Where',
    rowHeader: true,
    cell: (stay) => (
      <>
        {stayTitle(stay)} {stay.voided !== null && <Tag tone="red">Voided</Tag>}
        {stay.reason !== '' && <span className="ot-person-because">{stay.reason}</span>}
      </>
    ),
  },
  { id: 'from', header: 'Admitted', width: 110, cell: ({ admittedOn }) => <DateText value={admittedOn} /> },
  {
    id: 'to',
    header: 'Left',
    width: 190,
    cell: ({ dischargedOn, destination }) =>
      dischargedOn === null ? (
        <span className="ot-muted">Not recorded</span>
      ) : (
        <>
          <DateText value={dischargedOn} />
          {destination !== null && (
            <span className="ot-person-because">{wordOf('discharge-destination', destination)}</span>
          )}
        </>
      ),
  },
  {
    id: 'days',
    header: 'Days',
    width: 130,
    cell: ({ days, daysLost }) => (
      <>
        {formatDays(days)}
        {daysLost > 0 && <span className="ot-person-because">{`${formatDays(daysLost)} lost`}</span>}
      </>
    ),
  },
  {
    id: 'after',
    header: 'Afterwards',
    width: 170,
    cell: (stay) => followedUp(stay) || <span className="ot-muted">–</span>,
  },
];
