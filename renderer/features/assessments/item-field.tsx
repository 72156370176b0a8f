import type { UseFormReturn } from 'react-hook-form';
import type { Instrument, InstrumentItem } from '../../../shared/domain/instrument-definition.ts';
import { responsesOf } from '../../../shared/domain/instruments.ts';
import { NumberField } from '../../components/number-field.tsx';
import { RulerField } from '../../components/ruler-field.tsx';
import { ScaleField } from '../../components/scale-field.tsx';
import type { InstrumentValues } from './instrument-values.ts';

interface ItemFieldProps {
  readonly form: UseFormReturn<InstrumentValues>;
  readonly instrument: Instrument;
  readonly item: InstrumentItem;
  /** Number of the item, from 1; left out where there is only one. */
  readonly number: number | null;
}

/** One item: numbered answers, a 0 to 10 ruler, or a number. */
export function ItemField({ form, instrument, item, number }: ItemFieldProps) {
  const name = `answers.${item.id}` as const;
  const label = number === null ? item.words : `${number}. ${item.words}`;
  if (item.number === undefined)
    return <ScaleField control={form.control} name={name} label={label} options={responsesOf(instrument, item)} />;
  const { min, max, step, low, high } = item.number;
  if (low !== undefined && high !== undefined)
    return <RulerField control={form.control} name={name} label={label} low={low} high={high} />;
  return (
    <NumberField
      control={form.control}
      name={name}
      label={label}
      hint={`From ${min} to ${max}`}
      decimal={step < 1}
      optional={item.optional}
    />
  );
}
