import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { formatCount } from '../../components/format.ts';
import { toast } from '../../components/toast.ts';

type Home = OutputOf<'careHomes.open'>['home'];

const closeForm = z.object({ endedOn: z.string().min(1, 'Enter the day on which it closed') });

/** Closes a care home on a day, or opens one again. */
export function CloseHome({ home }: { readonly home: Home }) {
  const [asking, setAsking] = useState(false);
  const reopen = useTell('careHomes.close', { onDone: () => toast({ message: 'The care home is open again' }) });
  if (home.endedOn !== null)
    return (
      <Button
        icon="undo"
        busy={reopen.telling}
        onClick={() => void reopen.tell({ careHomeId: home.id, heads: home.heads, endedOn: null })}
      >
        Open it again
      </Button>
    );
  return (
    <>
      <Button onClick={() => setAsking(true)}>Close the home</Button>
      <Dialog open={asking} title="The care home has closed" width="narrow" onClose={() => setAsking(false)}>
        <CloseForm home={home} onClose={() => setAsking(false)} />
      </Dialog>
    </>
  );
}

function CloseForm({ home, onClose }: { readonly home: Home; readonly onClose: () => void }) {
  const today = useToday();
  const form = useForm({ resolver: zodResolver(closeForm), defaultValues: { endedOn: today } });
  const reopen = useTell('careHomes.close');
  const close = useTell('careHomes.close', {
    onDone: ({ heads }) => {
      const undo = () => void reopen.tell({ careHomeId: home.id, heads, endedOn: null });
      toast({ message: 'The care home is closed', undo });
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit="Close the home"
      onSubmit={async ({ endedOn }) => {
        const answer = await close.tell({ careHomeId: home.id, heads: home.heads, endedOn });
        return answer.ok ? undefined : answer.error;
      }}
    >
      <p>
        It leaves the list of homes and is no longer offered in records. What was recorded of it stays.
        {home.residents > 0 &&
          ` ${formatCount(home.residents, 'record')} still ${home.residents === 1 ? 'says' : 'say'} that somebody lives here: give them their new home under Details.`}
      </p>
      <DateField control={form.control} name="endedOn" label="Closed on" />
    </Form>
  );
}
