import { DateField } from '../../../../components/date-field.tsx';
import { FieldGroup, FieldRow } from '../../../../components/field-layout.tsx';
import { NumberField } from '../../../../components/number-field.tsx';
import { SelectField } from '../../../../components/select-field.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { usePersonControl } from '../use-person-form.ts';

/** Number and short label only: the scale itself is licensed (Rockwood, Dalhousie University). */
const frailtyScale = [
  'Very fit',
  'Fit',
  'Managing well',
  'Living with very mild frailty',
  'Living with mild frailty',
  'Living with moderate frailty',
  'Living with severe frailty',
  'Living with very severe frailty',
  'Terminally ill',
].map((label, index) => ({ value: String(index + 1), label: `${index + 1} ${label}` }));

const quintiles = ['1 (most deprived fifth)', '2', '3', '4', '5 (least deprived fifth)'].map((label, index) => ({
  value: String(index + 1),
  label,
}));

function Sourced({ of }: { readonly of: 'frailty' | 'admissions' | 'deprivation' }) {
  const control = usePersonControl();
  return (
    <FieldRow>
      <DateField control={control} name={`${of}.asOf`} label="As of" optional />
      <TextField control={control} name={`${of}.source`} label="Source" optional width={20} />
    </FieldRow>
  );
}

/** What other systems worked out about the person: supplied, never computed here. */
export function MeasuredFields() {
  const control = usePersonControl();
  return (
    <>
      <FieldGroup legend="Frailty">
        <FieldRow>
          <SelectField
            control={control}
            name="frailty.cfs"
            label="Clinical Frailty Scale"
            optional
            blank="Not recorded"
            options={frailtyScale}
          />
          <NumberField
            control={control}
            name="frailty.efi"
            label="Electronic frailty index"
            optional
            decimal
            width={5}
          />
        </FieldRow>
        <Sourced of="frailty" />
      </FieldGroup>
      <FieldGroup legend="Emergency admissions">
        <NumberField
          control={control}
          name="admissions.emergency12m"
          label="In the 12 months before"
          optional
          width={3}
        />
        <Sourced of="admissions" />
      </FieldGroup>
      <FieldGroup legend="Deprivation">
        <SelectField
          control={control}
          name="deprivation.quintile"
          label="Quintile of the index of multiple deprivation"
          optional
          blank="Not recorded"
          options={quintiles}
        />
        <Sourced of="deprivation" />
      </FieldGroup>
    </>
  );
}
