import { Link } from '@tanstack/react-router';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { formatDate, formatDuration, localDateOf } from '../../../shared/domain/british-date.ts';
import { listName } from '../../../shared/domain/name.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { Stack } from '../../components/columns.tsx';
import { formatTime } from '../../components/format.ts';
import { Panel } from '../../components/panel.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Tag } from '../../components/tag.tsx';
import { outcomeOf, shortFor } from '../contacts/words.ts';
import { openPanel } from '../frame/panels.ts';

type Practice = OutputOf<'clinic.open'>['practices'][number];
type Appointment = Practice['appointments'][number];

/** Today's appointments, practice by practice, with what was agreed last time beside each. */
export function TodayClinic({ practices }: { readonly practices: readonly Practice[] }) {
  if (practices.length === 0)
    return (
      <EmptyState title="No appointments today" icon="calendar">
        <p>What is planned in the diary for today stands here, by practice.</p>
      </EmptyState>
    );
  return (
    <Stack>
      {practices.map(({ name, appointments }) => (
        <Panel key={name} title={name} count={appointments.length} flush>
          <ul className="ot-clinic__list">
            {appointments.map((appointment) => (
              <Line key={appointment.contactId} appointment={appointment} />
            ))}
          </ul>
        </Panel>
      ))}
    </Stack>
  );
}

function Line({ appointment }: { readonly appointment: Appointment }) {
  const { contactId, startsAt, minutes, attendance, purpose, person, last } = appointment;
  const writes = useMay('contacts.write');
  const name = listName(person.name);
  const outcome = outcomeOf(attendance);
  const about = [minutes !== null && formatDuration(minutes), purpose !== null && shortFor('contact-purpose', purpose)];
  return (
    <li className="ot-clinic__line">
      <time className="ot-clinic__time" dateTime={startsAt}>
        {formatTime(startsAt)}
      </time>
      <div className="ot-clinic__who">
        <Link to="/people/$personId" params={{ personId: person.id }} search={{ tab: 'progress' }}>
          {name}
        </Link>
        {attendance !== null && <Tag tone={outcome.tone}>{outcome.words}</Tag>}
        <span className="ot-muted">{about.filter(Boolean).join(' · ')}</span>
      </div>
      <LastTime last={last} />
      {writes && attendance === null ? (
        <Button
          size="small"
          aria-label={`Record outcome: ${name}`}
          onClick={() => openPanel('logContact', { personId: person.id, contactId })}
        >
          Record outcome
        </Button>
      ) : (
        <Button
          size="small"
          look="quiet"
          aria-label={`Open: ${name}`}
          onClick={() => openPanel('contact', { contactId })}
        >
          Open
        </Button>
      )}
    </li>
  );
}

function LastTime({ last }: { readonly last: Appointment['last'] }) {
  if (last === null) return <p className="ot-clinic__last ot-muted">No session on record yet</p>;
  const on = formatDate(localDateOf(last.at));
  return (
    <div className="ot-clinic__last">
      <p>
        <span className="ot-muted">Agreed on {on}: </span>
        {last.homework === '' ? <span className="ot-muted">nothing recorded</span> : last.homework}
      </p>
      {last.goals.length > 0 && (
        <p>
          <span className="ot-muted">{last.goals.length === 1 ? 'Goal: ' : 'Goals: '}</span>
          {last.goals.join('; ')}
          {last.confidence !== null && <span className="ot-muted"> (confidence {last.confidence} of 10)</span>}
        </p>
      )}
    </div>
  );
}
