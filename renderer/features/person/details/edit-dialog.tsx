import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import type { PersonPatch } from '../../../../shared/domain/person-fields.ts';
import { useTell } from '../../../client/commands.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Form } from '../../../components/form.tsx';
import { toast } from '../../../components/toast.ts';
import { withoutPrefix } from './form-failure.ts';
import type { DetailGroup } from './groups.tsx';
import { changedFields, type PersonValues, patchSchemaOf, valuesOf } from './person-values.ts';

interface EditDialogProps {
  readonly group: DetailGroup;
  readonly person: PersonPageView;
  readonly onClose: () => void;
}

/** Edits fields that belong together. What is sent back says which version its author was shown. */
export function EditDialog({ group, person, onClose }: EditDialogProps) {
  const { tell } = useTell('people.edit');
  // The record as it was when the dialog opened: somebody may save meanwhile, and both are then kept.
  const [shown] = useState(person.details);
  const schema = patchSchemaOf(group.fields);
  const form = useForm<PersonValues, unknown, PersonPatch>({
    resolver: zodResolver(schema),
    defaultValues: valuesOf(shown),
  });
  const save = async (values: PersonPatch) => {
    const patch = changedFields(values, schema.safeParse(valuesOf(shown)).data);
    if (Object.keys(patch).length === 0) {
      onClose();
      return undefined;
    }
    const answer = await tell({ personId: person.id, patch, heads: shown.heads });
    if (!answer.ok) return withoutPrefix(answer.error, 'patch');
    onClose();
    if (answer.value.contested.length > 0)
      toast({
        message: 'Saved. Somebody else changed the same meanwhile: both are kept until you choose.',
        tone: 'info',
      });
    else toast({ message: 'Saved' });
    return undefined;
  };
  return (
    <Dialog open title={group.title} onClose={onClose}>
      <Form form={form} submit="Save" actions={<Button onClick={onClose}>Cancel</Button>} onSubmit={save}>
        <group.Fields person={person} />
      </Form>
    </Dialog>
  );
}
