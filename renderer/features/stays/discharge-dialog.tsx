import { type Control, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import type { StayView } from '../../../shared/contract/stay-view.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { codeOptions, isCode } from '../../../shared/domain/code-lists.ts';
import { followUpDue, type StayKind } from '../../../shared/domain/stay-rules.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { CheckboxField } from '../../components/checkbox-field.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { toast } from '../../components/toast.ts';
import { WorkerField } from '../cases/worker-field.tsx';
import { DraftedForm } from '../plan/drafted-form.tsx';

const dischargeForm = z.object({
  dischargedOn: z.string().min(1, 'Enter the day on which the person left'),
  destination: z.string().refine((code) => isCode('discharge-destination', code), 'Choose where the person went'),
  followUpBy: z.string(),
  resume: z.boolean(),
});
type DischargeValues = z.input<typeof dischargeForm>;

interface DischargeDialogProps {
  readonly open: boolean;
  readonly stay: StayView;
  readonly person: PersonPageView;
  readonly onClose: () => void;
}

/** Ends a stay, says what follows from it, and whose task it is. */
export function DischargeDialog({ open, ...props }: DischargeDialogProps) {
  return (
    <Dialog open={open} title="Record the discharge" onClose={props.onClose}>
      <DischargeForm {...props} />
    </Dialog>
  );
}

function DischargeForm({ stay, person, onClose }: Omit<DischargeDialogProps, 'open'>) {
  const today = useToday();
  const held = person.cases.find(
    ({ status, state }) => status === 'on-hold' && (state.reason === 'in-hospital' || state.reason === 'respite'),
  );
  const undo = useTell('stays.undo');
  const discharge = useTell('stays.discharge', {
    onDone: ({ followUp }) => {
      const follows = followUp === null ? '' : ` Follow-up by ${followUp.owner} until ${formatDate(followUp.dueOn)}.`;
      toast({ message: `Discharge recorded.${follows}`, undo: () => void undo.tell({ stayId: stay.id }) });
      onClose();
    },
  });
  const start: DischargeValues = {
    dischargedOn: today,
    destination: '19',
    followUpBy: person.banner.coordinator?.id ?? '',
    resume: held !== undefined,
  };
  return (
    <DraftedForm
      schema={dischargeForm}
      start={start}
      draft={{ kind: 'stay-discharge', key: stay.id }}
      submit="Record the discharge"
      onSubmit={async ({ dischargedOn, destination, followUpBy, resume }) => {
        if (!isCode('discharge-destination', destination)) return undefined;
        const follows = dueOf(stay, dischargedOn, destination) !== null && followUpBy !== '';
        const answer = await discharge.tell({
          stayId: stay.id,
          heads: stay.heads,
          dischargedOn,
          destination,
          followUpBy: follows ? followUpBy : null,
          resume: resume && held !== undefined ? held.id : null,
        });
        return answer.ok ? undefined : answer.error;
      }}
    >
      {({ control }) => (
        <>
          <DateField control={control} name="dischargedOn" label="Left on" />
          <SelectField
            control={control}
            name="destination"
            label="Went to"
            options={codeOptions('discharge-destination')}
            blank="Choose"
          />
          <FollowUpField control={control} stay={stay} />
          {held !== undefined && <CheckboxField control={control} name="resume" label="Take up the case again" />}
        </>
      )}
    </DraftedForm>
  );
}

interface FollowUpFieldProps {
  readonly control: Control<DischargeValues, unknown, z.output<typeof dischargeForm>>;
  readonly stay: StayView;
}

function FollowUpField({ control, stay }: FollowUpFieldProps) {
  const [dischargedOn, destination] = useWatch({ control, name: ['dischargedOn', 'destination'] });
  const due = dueOf(stay, dischargedOn, destination);
  if (due === null) return null;
  return (
    <WorkerField
      control={control}
      name="followUpBy"
      label="Who sees the person next"
      hint={`It becomes their task, due ${formatDate(due)}. Without a name it goes to the coordinator, else to you.`}
      optional
    />
  );
}

function dueOf({ kind, mentalHealth }: StayView, dischargedOn: string, destination: string): string | null {
  if (!isCode('stay-kind', kind) || !isCode('discharge-destination', destination)) return null;
  if (!/^\d{4}-\d\d-\d\d$/.test(dischargedOn)) return null;
  return followUpDue({ kind: kind as StayKind, mentalHealth, dischargedOn, destination });
}
