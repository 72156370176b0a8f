import { type KeyboardEvent, useRef } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Button } from './button.tsx';
import { ChoiceGroup } from './choice-group.tsx';
import { type FieldProps, useField } from './field.ts';

interface RulerFieldProps<V extends FieldValues, O> extends FieldProps<V, O> {
  /** Words at 0 and at 10. */
  readonly low: string;
  readonly high: string;
}

const marks = Array.from({ length: 11 }, (_, mark) => mark);

/** A 1 and a 0 typed within so many milliseconds are a ten. */
const TOGETHER = 900;

/**
 * The 0–10 ruler of motivational interviewing: eleven radios in a row, which take typed digits as well as arrows.
 * The value is a number, or null.
 */
export function RulerField<V extends FieldValues, O = V>(props: RulerFieldProps<V, O>) {
  const { id, words, error, input, value, change } = useField(props);
  const typed = useRef({ digit: '', at: 0 });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Delete' || event.key === 'Backspace') change(null);
    if (!/^\d$/u.test(event.key) || event.ctrlKey || event.altKey) return;
    const before = event.timeStamp - typed.current.at < TOGETHER ? typed.current.digit : '';
    const mark = before === '1' && event.key === '0' ? 10 : Number(event.key);
    typed.current = { digit: event.key, at: event.timeStamp };
    change(mark);
    event.currentTarget.closest('.ot-ruler__marks')?.querySelectorAll('input')[mark]?.focus();
  };
  const spoken = (mark: number) => (mark === 0 ? `0, ${props.low}` : mark === 10 ? `10, ${props.high}` : String(mark));
  return (
    <ChoiceGroup id={id} legend={words.label} hint={words.hint} error={error}>
      <div className="ot-ruler">
        <div className="ot-ruler__marks">
          {marks.map((mark) => (
            <label className="ot-ruler__mark" key={mark}>
              <input
                className="ot-ruler__input"
                id={mark === 0 ? id : `${id}-${mark}`}
                ref={mark === 0 ? input.ref : undefined}
                type="radio"
                name={id}
                checked={value === mark}
                disabled={input.disabled}
                aria-label={spoken(mark)}
                onChange={() => change(mark)}
                onBlur={input.onBlur}
                onKeyDown={onKeyDown}
              />
              <span className="ot-ruler__face" aria-hidden="true">
                {mark}
              </span>
            </label>
          ))}
        </div>
        <div className="ot-ruler__ends">
          <span>{props.low}</span>
          {typeof value === 'number' && (
            // Not on the way from ruler to ruler: Delete does the same from the keyboard.
            <Button look="quiet" size="small" tabIndex={-1} onClick={() => change(null)}>
              Clear
            </Button>
          )}
          <span>{props.high}</span>
        </div>
      </div>
    </ChoiceGroup>
  );
}
