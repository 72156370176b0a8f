import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { WorkerView } from '../../../shared/contract/person-view.ts';
import { codeOptions, codesOf } from '../../../shared/domain/code-lists.ts';
import { CheckboxesField, RadioField } from '../../components/choice-fields.tsx';
import { FieldRow } from '../../components/field-layout.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { activitiesFor } from './activity-options.ts';
import type { ContactValues } from './contact-values.ts';
import { EntrySection } from './entry-section.tsx';
import { JointField } from './joint-field.tsx';
import { shortFor, wordsFor } from './words.ts';

const mechanisms = codeOptions('consultation-mechanism');
const purposes = codeOptions('contact-purpose');
const subjects = codesOf('contact-subject').map((value) => ({ value, label: wordsFor('contact-subject', value) }));
const types = codeOptions('consultation-type');

/** The rest of the record of a contact: what it was for, what was done, who was seen, who came along. */
export function MoreFields({
  form,
  colleagues,
  seen,
}: {
  readonly form: UseFormReturn<ContactValues>;
  readonly colleagues: readonly WorkerView[];
  readonly seen: boolean;
}) {
  const { control } = form;
  const [purpose, subject, type, done, jointWith] = useWatch({
    control,
    name: ['purpose', 'subject', 'consultationType', 'activities', 'jointWith'],
  });
  const summary = [
    purpose && shortFor('contact-purpose', purpose),
    ...(seen
      ? [
          wordsFor('contact-subject', subject),
          type && wordsFor('consultation-type', type),
          ...done.map((code) => shortFor('activity-type', code)),
        ]
      : []),
    jointWith.length > 0 && `with ${jointWith.length} more`,
  ];
  return (
    <EntrySection
      form={form}
      title="Details"
      summary={summary.filter(Boolean).join(' · ')}
      fields={['purpose', 'subject', 'consultationType', 'activities', 'jointWith']}
    >
      <FieldRow>
        <SelectField
          control={control}
          name="purpose"
          label="What it was for"
          options={purposes}
          blank="Not said"
          optional
        />
        {seen && (
          <SelectField
            control={control}
            name="consultationType"
            label="First or follow-up"
            options={types}
            blank="Not said"
            optional
          />
        )}
      </FieldRow>
      {seen && (
        <>
          <RadioField
            control={control}
            name="subject"
            label="Who was seen or spoken to"
            options={subjects}
            look="inline"
          />
          <CheckboxesField
            control={control}
            name="activities"
            label="What was done (optional)"
            options={activitiesFor(done)}
            look="chips"
          />
        </>
      )}
      <SelectField control={control} name="mechanism" label="How, all ways" options={mechanisms} />
      <JointField control={control} name="jointWith" label="Joint visit with (optional)" colleagues={colleagues} />
    </EntrySection>
  );
}
