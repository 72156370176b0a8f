import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { VersionView } from '../../../shared/contract/plan-view.ts';
import { isoDateSchema } from '../../../shared/domain/british-date.ts';
import { type CodeOf, codeOptions, codeSchema } from '../../../shared/domain/code-lists.ts';
import { line } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../components/toast.ts';
import { useWithdraw } from './use-withdraw.ts';

const copyForm = z.object({ givenOn: isoDateSchema, format: codeSchema('plan-copy-format'), givenTo: line(120) });

interface CopyDialogProps {
  readonly open: boolean;
  readonly plan: VersionView;
  /** The format and the name that are most likely meant. */
  readonly format?: CodeOf<'plan-copy-format'>;
  readonly givenTo?: string;
  readonly onClose: () => void;
}

/** Records that somebody was given a copy of the plan that holds. */
export function CopyDialog({ open, ...props }: CopyDialogProps) {
  return (
    <Dialog open={open} title={`Copy of version ${props.plan.version} given`} onClose={props.onClose}>
      <CopyForm {...props} />
    </Dialog>
  );
}

function CopyForm({ plan, format = 'print', givenTo = '', onClose }: Omit<CopyDialogProps, 'open'>) {
  const today = useToday();
  const withdraw = useWithdraw();
  const form = useForm({
    resolver: zodResolver(copyForm),
    defaultValues: { givenOn: today, format, givenTo },
  });
  const { tell } = useTell('plans.giveCopy', {
    onDone: ({ copyId }) => {
      toast({ message: 'Copy recorded', undo: () => withdraw('copy', copyId) });
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit="Record the copy"
      onSubmit={async (values) => {
        const answer = await tell({ planId: plan.id, ...values });
        return answer.ok ? undefined : answer.error;
      }}
    >
      <TextField
        control={form.control}
        name="givenTo"
        label="Given to"
        hint="The person, or whoever they named."
        autoFocus
      />
      <SelectField control={form.control} name="format" label="Format" options={codeOptions('plan-copy-format')} />
      <DateField control={form.control} name="givenOn" label="Given on" />
    </Form>
  );
}
