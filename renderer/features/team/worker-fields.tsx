import type { Control } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import { codeEntry, codesOf } from '../../../shared/domain/code-lists.ts';
import { permissions, roles, roleWords } from '../../../shared/domain/permissions.ts';
import { useSession } from '../../client/session.ts';
import { CheckboxField } from '../../components/checkbox-field.tsx';
import { CheckboxesField } from '../../components/choice-fields.tsx';
import { ComboField } from '../../components/combo-field.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Details } from '../../components/details.tsx';
import { FieldRow } from '../../components/field-layout.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { StaffList } from './team-view.ts';
import type { WorkerInput, WorkerValues } from './worker-values.ts';

interface WorkerFieldsProps {
  readonly control: Control<WorkerValues, unknown, WorkerInput>;
  readonly list: StaffList;
  /** Roles that they hold already: keeping one needs no right to give it. */
  readonly held: readonly string[];
}

const jobOptions = codesOf('worker-role').map((value) => {
  const { label, group } = codeEntry('worker-role', value);
  return { value, label, ...(group !== undefined && { group }) };
});

/** The fields of a worker, for adding and editing. */
export function WorkerFields({ control, list, held }: WorkerFieldsProps) {
  const { roles: own } = useSession();
  const chosen = useWatch({ control, name: 'neighbourhoodIds' });
  const attached = useWatch({ control, name: 'practiceIds' });
  const practices = list.practices.filter(
    ({ id, neighbourhoodId }) => chosen.includes(neighbourhoodId) || attached.includes(id),
  );
  return (
    <>
      <TextField control={control} name="name" label="Name" autoFocus />
      <FieldRow>
        <ComboField
          control={control}
          name="organisationId"
          label="Organisation"
          options={list.organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField control={control} name="job" label="Job" options={jobOptions} blank="Choose" />
      </FieldRow>
      <FieldRow>
        <TextField control={control} name="phone" label="Work phone" inputMode="tel" optional />
        <TextField control={control} name="email" label="Work email" inputMode="email" optional />
      </FieldRow>
      <FieldRow>
        <NumberField
          control={control}
          name="wte"
          label="Working time"
          hint="1 is full time, 0.5 half."
          width={3}
          decimal
        />
        <DateField control={control} name="governanceTrainedOn" label="Governance training" optional />
      </FieldRow>
      <CheckboxField
        control={control}
        name="supervised"
        label="Works under supervision"
        hint="A student or somebody new: shown beside their name."
      />
      <CheckboxesField
        control={control}
        name="roles"
        label="Roles here"
        hint={
          own.includes('admin')
            ? 'What they may do in OneTeam.'
            : 'What they may do in OneTeam. Only an administrator makes administrators and reviewers.'
        }
        look="chips"
        options={roles.map((role) => ({
          value: role,
          label: roleWords[role],
          disabled: isGuarded(role) && !own.includes('admin') && !held.includes(role),
        }))}
      />
      <CheckboxesField
        control={control}
        name="neighbourhoodIds"
        label="Neighbourhoods"
        hint="Whose people they look after. Records of others stay closed to them."
        look="chips"
        options={list.neighbourhoods.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
      {practices.length > 0 && (
        <Details summary={attached.length === 0 ? 'Attach to practices' : `Practices: ${attached.length} chosen`}>
          <CheckboxesField
            control={control}
            name="practiceIds"
            label="Practices"
            look="chips"
            options={practices.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
        </Details>
      )}
    </>
  );
}

/** Roles that open what a team lead may not see. */
const isGuarded = (role: (typeof roles)[number]): boolean =>
  permissions['audit.read'].includes(role) || permissions['backups.restore'].includes(role);
