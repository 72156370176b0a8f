import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import type { StayView } from '../../../shared/contract/stay-view.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { codeOptions, isCode } from '../../../shared/domain/code-lists.ts';
import { followUpDue, type StayKind } from '../../../shared/domain/stay-rules.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { Button } from '../../components/button.tsx';
import { CheckboxField } from '../../components/checkbox-field.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { toast } from '../../components/toast.ts';
import { WorkerField } from '../cases/worker-field.tsx';

const dischargeForm = z.object({
  dischargedOn: z.string().min(1, 'Enter the day on which the person left'),
  destination: z.string().refine((code) => isCode('discharge-destination', code), 'Choose where the person went'),
  followUpBy: z.string(),
  resume: z.boolean(),
});

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
  const form = useForm({
    resolver: zodResolver(dischargeForm),
    defaultValues: {
      dischargedOn: today,
      destination: '19',
      followUpBy: person.banner.coordinator?.id ?? '',
      resume: held !== undefined,
    },
  });
  const [dischargedOn, destination] = useWatch({ control: form.control, name: ['dischargedOn', 'destination'] });
  const due = dueOf(stay, dischargedOn, destination);
  const undo = useTell('stays.undo');
  const discharge = useTell('stays.discharge', {
    onDone: ({ followUp }) => {
      const follows = followUp === null ? '' : ` Follow-up by ${followUp.owner} until ${formatDate(followUp.dueOn)}.`;
      toast({ message: `Discharge recorded.${follows}`, undo: () => void undo.tell({ stayId: stay.id }) });
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit="Record the discharge"
      actions={<Button onClick={onClose}>Cancel</Button>}
      onSubmit={async (values) => {
        if (!isCode('discharge-destination', values.destination)) return undefined;
        const answer = await discharge.tell({
          stayId: stay.id,
          heads: stay.heads,
          dischargedOn: values.dischargedOn,
          destination: values.destination,
          followUpBy: due === null || values.followUpBy === '' ? null : values.followUpBy,
          resume: values.resume && held !== undefined ? held.id : null,
        });
        return answer.ok ? undefined : answer.error;
      }}
    >
      <DateField control={form.control} name="dischargedOn" label="Left on" />
      <SelectField
        control={form.control}
        name="destination"
        label="Went to"
        options={codeOptions('discharge-destination')}
        blank="Choose"
      />
      {due !== null && (
        <WorkerField
          control={form.control}
          name="followUpBy"
          label="Who sees the person next"
          hint={`It becomes their task, due ${formatDate(due)}. Without a name it goes to the coordinator, else to you.`}
          optional
        />
      )}
      {held !== undefined && <CheckboxField control={form.control} name="resume" label="Take up the case again" />}
    </Form>
  );
}

function dueOf({ kind, mentalHealth }: StayView, dischargedOn: string, destination: string): string | null {
  if (!isCode('stay-kind', kind) || !isCode('discharge-destination', destination)) return null;
  if (!/^\d{4}-\d\d-\d\d$/.test(dischargedOn)) return null;
  return followUpDue({ kind: kind as StayKind, mentalHealth, dischargedOn, destination });
}
