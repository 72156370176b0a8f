import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DiaryEntry } from '../../../shared/contract/diary.ts';
import { formatDate, formatDuration, localDateOf } from '../../../shared/domain/british-date.ts';
import { listName } from '../../../shared/domain/name.ts';
import { useNow } from '../../client/now.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { formatTime } from '../../components/format.ts';
import { Icon } from '../../components/icon.tsx';
import { Tag } from '../../components/tag.tsx';
import { mechanismIcon, outcomeOf, shortFor, wordsFor } from '../contacts/words.ts';
import { openPanel } from '../frame/panels.ts';
import { CancelDialog } from './cancel-dialog.tsx';

/** One contact of a diary with what can be done about it, in place. */
export function DiaryLine({
  entry,
  whose,
  dated,
}: {
  readonly entry: DiaryEntry;
  readonly whose: string;
  readonly dated: boolean;
}) {
  const late = entry.attendance === null && Date.parse(entry.startsAt) < useNow().getTime();
  const outcome = outcomeOf(entry.attendance);
  const others = [entry.worker, ...entry.jointWith].filter(({ id }) => id !== whose).map(({ name }) => name);
  const details = [
    entry.minutes !== null && formatDuration(entry.minutes),
    entry.location !== null && shortFor('activity-location', entry.location),
    entry.purpose !== null && shortFor('contact-purpose', entry.purpose),
    others.length > 0 && `with ${others.join(', ')}`,
  ].filter((part) => part !== false);
  return (
    <li className="ot-diary__line">
      <span className="ot-diary__time">
        {dated && <span>{formatDate(localDateOf(entry.startsAt))}</span>}
        <time dateTime={entry.startsAt}>{formatTime(entry.startsAt)}</time>
      </span>
      <Icon name={mechanismIcon(entry.mechanism)} />
      <div className="ot-diary__words">
        <p className="ot-diary__who">
          {entry.person ? (
            <Link to="/people/$personId" params={{ personId: entry.person.id }}>
              {listName(entry.person.name)}
            </Link>
          ) : (
            'A person of another team'
          )}
          {entry.group !== null && <Tag tone="purple">{entry.group}</Tag>}
          {entry.attendance !== null && <Tag tone={outcome.tone}>{outcome.words}</Tag>}
          {late && <Tag tone="orange">No outcome yet</Tag>}
        </p>
        <p className="ot-diary__details">
          {[wordsFor('consultation-mechanism', entry.mechanism), ...details].join(' · ')}
        </p>
        {entry.attendance === null && entry.note !== '' && <p className="ot-diary__note">{entry.note}</p>}
      </div>
      {entry.person && <LineActions entry={entry} person={entry.person} />}
    </li>
  );
}

interface LineActionsProps {
  readonly entry: DiaryEntry;
  readonly person: NonNullable<DiaryEntry['person']>;
}

function LineActions({ entry, person }: LineActionsProps) {
  const writes = useMay('contacts.write');
  const [cancelling, setCancelling] = useState(false);
  const words = (deed: string) => `${deed}: ${listName(person.name)}`;
  if (entry.attendance !== null || !writes)
    return (
      <div className="ot-diary__actions">
        <Button
          size="small"
          look="quiet"
          aria-label={words('Open')}
          onClick={() => openPanel('contact', { contactId: entry.id })}
        >
          Open
        </Button>
      </div>
    );
  const request = { personId: person.id, contactId: entry.id };
  return (
    <div className="ot-diary__actions">
      <Button size="small" aria-label={words('Record outcome')} onClick={() => openPanel('logContact', request)}>
        Record outcome
      </Button>
      <Button size="small" look="quiet" aria-label={words('Move')} onClick={() => openPanel('planContact', request)}>
        Move
      </Button>
      <Button size="small" look="quiet" aria-label={words('Cancel')} onClick={() => setCancelling(true)}>
        Cancel
      </Button>
      {cancelling && <CancelDialog entry={entry} person={person} onClose={() => setCancelling(false)} />}
    </div>
  );
}
