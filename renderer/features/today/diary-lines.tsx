import type { DiaryLine } from '../../../shared/contract/today.ts';
import { formatDuration } from '../../../shared/domain/british-date.ts';
import { listName } from '../../../shared/domain/name.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { formatTime } from '../../components/format.ts';
import { CasePerson } from '../cases/case-person.tsx';
import { shortFor, wordsFor } from '../contacts/words.ts';
import { openPanel } from '../frame/panels.ts';
import { Lines, TodayLine } from './today-line.tsx';

interface DiaryLinesProps {
  readonly lines: readonly DiaryLine[];
  /** What the button of a line says. */
  readonly action: string;
  /** Begins with the time of day: for appointments of one day. */
  readonly timed?: boolean;
}

/** Appointments; the outcome of each can be recorded from the line. */
export function DiaryLines({ lines, action, timed = false }: DiaryLinesProps) {
  const may = useMay('contacts.write');
  return (
    <Lines>
      {lines.map((line) => (
        <TodayLine
          key={line.contactId}
          who={
            <>
              {timed && (
                <time className="ot-lines__time" dateTime={line.startsAt}>
                  {formatTime(line.startsAt)}
                </time>
              )}
              <Whom line={line} />
            </>
          }
          reason={timed ? whatOf(line) : `${whatOf(line)}. ${line.reason}`}
          actions={may && line.person !== null && <Outcome line={line} words={action} />}
        />
      ))}
    </Lines>
  );
}

/** `Face to face, 45 minutes, review`. */
function whatOf({ mechanism, minutes, purpose }: DiaryLine): string {
  const parts = [
    shortFor('consultation-mechanism', mechanism),
    minutes === null ? '' : formatDuration(minutes),
    purpose === null ? '' : wordsFor('contact-purpose', purpose).toLowerCase(),
  ];
  return parts.filter(Boolean).join(', ');
}

function Whom({ line: { person, group } }: { readonly line: DiaryLine }) {
  if (group !== null)
    return (
      <span>
        <strong>{group.title}</strong> ({group.people} people)
      </span>
    );
  return person === null ? <span>Somebody of another team</span> : <CasePerson person={person} />;
}

function Outcome({ line: { contactId, person }, words }: { readonly line: DiaryLine; readonly words: string }) {
  if (person === null) return null;
  return (
    <Button size="small" onClick={() => openPanel('logContact', { personId: person.id, contactId })}>
      {words}
      <span className="nhsuk-u-visually-hidden"> with {listName(person.name)}</span>
    </Button>
  );
}
