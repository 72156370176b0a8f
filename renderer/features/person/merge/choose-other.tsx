import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Button } from '../../../components/button.tsx';
import { ComboField } from '../../../components/combo-field.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Form } from '../../../components/form.tsx';
import { personOptions } from '../../people/person-options.ts';

/** Finds the other record of the same person, to compare it with this one. */
export function ChooseOther({ personId }: { readonly personId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setOpen(true)}>
        Merge another record
      </Button>
      <Dialog open={open} title="Which record is of the same person?" width="narrow" onClose={() => setOpen(false)}>
        <ChooseForm personId={personId} />
      </Dialog>
    </>
  );
}

function ChooseForm({ personId }: { readonly personId: string }) {
  const navigate = useNavigate();
  const schema = z.object({
    otherId: z
      .string()
      .min(1, 'Choose the other record')
      .refine((id) => id !== personId, 'This is the record on screen: choose the other one'),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { otherId: '' } });
  return (
    <Form
      form={form}
      submit="Compare"
      onSubmit={async ({ otherId }) => {
        await navigate({ to: '/people/$personId/merge/$otherId', params: { personId, otherId } });
        return undefined;
      }}
    >
      <ComboField
        control={form.control}
        name="otherId"
        label="The other record"
        hint="Nothing is merged yet: the two records are shown side by side."
        placeholder="Name, birth date or NHS number"
        options={personOptions}
      />
    </Form>
  );
}
