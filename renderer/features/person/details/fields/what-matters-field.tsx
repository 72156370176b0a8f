import { TextAreaField } from '../../../../components/text-area-field.tsx';
import { usePersonControl } from '../use-person-form.ts';

/** What matters to the person, in their own words. */
export function WhatMattersField() {
  return (
    <TextAreaField
      control={usePersonControl()}
      name="whatMatters"
      label="What matters to me"
      hint="In the person’s own words, as “I …”."
      optional
      rows={8}
    />
  );
}
