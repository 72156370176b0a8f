import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { line } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../components/toast.ts';

const viewForm = z.object({ name: line(60) });

interface SaveViewDialogProps {
  readonly open: boolean;
  /** The page that the views are of. */
  readonly page: string;
  /** The view on screen. */
  readonly search: string;
  /** The saved view that gets another name; without it a new one is saved. */
  readonly rename?: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** Asks for the name of a view. */
export function SaveViewDialog({ open, ...props }: SaveViewDialogProps) {
  return (
    <Dialog
      open={open}
      title={props.rename ? 'Rename the view' : 'Save this view'}
      width="narrow"
      onClose={props.onClose}
    >
      <SaveViewForm {...props} />
    </Dialog>
  );
}

function SaveViewForm({ page, search, rename, onClose }: Omit<SaveViewDialogProps, 'open'>) {
  const form = useForm({ resolver: zodResolver(viewForm), defaultValues: { name: rename?.name ?? '' } });
  const [taken, setTaken] = useState<string | null>(null);
  const save = useTell('views.save');
  const change = useTell('views.rename');
  const keep = async (name: string, replace: boolean) => {
    const answer = rename
      ? await change.tell({ viewId: rename.id, name })
      : await save.tell({ page, name, search, replace });
    if (!answer.ok) {
      setTaken(answer.error.code === 'conflict' && !rename ? name : null);
      return answer.error;
    }
    toast({ message: rename ? 'View renamed' : 'View saved' });
    onClose();
    return undefined;
  };
  return (
    <Form
      form={form}
      submit={rename ? 'Rename' : 'Save view'}
      onSubmit={({ name }) => keep(name, false)}
      actions={taken !== null && <Button onClick={() => void keep(taken, true)}>Replace it</Button>}
    >
      <TextField
        control={form.control}
        name="name"
        label="Name of the view"
        hint="The search box is not saved: it may hold a name."
      />
    </Form>
  );
}
