import { formatNhsNumber } from '../../shared/domain/nhs-number.ts';

/** An NHS number grouped 3-3-4, the way it is read aloud. */
export function NhsNumber({ value }: { readonly value: string }) {
  return <span className="ot-nowrap ot-digits">{formatNhsNumber(value)}</span>;
}
