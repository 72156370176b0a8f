import { useState } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import type { Failure } from '../../../shared/contract/answer.ts';
import type { StayView } from '../../../shared/contract/stay-view.ts';
import { codeOptions } from '../../../shared/domain/code-lists.ts';
import { useTell } from '../../client/commands.ts';
import { CheckboxField } from '../../components/checkbox-field.tsx';
import { DateField } from '../../components/date-field.tsx';
import { SidePanel } from '../../components/dialog.tsx';
import { FieldGroup, FieldRow } from '../../components/field-layout.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../components/toast.ts';
import { DraftedForm } from '../plan/drafted-form.tsx';
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
  const [start] = useState(() => amendValues(stay));
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
  return (
    <DraftedForm
      schema={amendForm}
      start={start}
      draft={{ kind: 'stay-amend', key: stay.id }}
      submit="Save"
      onSubmit={async (values) => {
        const answer = await amend.tell({ stayId: stay.id, heads: values.seen.heads, patch: patchOf(values) });
        return answer.ok ? undefined : atFields(answer.error);
      }}
    >
      {({ control }) => (
        <>
          <FieldGroup legend="Leaving">
            <FieldRow>
              <DateField control={control} name="expectedOn" label="Expected to leave" optional />
              <DateField control={control} name="readyOn" label="Ready to leave since" optional />
            </FieldRow>
            <DelayFields control={control} />
            {stay.dischargedOn !== null && (
              <FieldRow>
                <DateField control={control} name="dischargedOn" label="Left on" />
                <SelectField
                  control={control}
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
              <SelectField control={control} name="kind" label="Kind of stay" options={codeOptions('stay-kind')} />
              <DateField control={control} name="admittedOn" label="Admitted on" />
            </FieldRow>
            <FieldRow>
              <TextField
                control={control}
                name="provider"
                label="Hospital or provider"
                suggestions={providers}
                optional
              />
              <TextField control={control} name="ward" label="Ward" optional />
            </FieldRow>
            <TextField control={control} name="reason" label="Reason" optional />
            <CheckboxField control={control} name="emergency" label="Emergency" />
            <CheckboxField control={control} name="mentalHealth" label="Mental health" />
          </FieldGroup>
        </>
      )}
    </DraftedForm>
  );
}

function DelayFields({ control }: { readonly control: Control<AmendValues, unknown, z.output<typeof amendForm>> }) {
  const delayed = useWatch({ control, name: 'delayReason' }) !== '';
  return (
    <FieldRow>
      <SelectField
        control={control}
        name="delayReason"
        label="Why leaving is delayed"
        options={codeOptions('delay-reason')}
        blank="Not delayed"
        optional
      />
      <TextField control={control} name="delayNote" label="More about it" optional disabled={!delayed} />
    </FieldRow>
  );
}
