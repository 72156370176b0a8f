import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { useTell } from '../../client/commands.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { formatCount } from '../../components/format.ts';
import { SelectField } from '../../components/select-field.tsx';
import { toast } from '../../components/toast.ts';

type Answer = OutputOf<'careHomes.list'>;

interface LinkDialogProps {
  readonly named: Answer['unknown'][number] | null;
  readonly homes: Answer['homes'];
  readonly onClose: () => void;
}

const linkForm = z.object({ careHomeId: z.string().min(1, 'Choose the care home') });

/** Says that a name in records means a home that is on the list under another name. */
export function LinkDialog({ named, homes, onClose }: LinkDialogProps) {
  return (
    <Dialog open={named !== null} title="It is another name of a home" width="narrow" onClose={onClose}>
      {named !== null && (
        <LinkForm
          named={named}
          homes={homes.filter(({ neighbourhood }) => neighbourhood.id === named.neighbourhood.id)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

function LinkForm({ named, homes, onClose }: LinkDialogProps & { readonly named: Answer['unknown'][number] }) {
  const form = useForm({ resolver: zodResolver(linkForm), defaultValues: { careHomeId: '' } });
  const link = useTell('careHomes.link', {
    onDone: ({ people }) => {
      toast({ message: `${formatCount(people, 'record')} changed` });
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit="Link"
      onSubmit={async ({ careHomeId }) => {
        const answer = await link.tell({ careHomeId, named: named.name });
        return answer.ok ? undefined : answer.error;
      }}
    >
      <p>
        {formatCount(named.residents, 'record')} with the home “{named.name}” will name the home that you choose. Each
        keeps its history.
      </p>
      <SelectField
        control={form.control}
        name="careHomeId"
        label="Care home"
        options={homes.map(({ id, name }) => ({ value: id, label: name }))}
        blank="Choose"
      />
    </Form>
  );
}
