import type { UseFormReturn } from 'react-hook-form';
import { Callout } from '../../components/callout.tsx';
import { CheckboxField } from '../../components/checkbox-field.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import type { InstrumentValues } from './instrument-values.ts';

/** What to do now. Said as soon as the answer is given, whatever the total. */
export function SafetyWords() {
  return (
    <>
      <p>
        Ask directly about thoughts of suicide or self-harm, plans, means, and what keeps the person safe. Follow your
        organisation’s procedure and tell whoever must know.
      </p>
      <p>
        In immediate danger: 999, and stay with the person. Otherwise today: NHS 111, mental health option, or the
        crisis team.
      </p>
    </>
  );
}

/** The safety prompt of a form, with the place to record what was done. */
export function SafetyPrompt({ form }: { readonly form: UseFormReturn<InstrumentValues> }) {
  return (
    <Callout tone="urgent" live title="This answer asks for a conversation about safety now">
      <SafetyWords />
      <div className="ot-safety" data-after-scales="">
        <TextAreaField control={form.control} name="safety" label="What was done for safety" rows={3} />
        <CheckboxField
          control={form.control}
          name="later"
          label="I record this later"
          hint="Makes an urgent task for you, due today"
        />
      </div>
    </Callout>
  );
}
