import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { requiredNote } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { Form } from '../../components/form.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';
import { SafetyWords } from './safety-prompt.tsx';
import type { OpenedScore } from './score-panel.tsx';

const schema = z.object({ note: requiredNote(5000) });

/** Records later what was done for safety; its urgent task is then done. */
export function RecordSafety({ opened }: { readonly opened: OpenedScore }) {
  const form = useForm<z.output<typeof schema>>({ resolver: zodResolver(schema), defaultValues: { note: '' } });
  const record = useTell('instruments.recordSafety');
  return (
    <>
      <SafetyWords />
      <Form
        form={form}
        submit="Record it"
        onSubmit={async ({ note }) => {
          const answer = await record.tell({ resultId: opened.result.id, heads: opened.heads, note });
          if (!answer.ok) return answer.error;
          toast({ message: 'Recorded. The urgent task is done.' });
          return undefined;
        }}
      >
        <TextAreaField control={form.control} name="note" label="What was done for safety" rows={3} />
      </Form>
    </>
  );
}
