import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { PathwayView } from '../../../shared/contract/pathways.ts';
import { codeOptions, isCode } from '../../../shared/domain/code-lists.ts';
import { note } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { formatCount } from '../../components/format.ts';
import { SelectField } from '../../components/select-field.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';

const endForm = z.object({
  how: z.string().refine((code) => isCode('pathway-end', code), 'Choose how the pathway ended'),
  note: note(500),
});

/** Ends a pathway; says what happens to the steps that are open. */
export function EndDialog({ pathway, onClose }: { readonly pathway: PathwayView; readonly onClose: () => void }) {
  const { open } = pathway.progress;
  const form = useForm<z.input<typeof endForm>, unknown, z.output<typeof endForm>>({
    resolver: zodResolver(endForm),
    defaultValues: { how: open === 0 ? 'completed' : '', note: '' },
  });
  const back = useTell('pathways.end');
  const end = useTell('pathways.end', {
    onDone: ({ heads }) => {
      toast({
        message: `Pathway ended: ${pathway.name}`,
        undo: () => void back.tell({ pathwayId: pathway.id, heads, end: null }),
      });
      onClose();
    },
  });
  return (
    <Dialog open title={`End the pathway: ${pathway.name}`} onClose={onClose}>
      <p>
        {open === 0
          ? 'Every step is settled.'
          : `${formatCount(open, 'open step')} will count as not needed, and their open tasks are cancelled.`}
      </p>
      <Form
        form={form}
        submit="End the pathway"
        onSubmit={async ({ how, note }) => {
          if (!isCode('pathway-end', how)) return undefined;
          const answer = await end.tell({ pathwayId: pathway.id, heads: pathway.heads, end: { how, note } });
          return answer.ok ? undefined : answer.error;
        }}
      >
        <SelectField
          control={form.control}
          name="how"
          label="How it ended"
          options={codeOptions('pathway-end')}
          blank="Choose how it ended"
        />
        <TextAreaField control={form.control} name="note" label="Note" rows={2} optional />
      </Form>
    </Dialog>
  );
}
