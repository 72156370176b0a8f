import type { ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { Answer } from '../../../../../shared/contract/answer.ts';
import { Button } from '../../../../components/button.tsx';
import { Dialog } from '../../../../components/dialog.tsx';
import { Form } from '../../../../components/form.tsx';
import { toast } from '../../../../components/toast.ts';

interface EntryDialogProps<V extends FieldValues, O> {
  readonly title: string;
  readonly form: UseFormReturn<V, unknown, O>;
  readonly submit: string;
  readonly danger?: boolean;
  readonly send: (values: O) => Promise<Answer<unknown>>;
  /** Said once it is done. */
  readonly done: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A short form over the page about one entry of the record. Closes once the engine has taken it. */
export function EntryDialog<V extends FieldValues, O>(props: EntryDialogProps<V, O>) {
  const { title, form, submit, danger = false, send, done, onClose, children } = props;
  return (
    <Dialog open title={title} onClose={onClose}>
      <Form
        form={form}
        submit={submit}
        submitLook={danger ? 'danger' : 'primary'}
        actions={<Button onClick={onClose}>Cancel</Button>}
        onSubmit={async (values) => {
          const answer = await send(values);
          if (!answer.ok) return answer.error;
          onClose();
          toast({ message: done });
          return undefined;
        }}
      >
        {children}
      </Form>
    </Dialog>
  );
}
