import { type Control, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { addDays } from '../../../shared/domain/british-date.ts';
import { codeOptions } from '../../../shared/domain/code-lists.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { CheckboxField } from '../../components/checkbox-field.tsx';
import { RadioField } from '../../components/choice-fields.tsx';
import { DateField } from '../../components/date-field.tsx';
import { SidePanel } from '../../components/dialog.tsx';
import { FieldRow } from '../../components/field-layout.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../components/toast.ts';
import { DraftedForm } from '../plan/drafted-form.tsx';
import { type AdmitValues, admissionOf, admitForm } from './stay-values.ts';

interface AdmitPanelProps {
  readonly open: boolean;
  readonly person: PersonPageView;
  readonly providers: readonly string[];
  readonly onClose: () => void;
}

/** Records an admission, or the beginning of care at home in its place. */
export function AdmitPanel({ open, ...props }: AdmitPanelProps) {
  return (
    <SidePanel open={open} title="Record a stay" onClose={props.onClose}>
      <AdmitForm {...props} />
    </SidePanel>
  );
}

function AdmitForm({ person, providers, onClose }: Omit<AdmitPanelProps, 'open'>) {
  const today = useToday();
  const openCase = person.cases.find(({ status }) => status === 'open');
  const undo = useTell('stays.undo');
  const admit = useTell('stays.admit', {
    onDone: ({ stayId }) => {
      toast({ message: 'Stay recorded', undo: () => void undo.tell({ stayId }) });
      onClose();
    },
  });
  const start: AdmitValues = {
    kind: 'hospital',
    provider: '',
    ward: '',
    reason: '',
    emergency: false,
    mentalHealth: false,
    admittedOn: today,
    expectedOn: '',
    hold: false,
    reviewOn: addDays(today, 7),
  };
  return (
    <DraftedForm
      schema={admitForm}
      start={start}
      draft={{ kind: 'stay-admit', key: person.id }}
      submit="Record the stay"
      onSubmit={async (values) => {
        const answer = await admit.tell(admissionOf(values, person.id, openCase?.id ?? null));
        return answer.ok ? undefined : answer.error;
      }}
    >
      {(form) => (
        <>
          <RadioField
            control={form.control}
            name="kind"
            label="Kind of stay"
            look="chips"
            options={codeOptions('stay-kind')}
          />
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
          <FieldRow>
            <DateField control={form.control} name="admittedOn" label="Admitted on" />
            <DateField control={form.control} name="expectedOn" label="Expected to leave" optional />
          </FieldRow>
          <CheckboxField control={form.control} name="emergency" label="Emergency" />
          <CheckboxField
            control={form.control}
            name="mentalHealth"
            label="Mental health"
            hint="Somebody must see the person within 3 days of leaving, otherwise within 7."
          />
          {openCase !== undefined && <HoldFields control={form.control} />}
        </>
      )}
    </DraftedForm>
  );
}

function HoldFields({ control }: { readonly control: Control<AdmitValues, unknown, z.output<typeof admitForm>> }) {
  const hold = useWatch({ control, name: 'hold' });
  return (
    <>
      <CheckboxField control={control} name="hold" label="Put the case on hold meanwhile" />
      {hold && <DateField control={control} name="reviewOn" label="Look at the case again on" />}
    </>
  );
}
