import { useState } from 'react';
import type { CheckView } from '../../../shared/contract/checks.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { partsOf, stateWords } from '../../../shared/domain/checks.ts';
import { codeLabel, isCode } from '../../../shared/domain/code-lists.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Details } from '../../components/details.tsx';
import { Tag } from '../../components/tag.tsx';
import { toast } from '../../components/toast.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { roundOf, useRecord, type WholeEntry } from './use-record.ts';
import { entryWords, partWord, stateTone } from './words.ts';

interface CheckItemProps {
  readonly personId: string;
  readonly check: CheckView;
  readonly mayWrite: boolean;
}

/** When it was done and offered, and when it is due, in one line. */
function datesOf({ state, lastDoneOn, lastOfferedOn, dueOn, missing, round }: CheckView): string {
  const parts =
    round !== null && missing.length > 0 ? `Missing: ${missing.map(partWord).join(', ').toLowerCase()}` : '';
  return [
    lastDoneOn === null ? (state === 'due' ? 'Never recorded' : '') : `Last done ${formatDate(lastDoneOn)}`,
    lastOfferedOn === null || state === 'done' ? '' : `offered ${formatDate(lastOfferedOn)}`,
    dueOn === null ? '' : `${state === 'done' ? 'next due' : 'due since'} ${formatDate(dueOn)}`,
    parts,
  ]
    .filter(Boolean)
    .join(', ');
}

/** One check: for whom and why, how it stands, and what can be recorded in one press. */
export function CheckItem({ personId, check, mayWrite }: CheckItemProps) {
  const [asking, setAsking] = useState<{ deed: 'entry' } | { deed: 'void'; id: string } | null>(null);
  const today = useToday();
  const { record, busy } = useRecord(personId, check);
  const takeBack = useTell('checks.void', { onDone: () => toast({ message: 'The entry was taken back' }) });
  const label = isCode('check', check.kind) ? codeLabel('check', check.kind) : check.kind;
  const whole = isCode('check', check.kind) && partsOf(check.kind).length > 0;
  const { state } = check;
  const press = (entry: WholeEntry, said: string) =>
    void record({ ...roundOf(check), ...entry }, said).then((failure) => {
      if (failure) toast({ message: failure.message, tone: 'urgent' });
    });
  const hidden = <span className="nhsuk-u-visually-hidden"> {label}</span>;
  const close = () => setAsking(null);
  return (
    <li className="ot-check-item">
      <span className="ot-step__what">
        <b>{label}</b>
        <span className="ot-person-because">{check.because}</span>
      </span>
      <span className="ot-step__standing">
        <span>{check.eligible || state !== 'due' ? <Tag tone={stateTone[state]}>{stateWords[state]}</Tag> : null}</span>
        <span className="ot-person-because">{datesOf(check)}</span>
      </span>
      {mayWrite && (
        <span className="ot-step__deeds">
          {check.eligible && state === 'due' && (
            <Button size="small" busy={busy} onClick={() => press({ offeredOn: today }, 'Offer recorded')}>
              Offered today{hidden}
            </Button>
          )}
          {check.eligible && state === 'offered' && (
            <>
              <Button size="small" busy={busy} onClick={() => press({ response: 'accepted' }, 'Accepted')}>
                Accepted{hidden}
              </Button>
              <Button size="small" look="quiet" busy={busy} onClick={() => press({ response: 'declined' }, 'Declined')}>
                Declined{hidden}
              </Button>
            </>
          )}
          {check.eligible && !whole && (state === 'due' || state === 'accepted') && (
            <Button
              size="small"
              icon="tick"
              busy={busy}
              onClick={() => press({ doneOn: today, response: check.round ? 'accepted' : null }, 'Check recorded')}
            >
              Done today{hidden}
            </Button>
          )}
          <Button size="small" look="quiet" onClick={() => setAsking({ deed: 'entry' })}>
            {whole && state !== 'done' ? 'Record parts' : 'More'}
            {hidden}
          </Button>
        </span>
      )}
      {check.entries.length > 0 && (
        <div className="ot-check-item__entries">
          <Details summary={`Recorded (${check.entries.length})`}>
            <ul className="ot-bullets">
              {check.entries.map((entry) => (
                <li key={entry.id}>
                  {entryWords(entry)} <span className="ot-muted">{entry.recordedBy}</span>{' '}
                  {mayWrite && (
                    <button
                      className="ot-link-button"
                      type="button"
                      onClick={() => setAsking({ deed: 'void', id: entry.id })}
                    >
                      Take back<span className="nhsuk-u-visually-hidden"> this entry</span>
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </Details>
        </div>
      )}
      {asking?.deed === 'entry' && <EntryDialog personId={personId} check={check} onClose={close} />}
      <ConfirmDialog
        open={asking?.deed === 'void'}
        title="Take this entry back"
        confirm="Take it back"
        danger
        busy={takeBack.telling}
        reasonLabel="Why it is wrong"
        onCancel={close}
        onConfirm={(reason) => {
          if (asking?.deed === 'void')
            void takeBack.tell({ checkId: asking.id, reason }).then((answer) => {
              if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
            });
          close();
        }}
      >
        <p>It stays in the history, and no longer counts.</p>
      </ConfirmDialog>
    </li>
  );
}
