import { formatNhsNumber, parseNhsNumber } from '../../../../../shared/domain/nhs-number.ts';
import { Icon } from '../../../../components/icon.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { usePersonControl, usePersonWatch } from '../use-person-form.ts';

/** What can be said of the digits typed so far; nothing while they may still become a number. */
function judge(typed: string): { readonly good: boolean; readonly words: string } | null {
  const digits = typed.replace(/\D/gu, '').length;
  if (digits < 10) return null;
  const read = parseNhsNumber(typed);
  if (read.ok) return { good: true, words: `${formatNhsNumber(read.value)} is a valid NHS number` };
  return {
    good: false,
    words: digits > 10 ? 'Too many digits: an NHS number has 10' : 'Not a valid NHS number: check each digit',
  };
}

/** The NHS number, checked while it is typed. */
export function NhsNumberField() {
  const control = usePersonControl();
  const said = judge(usePersonWatch().nhsNumber);
  return (
    <div className="ot-nhs-field">
      <TextField
        control={control}
        name="nhsNumber"
        label="NHS number"
        hint="10 digits; spaces do not matter"
        optional
        width={10}
        inputMode="numeric"
      />
      <p
        className={said?.good === false ? 'ot-nhs-field__said ot-nhs-field__said--wrong' : 'ot-nhs-field__said'}
        role="status"
      >
        {said !== null && (
          <>
            <Icon name={said.good ? 'done' : 'error'} size={16} />
            {said.words}
          </>
        )}
      </p>
    </div>
  );
}
