import { zodResolver } from '@hookform/resolvers/zod';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { formatDate, isoDateSchema } from '../../../shared/domain/british-date.ts';
import { codeOptions, codeSchema } from '../../../shared/domain/code-lists.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { optionalLine } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { Button } from '../../components/button.tsx';
import { RadioField } from '../../components/choice-fields.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { DateField } from '../../components/date-field.tsx';
import { DateText } from '../../components/dates.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { Panel } from '../../components/panel.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../components/toast.ts';

type Carer = OutputOf<'checks.ofPerson'>['carer'];

const schema = z.object({ kind: codeSchema('carer-break'), startsOn: isoDateSchema, provider: optionalLine(120) });

function BreakDialog({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const today = useToday();
  const takeBack = useTell('checks.voidBreak');
  const add = useTell('checks.addBreak', {
    onDone: ({ breakId }) => {
      toast({
        message: 'Break recorded',
        undo: () => void takeBack.tell({ breakId, reason: 'Taken back right after it was recorded.' }),
      });
      onClose();
    },
  });
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { kind: 'sitting', startsOn: today, provider: '' },
  });
  return (
    <Dialog open title="A break for the carer" onClose={onClose}>
      <Form
        form={form}
        submit="Record the break"
        onSubmit={async (values) => {
          const answer = await add.tell({ personId, ...values });
          return answer.ok ? undefined : answer.error;
        }}
      >
        <RadioField control={form.control} name="kind" label="What kind" options={codeOptions('carer-break')} />
        <DateField control={form.control} name="startsOn" label="From" hint="Past or arranged." />
        <TextField control={form.control} name="provider" label="Who provides it" optional />
      </Form>
    </Dialog>
  );
}

interface CarerPanelProps {
  readonly personId: string;
  readonly carer: Carer;
  readonly mayWrite: boolean;
}

/** A carer in their own right: whom they care for, and the breaks they have had. */
export function CarerPanel({ personId, carer, mayWrite }: CarerPanelProps) {
  const [adding, setAdding] = useState(false);
  const { flagged, caresFor, breaks } = carer;
  if (!flagged && caresFor.length === 0 && breaks.length === 0) return null;
  return (
    <Panel
      title="As a carer"
      actions={
        mayWrite && (
          <Button size="small" icon="plus" onClick={() => setAdding(true)}>
            Record a break
          </Button>
        )
      }
    >
      <p>
        Cares for{' '}
        {caresFor.length === 0
          ? 'somebody who is not recorded yet. Add the relationship under Details.'
          : caresFor.map(({ id, words }, index) => (
              <span key={id ?? words}>
                {index > 0 && ', '}
                {id === null ? (
                  words
                ) : (
                  <Link to="/people/$personId" params={{ personId: id }}>
                    {words}
                  </Link>
                )}
              </span>
            ))}
      </p>
      {!flagged && (
        <p className="ot-person-because">
          The flag Carer is missing, so no assessment is asked for. Add it under Details.
        </p>
      )}
      {breaks.length === 0 ? (
        <p className="ot-muted">No break is recorded.</p>
      ) : (
        <ul className="ot-bullets">
          {breaks.map(({ id, kind, startsOn, endsOn, hours, provider, recordedBy, mayTakeBack }) => (
            <li key={id}>
              {wordOf('carer-break', kind)}, <DateText value={startsOn} />
              {endsOn !== null && (
                <>
                  {' to '}
                  <DateText value={endsOn} />
                </>
              )}
              {hours !== null && `, ${hours} hours`}
              {provider !== null && `, ${provider}`} <span className="ot-muted">{`recorded by ${recordedBy}`}</span>{' '}
              {mayWrite && mayTakeBack && (
                <TakeBackBreak breakId={id} words={`${wordOf('carer-break', kind)}, ${formatDate(startsOn)}`} />
              )}
            </li>
          ))}
        </ul>
      )}
      {adding && <BreakDialog personId={personId} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

interface TakeBackBreakProps {
  readonly breakId: string;
  /** Which break, spoken. */
  readonly words: string;
}

/** Takes a break back that was recorded in error, after asking why. */
function TakeBackBreak({ breakId, words }: TakeBackBreakProps) {
  const [asking, setAsking] = useState(false);
  const { tell, telling } = useTell('checks.voidBreak');
  const run = async (reason: string) => {
    const answer = await tell({ breakId, reason });
    setAsking(false);
    toast(answer.ok ? { message: 'Break taken back' } : { message: answer.error.message, tone: 'urgent' });
  };
  return (
    <>
      <Button size="small" look="quiet" onClick={() => setAsking(true)}>
        Take back<span className="nhsuk-u-visually-hidden">: {words}</span>
      </Button>
      <ConfirmDialog
        open={asking}
        title="Take this break back"
        confirm="Take it back"
        danger
        busy={telling}
        reasonLabel="Why it was recorded in error"
        onConfirm={(reason) => void run(reason)}
        onCancel={() => setAsking(false)}
      >
        <p>{words}. It stays in the history as recorded in error.</p>
      </ConfirmDialog>
    </>
  );
}
