import { type UseFormReturn, useWatch } from 'react-hook-form';
import { codeOptions, codesOf, isCode } from '../../../shared/domain/code-lists.ts';
import { isCancelled } from '../../../shared/domain/contact-rules.ts';
import { FieldRow } from '../../components/field-layout.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { GroupValues } from './group-values.ts';
import { shortFor } from './words.ts';

const outcomes = codesOf('attendance').map((value) => ({ value, label: shortFor('attendance', value) }));

interface GroupMemberProps {
  readonly form: UseFormReturn<GroupValues>;
  readonly index: number;
  readonly name: string;
  readonly onRemove: () => void;
}

/** One person of a session: whether they came, and what belongs into their own record. */
export function GroupMember({ form, index, name, onRemove }: GroupMemberProps) {
  const { control } = form;
  const attendance = useWatch({ control, name: `people.${index}.attendance` });
  return (
    <li className="ot-group__person">
      <div className="ot-group__head">
        <span className="ot-group__name">{name}</span>
        <IconButton icon="cross" label={`Take ${name} off the list`} onClick={onRemove} />
      </div>
      <FieldRow>
        <SelectField control={control} name={`people.${index}.attendance`} label="How it went" options={outcomes} />
        <TextField control={control} name={`people.${index}.note`} label="Note in their record" optional spellCheck />
      </FieldRow>
      {isCode('attendance', attendance) && isCancelled(attendance) && (
        <SelectField
          control={control}
          name={`people.${index}.cancellationReason`}
          label="Why it was cancelled"
          options={codeOptions('cancellation-reason')}
          blank="Choose"
        />
      )}
    </li>
  );
}
