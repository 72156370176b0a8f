import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { bandOf } from '../../../shared/domain/instrument-scoring.ts';
import { instrumentOf, responsesOf } from '../../../shared/domain/instruments.ts';
import { useTell } from '../../client/commands.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { InstantText } from '../../components/dates.tsx';
import { SidePanel } from '../../components/dialog.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { toast } from '../../components/toast.ts';
import { PersonLine } from '../contacts/person-line.tsx';
import type { PanelProps } from '../frame/plug-types.ts';
import { RecordSafety } from './record-safety.tsx';

export type OpenedScore = OutputOf<'instruments.result'>;

/** One sitting of an instrument: its answers, what was done for safety, and voiding it. */
export function ScorePanel({ request, onClose }: PanelProps<{ readonly resultId: string }>) {
  const asked = useAsk('instruments.result', { resultId: request.resultId });
  const name = asked.data && (instrumentOf(asked.data.result.instrument)?.name ?? asked.data.result.instrument);
  return (
    <SidePanel open title={name ?? 'Score'} onClose={onClose}>
      <Loaded asked={asked} loading="Opening the score">
        {(opened) => (
          <>
            <PersonLine person={opened.person} />
            {opened.voided && (
              <Callout tone="warning" title="This entry is void">
                <p>
                  {opened.voided.by}, <InstantText value={opened.voided.at} />: {opened.voided.reason}
                </p>
              </Callout>
            )}
            <Safety opened={opened} />
            <Facts opened={opened} />
            {opened.mayVoid && <VoidScore resultId={opened.result.id} onVoided={onClose} />}
          </>
        )}
      </Loaded>
    </SidePanel>
  );
}

function Safety({ opened }: { readonly opened: OpenedScore }) {
  const writes = useMay('assessments.write');
  if (opened.alert === null || opened.voided !== null) return null;
  if (opened.safety.length === 0)
    return (
      <Callout tone="urgent" title="What was done for safety is not recorded">
        {writes && <RecordSafety opened={opened} />}
      </Callout>
    );
  return (
    <Callout
      tone={opened.safety.length > 1 ? 'warning' : 'success'}
      title={
        opened.safety.length > 1 ? 'What was done for safety was recorded twice at once' : 'What was done for safety'
      }
    >
      {opened.safety.map(({ on, by, note }) => (
        <p key={`${on} ${by}`}>
          {note}{' '}
          <span className="ot-muted">
            ({by}, <InstantText value={on} />)
          </span>
        </p>
      ))}
    </Callout>
  );
}

function Facts({ opened }: { readonly opened: OpenedScore }) {
  const { result, answers, note } = opened;
  const instrument = instrumentOf(result.instrument);
  const figures = (instrument?.figures ?? []).flatMap((figure) => {
    const value = result.figures[figure.id];
    if (value === undefined) return [];
    const band = bandOf(figure, value);
    return [
      { term: figure.label, value: `${value} of ${figure.max}${band === null ? '' : `: ${band.label.toLowerCase()}`}` },
    ];
  });
  const items = (instrument?.entry === 'items' ? instrument.items : []).map((item) => {
    const value = answers[item.id];
    const words = instrument && responsesOf(instrument, item).find((each) => each.value === value)?.label;
    return {
      term: item.words,
      value: value === undefined ? null : words === undefined ? String(value) : `${value}: ${words.toLowerCase()}`,
    };
  });
  return (
    <>
      <SummaryList
        rows={[
          ...figures,
          { term: 'Filled in', value: <InstantText value={result.takenAt} /> },
          { term: 'Entered by', value: [result.takenBy.name, result.takenBy.organisation].filter(Boolean).join(', ') },
          ...(note === '' ? [] : [{ term: 'Note', value: note }]),
          { term: 'Version', value: result.version },
        ]}
      />
      {items.length > 1 && (
        <>
          <h3 className="ot-score__heading">Answers</h3>
          <SummaryList rows={items} />
        </>
      )}
    </>
  );
}

function VoidScore({ resultId, onVoided }: { readonly resultId: string; readonly onVoided: () => void }) {
  const [asking, setAsking] = useState(false);
  const { tell, telling } = useTell('instruments.void');
  const carryOut = async (reason: string) => {
    const answer = await tell({ resultId, reason });
    setAsking(false);
    if (!answer.ok) return toast({ message: answer.error.message, tone: 'urgent' });
    onVoided();
    toast({ message: 'The score is void. It counts for nothing any more.' });
  };
  return (
    <div className="ot-score__actions">
      <Button look="quiet" onClick={() => setAsking(true)}>
        Void this entry
      </Button>
      <ConfirmDialog
        open={asking}
        title="Void this score?"
        confirm="Void the score"
        danger
        busy={telling}
        reasonLabel="Why is it void?"
        onConfirm={(reason) => void carryOut(reason)}
        onCancel={() => setAsking(false)}
      >
        <p>It leaves the trends and lists, and its urgent task is cancelled. It stays on record with your reason.</p>
      </ConfirmDialog>
    </div>
  );
}
