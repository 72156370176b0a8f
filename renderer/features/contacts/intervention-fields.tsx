import { useEffect } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { codesOf } from '../../../shared/domain/code-lists.ts';
import { CheckboxesField, RadioField } from '../../components/choice-fields.tsx';
import type { ContactValues } from './contact-values.ts';
import { EntrySection } from './entry-section.tsx';
import { shortFor, wordsFor } from './words.ts';

const topics = codesOf('brief-intervention').map((value) => ({ value, label: shortFor('brief-intervention', value) }));
const [adviceGiven = ''] = codesOf('brief-intervention-response');
const responses = codesOf('brief-intervention-response').map((value) => ({
  value,
  label: wordsFor('brief-intervention-response', value),
}));

/** Brief interventions: a chip for what was talked about, then advice given, or a referral offered and its answer. */
export function InterventionFields({ form }: { readonly form: UseFormReturn<ContactValues> }) {
  const { control } = form;
  const chosen = useWatch({ control, name: 'interventions' });
  const answers = useWatch({ control, name: 'responses' });
  useEffect(() => {
    for (const code of chosen) if (!answers[code]) form.setValue(`responses.${code}`, adviceGiven);
  }, [form, chosen, answers]);
  const summary = chosen.map(
    (code) =>
      `${shortFor('brief-intervention', code)}: ${shortFor('brief-intervention-response', answers[code] ?? adviceGiven).toLowerCase()}`,
  );
  return (
    <EntrySection
      form={form}
      title="Brief interventions"
      summary={summary.length > 0 ? summary.join(' · ') : 'none'}
      fields={['interventions', 'responses']}
    >
      <CheckboxesField control={control} name="interventions" label="Talked about" options={topics} look="chips" />
      {chosen.map((code) => (
        <RadioField
          key={code}
          control={control}
          name={`responses.${code}`}
          label={wordsFor('brief-intervention', code)}
          options={responses}
          look="chips"
        />
      ))}
    </EntrySection>
  );
}
