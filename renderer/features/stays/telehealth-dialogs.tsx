import { z } from 'zod';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import type { EnrolmentView } from '../../../shared/contract/telehealth.ts';
import { codeOptions, isCode } from '../../../shared/domain/code-lists.ts';
import { line, note } from '../../../shared/domain/plain-text.ts';
import { priorityWords, taskPriorities } from '../../../shared/domain/task-rules.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { RadioField } from '../../components/choice-fields.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../components/toast.ts';
import { WorkerField } from '../cases/worker-field.tsx';
import { DraftedForm } from '../plan/drafted-form.tsx';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

const enrolForm = z.object({
  kit: z.string().refine((code) => isCode('telehealth-kit', code), 'Choose the kit'),
  startedOn: z.string().min(1, 'Enter the day on which it was set up'),
  note: note(500),
});

/** Records a kit that somebody has at home. */
export function EnrolDialog({ open, personId, onClose }: DialogProps & { readonly personId: string }) {
  return (
    <Dialog open={open} title="Add a telehealth kit" onClose={onClose}>
      <EnrolForm personId={personId} onClose={onClose} />
    </Dialog>
  );
}

function EnrolForm({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const today = useToday();
  const undo = useTell('telehealth.void');
  const enrol = useTell('telehealth.enrol', {
    onDone: ({ enrolmentId }) => {
      const reason = 'Taken back right after it was recorded.';
      toast({ message: 'Kit recorded', undo: () => void undo.tell({ enrolmentId, reason }) });
      onClose();
    },
  });
  return (
    <DraftedForm
      schema={enrolForm}
      start={{ kit: '', startedOn: today, note: '' }}
      draft={{ kind: 'telehealth-kit', key: personId }}
      submit="Add the kit"
      onSubmit={async ({ kit, ...values }) => {
        if (!isCode('telehealth-kit', kit)) return undefined;
        const answer = await enrol.tell({ personId, kit, ...values });
        return answer.ok ? undefined : answer.error;
      }}
    >
      {({ control }) => (
        <>
          <SelectField
            control={control}
            name="kit"
            label="Kit"
            options={codeOptions('telehealth-kit')}
            blank="Choose"
          />
          <DateField control={control} name="startedOn" label="Set up on" />
          <TextAreaField control={control} name="note" label="Note" rows={2} optional />
        </>
      )}
    </DraftedForm>
  );
}

const endForm = z.object({
  on: z.string().min(1, 'Enter the day on which it ended'),
  reason: z.string().refine((code) => isCode('telehealth-end-reason', code), 'Choose why it ended'),
});

/** Ends a kit with its reason. */
export function EndDialog({ open, of, onClose }: DialogProps & { readonly of: EnrolmentView }) {
  return (
    <Dialog open={open} title="End telehealth" onClose={onClose}>
      <EndForm of={of} onClose={onClose} />
    </Dialog>
  );
}

function EndForm({ of, onClose }: { readonly of: EnrolmentView; readonly onClose: () => void }) {
  const today = useToday();
  const end = useTell('telehealth.end', {
    onDone: () => {
      toast({ message: 'Telehealth ended' });
      onClose();
    },
  });
  return (
    <DraftedForm
      schema={endForm}
      start={{ on: today, reason: '' }}
      draft={{ kind: 'telehealth-end', key: of.id }}
      submit="End telehealth"
      onSubmit={async ({ on, reason }) => {
        if (!isCode('telehealth-end-reason', reason)) return undefined;
        const answer = await end.tell({ enrolmentId: of.id, heads: of.heads, ended: { on, reason } });
        if (answer.ok) return undefined;
        const details = (answer.error.details as { path: string; message: string }[] | undefined)?.map((each) => ({
          ...each,
          path: each.path.replace('ended.', ''),
        }));
        return { ...answer.error, ...(details && { details }) };
      }}
    >
      {({ control }) => (
        <>
          <DateField control={control} name="on" label="Ended on" />
          <SelectField
            control={control}
            name="reason"
            label="Why"
            options={codeOptions('telehealth-end-reason')}
            blank="Choose a reason"
          />
        </>
      )}
    </DraftedForm>
  );
}

const alertForm = z.object({
  words: line(200),
  ownerId: z.string().min(1, 'Say who looks after this alert: every alert has an owner'),
  dueOn: z.string().min(1, 'Enter the day by which it is dealt with'),
  priority: z.enum(taskPriorities),
});

/** Records an alert as the task of a worker. */
export function AlertDialog({
  open,
  of,
  person,
  onClose,
}: DialogProps & { readonly of: EnrolmentView; readonly person: PersonPageView }) {
  return (
    <Dialog open={open} title="Record an alert" onClose={onClose}>
      <AlertForm of={of} owner={person.banner.coordinator?.id ?? ''} onClose={onClose} />
    </Dialog>
  );
}

interface AlertFormProps {
  readonly of: EnrolmentView;
  readonly owner: string;
  readonly onClose: () => void;
}

function AlertForm({ of, owner, onClose }: AlertFormProps) {
  const today = useToday();
  const undo = useTell('telehealth.voidAlert');
  const alert = useTell('telehealth.alert', {
    onDone: ({ alertId }) => {
      const reason = 'Taken back right after it was recorded.';
      toast({ message: 'Alert recorded as a task', undo: () => void undo.tell({ alertId, reason }) });
      onClose();
    },
  });
  return (
    <DraftedForm
      schema={alertForm}
      start={{ words: '', ownerId: owner, dueOn: today, priority: 'urgent' as (typeof taskPriorities)[number] }}
      draft={{ kind: 'telehealth-alert', key: of.id }}
      submit="Record the alert"
      onSubmit={async (values) => {
        const answer = await alert.tell({ enrolmentId: of.id, ...values });
        return answer.ok ? undefined : answer.error;
      }}
    >
      {({ control }) => (
        <>
          <TextField control={control} name="words" label="What the kit reported" autoFocus />
          <WorkerField control={control} name="ownerId" label="Who looks after it" hint="It becomes their task." />
          <DateField control={control} name="dueOn" label="Dealt with by" />
          <RadioField
            control={control}
            name="priority"
            label="How pressing"
            look="chips"
            options={taskPriorities.map((value) => ({ value, label: priorityWords[value] }))}
          />
        </>
      )}
    </DraftedForm>
  );
}
