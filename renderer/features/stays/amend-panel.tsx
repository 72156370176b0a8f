import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import type { Failure } from '../../../shared/contract/answer.ts';
import type { StayView } from '../../../shared/contract/stay-view.ts';
import { codeOptions } from '../../../shared/domain/code-lists.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { CheckboxField } from '../../components/checkbox-field.tsx';
import { DateField } from '../../components/date-field.tsx';
import { SidePanel } from '../../components/dialog.tsx';
import { FieldGroup, FieldRow } from '../../components/field-layout.tsx';
import { Form } from '../../components/form.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../components/toast.ts';
import { type AmendValues, amendForm, amendValues, patchOf } from './stay-values.ts';

interface AmendPanelProps {
  readonly open: boolean;
  readonly stay: StayView;
  readonly providers: readonly string[];
  readonly onClose: () => void;
}

/** Corrects or adds to what a stay says; what it said before stays in the history. */
export function AmendPanel({ open, ...props }: AmendPanelProps) {
  return (
    <SidePanel open={open} title="Dates and delay" onClose={props.onClose}>
      <AmendForm {...props} />
    </SidePanel>
  );
}

/** The fields of the call are those of the form, but for the delay, which the form asks for in two. */
function atFields(failure: Failure): Failure {
  if (!Array.isArray(failure.details)) return failure;
  const details = (failure.details as { path: string; message: string }[]).map(({ path, message }) => ({
    path: path.replace(/^patch\./, '').replace(/^delay(\.reason)?$/, 'delayReason'),
    message,
  }));
  return { ...failure, details };
}

function AmendForm({ stay, providers, onClose }: Omit<AmendPanelProps, 'open'>) {
  const form = useForm<AmendValues, unknown, z.output<typeof amendForm>>({
    resolver: zodResolver(amendForm),
    defaultValues: amendValues(stay),
  });
  const delayed = useWatch({ control: form.control, name: 'delayReason' }) !== '';
  const undo = useTell('stays.undo');
  const amend = useTell('stays.amend', {
    onDone: ({ changed }) => {
      toast(
        changed.length === 0
          ? { message: 'Nothing was changed', tone: 'info' }
          : { message: 'Stay changed', undo: () => void undo.tell({ stayId: stay.id }) },
      );
      onClose();
    },
  });
  const ended = stay.dischargedOn !== null;
  return (
    <Form
      form={form}
      submit="Save"
      actions={<Button onClick={onClose}>Cancel</Button>}
      onSubmit={async (values) => {
        const answer = await amend.tell({ stayId: stay.id, heads: stay.heads, patch: patchOf(values, stay) });
        return answer.ok ? undefined : atFields(answer.error);
      }}
    >
      <FieldGroup legend="Leaving">
        <FieldRow>
          <DateField control={form.control} name="expectedOn" label="Expected to leave" optional />
          <DateField control={form.control} name="readyOn" label="Ready to leave since" optional />
        </FieldRow>
        <FieldRow>
          <SelectField
            control={form.control}
            name="delayReason"
            label="Why leaving is delayed"
            options={codeOptions('delay-reason')}
            blank="Not delayed"
            optional
          />
          <TextField control={form.control} name="delayNote" label="More about it" optional disabled={!delayed} />
        </FieldRow>
        {ended && (
          <FieldRow>
            <DateField control={form.control} name="dischargedOn" label="Left on" />
            <SelectField
              control={form.control}
              name="destination"
              label="Went to"
              options={codeOptions('discharge-destination')}
              blank="Choose"
            />
          </FieldRow>
        )}
      </FieldGroup>
      <FieldGroup legend="The stay">
        <FieldRow>
          <SelectField control={form.control} name="kind" label="Kind of stay" options={codeOptions('stay-kind')} />
          <DateField control={form.control} name="admittedOn" label="Admitted on" />
        </FieldRow>
        <FieldRow>
          <TextField
            control={form.control}
            name="provider"
            label="Hospital or provider"
            suggestions={providers}
            optional
          />
          <TextField control={form.control} name="ward" label="Ward" optional />
        </FieldRow>
        <TextField control={form.control} name="reason" label="Reason" optional />
        <CheckboxField control={form.control} name="emergency" label="Emergency" />
        <CheckboxField control={form.control} name="mentalHealth" label="Mental health" />
      </FieldGroup>
    </Form>
  );
}
