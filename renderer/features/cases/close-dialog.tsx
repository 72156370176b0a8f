import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Unfinished } from '../../../shared/contract/cases.ts';
import { codeOptions, isCode } from '../../../shared/domain/code-lists.ts';
import { note } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { useAsk } from '../../client/queries.ts';
import { Callout } from '../../components/callout.tsx';
import { RadioField } from '../../components/choice-fields.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';
import { UnfinishedList } from './unfinished-list.tsx';

const closeForm = z.object({
  reason: z.string().refine((code) => isCode('case-closure-reason', code), 'Choose why the case is closed'),
  on: z.string().min(1, 'Enter the day of closure'),
  planned: z.enum(['keep', 'call-off'], 'Say what becomes of the planned contacts'),
  tasks: z.enum(['keep', 'call-off'], 'Say what becomes of the open tasks'),
  note: note(2000),
});

interface CloseDialogProps {
  readonly open: boolean;
  readonly caseId: string;
  readonly onClose: () => void;
}

/** Closes a case. What is unfinished is shown first. */
export function CloseDialog({ open, caseId, onClose }: CloseDialogProps) {
  const asked = useAsk('cases.unfinished', { caseIds: [caseId] }, { enabled: open });
  return (
    <Dialog open={open} title="Close the case" onClose={onClose}>
      <Loaded asked={asked} loading="Looking for what is unfinished">
        {({ rows: [unfinished] }) =>
          unfinished === undefined ? null : <CloseForm unfinished={unfinished} onClose={onClose} />
        }
      </Loaded>
    </Dialog>
  );
}

function CloseForm({ unfinished, onClose }: { readonly unfinished: Unfinished; readonly onClose: () => void }) {
  const { caseId, planned, transfers, tasks } = unfinished;
  const today = useToday();
  const form = useForm({
    resolver: zodResolver(closeForm),
    defaultValues: {
      reason: '',
      on: today,
      planned: 'call-off' as 'keep' | 'call-off',
      tasks: 'keep' as 'keep' | 'call-off',
      note: '',
    },
  });
  const close = useTell('cases.close', {
    onDone: () => {
      toast({ message: 'Case closed' });
      onClose();
    },
  });
  const open = [...planned, ...transfers, ...tasks];
  return (
    <Form
      form={form}
      submit={open.length > 0 ? 'Close the case as shown' : 'Close the case'}
      onSubmit={async ({ reason, ...values }) => {
        if (!isCode('case-closure-reason', reason)) return undefined;
        const answer = await close.tell({ caseId, reason, ...values, acknowledged: open.map(({ id }) => id) });
        return answer.ok ? undefined : answer.error;
      }}
    >
      {open.length > 0 && (
        <Callout tone="warning" title="Unfinished on this case">
          <UnfinishedList planned={planned} transfers={transfers} tasks={tasks} />
          {transfers.length > 0 && <p>Handovers that were not answered are withdrawn.</p>}
        </Callout>
      )}
      <SelectField
        control={form.control}
        name="reason"
        label="Why"
        options={codeOptions('case-closure-reason')}
        blank="Choose a reason"
      />
      <DateField control={form.control} name="on" label="Closed on" />
      {planned.length > 0 && (
        <RadioField
          control={form.control}
          name="planned"
          label="Planned contacts"
          options={[
            { value: 'call-off', label: 'Call them off' },
            { value: 'keep', label: 'Keep them in the diary' },
          ]}
        />
      )}
      {tasks.length > 0 && (
        <RadioField
          control={form.control}
          name="tasks"
          label="Open tasks"
          options={[
            { value: 'keep', label: 'Leave them with whoever has them' },
            { value: 'call-off', label: 'Call them off: the case is closed' },
          ]}
        />
      )}
      <TextAreaField control={form.control} name="note" label="Note" rows={3} optional />
      <p className="ot-muted">
        Everybody’s role on the case ends. To take up the work again, open a new case that follows this one.
      </p>
    </Form>
  );
}
