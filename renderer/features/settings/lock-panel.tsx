import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { useTell } from '../../client/commands.ts';
import { useSession } from '../../client/session.ts';
import { Form } from '../../components/form.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { Panel } from '../../components/panel.tsx';
import { toast } from '../../components/toast.ts';

const range = 'Enter a whole number from 2 to 30';
const lockForm = z.object({
  minutes: z
    .int(range)
    .min(2, range)
    .max(30, range)
    .nullable()
    .refine((minutes) => minutes !== null, range),
});

/** After how long without a key or a pointer this device locks. */
export function LockPanel() {
  const { lockAfterMinutes } = useSession();
  const form = useForm<z.input<typeof lockForm>, unknown, z.output<typeof lockForm>>({
    resolver: zodResolver(lockForm),
    values: { minutes: lockAfterMinutes },
  });
  const { tell } = useTell('session.setLockMinutes', { onDone: () => toast({ message: 'Lock time saved' }) });
  return (
    <Panel title="Locking">
      <Form
        form={form}
        submit="Save"
        onSubmit={async ({ minutes }) => {
          if (minutes === null) return undefined;
          const answer = await tell({ minutes });
          return answer.ok ? undefined : answer.error;
        }}
      >
        <NumberField
          control={form.control}
          name="minutes"
          label="Lock after"
          hint="Minutes without a key or the pointer, 2 to 30. Holds for everybody on this device."
          suffix="minutes"
          width={3}
        />
      </Form>
    </Panel>
  );
}
