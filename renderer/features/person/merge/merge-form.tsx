import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { OutputOf } from '../../../../shared/contract/index.ts';
import { requiredNote } from '../../../../shared/domain/plain-text.ts';
import { useTell } from '../../../client/commands.ts';
import { ButtonLink } from '../../../components/button-link.tsx';
import { Callout } from '../../../components/callout.tsx';
import { Columns, Stack } from '../../../components/columns.tsx';
import { Form } from '../../../components/form.tsx';
import { Panel } from '../../../components/panel.tsx';
import { TextAreaField } from '../../../components/text-area-field.tsx';
import { toast } from '../../../components/toast.ts';
import { type Choices, FieldChoices } from './field-choices.tsx';
import { MergeSides } from './merge-sides.tsx';

export type MergePreview = OutputOf<'people.mergePreview'>;

const schema = z.object({ reason: requiredNote(500) });

/** Both records, what wins of each field, what will move, and the reason. */
export function MergeForm({ preview }: { readonly preview: MergePreview }) {
  const { kept, merged, fields, moves, warnings, obstacles } = preview;
  const navigate = useNavigate();
  const merge = useTell('people.merge');
  const unmerge = useTell('people.unmerge');
  const [choices, setChoices] = useState<Choices>(() =>
    Object.fromEntries(fields.map(({ field, suggested }) => [field, suggested])),
  );
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { reason: '' } });

  const save = async ({ reason }: { reason: string }) => {
    const answer = await merge.tell({ keptId: kept.id, mergedId: merged.id, choices: { ...choices }, reason });
    if (!answer.ok) return answer.error;
    const { mergeId } = answer.value;
    toast({
      message: 'The records are one',
      undo: () => void unmerge.tell({ mergeId, reason: 'Undone right after the merge' }),
    });
    await navigate({ to: '/people/$personId', params: { personId: kept.id } });
    return undefined;
  };

  return (
    <Columns layout="main-side">
      <Stack>
        <MergeSides kept={kept} merged={merged} />
        <Panel title="Which value stands" flush={fields.length > 0}>
          {fields.length === 0 ? (
            <p className="ot-muted">The two records say the same in every field.</p>
          ) : (
            <FieldChoices fields={fields} choices={choices} onChange={setChoices} />
          )}
        </Panel>
      </Stack>
      <Stack>
        {obstacles.map((sentence) => (
          <Callout key={sentence} tone="urgent" title="This stands in the way">
            <p>{sentence}</p>
          </Callout>
        ))}
        {warnings.map((sentence) => (
          <Callout key={sentence} tone="warning" title="Think about this">
            <p>{sentence}</p>
          </Callout>
        ))}
        <Panel title="What will happen">
          <ul className="ot-bullets">
            {moves.length === 0 ? (
              <li>Nothing else is recorded on the other record.</li>
            ) : (
              moves.map((words) => <li key={words}>{words} go to the kept record</li>)
            )}
            <li>The other record stays readable and points to the kept one.</li>
            <li>Lists, searches and exports know one person from now on.</li>
          </ul>
          <Form
            form={form}
            submit="Merge the records"
            disabled={obstacles.length > 0}
            actions={
              <ButtonLink to="/people/$personId" params={{ personId: kept.id }}>
                Do not merge
              </ButtonLink>
            }
            onSubmit={save}
          >
            <TextAreaField
              control={form.control}
              name="reason"
              label="How you know that it is one person"
              hint="For example: both told the same birthplace, and the practice confirmed it."
              rows={3}
            />
          </Form>
        </Panel>
      </Stack>
    </Columns>
  );
}
