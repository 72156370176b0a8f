import { type FocusEvent, type KeyboardEvent, type Ref, useCallback, useEffect, useId, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { useFound } from './found.ts';
import { ListOption } from './list-option.tsx';
import { listboxKey } from './listbox-keys.ts';
import type { Option } from './option.ts';
import { usePendingEnter } from './pending-enter.ts';

export type OptionSource = readonly Option[] | ((query: string) => Promise<readonly Option[]>);

export interface ComboboxProps {
  readonly id: string;
  /** All options, or a search that gives those that fit. Keep a function stable between renders. */
  readonly options: OptionSource;
  readonly value: string;
  /** Words of the value when it is not among the options in hand. */
  readonly valueLabel?: string;
  readonly onChange: (value: string, option: Option | undefined) => void;
  readonly onBlur?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly disabled?: boolean;
  readonly placeholder?: string;
}

/** Options whose words hold every word typed. */
function fitting(options: readonly Option[], query: string): readonly Option[] {
  const words = query.toLocaleLowerCase('en-GB').split(/\s+/u).filter(Boolean);
  return options.filter(({ label, hint = '' }) => {
    const text = `${label} ${hint}`.toLocaleLowerCase('en-GB');
    return words.every((word) => text.includes(word));
  });
}

/** A text box that narrows a list while typing (ARIA 1.2 combobox). Its label points at `id`. */
export function Combobox(props: ComboboxProps) {
  const { id, options, value, onChange } = props;
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const [picked, setPicked] = useState<Option | undefined>(undefined);
  const open = typed !== null;

  const look = useCallback(
    (query: string) => (typeof options === 'function' ? options(query) : Promise.resolve(fitting(options, query))),
    [options],
  );
  const { items, query, looking } = useFound(typed ?? '', open ? look : null, typeof options === 'function' ? 120 : 0);
  const known = typeof options === 'function' ? undefined : options.find((option) => option.value === value);
  const shown =
    typed ?? (value === '' ? '' : (known?.label ?? (picked?.value === value ? picked.label : props.valueLabel) ?? ''));

  useEffect(() => {
    const popup = list.current;
    if (popup === null || !open) return;
    popup.showPopover();
    return () => popup.hidePopover();
  }, [open]);
  useEffect(() => {
    if (open) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);

  const listed = open && !looking && query === typed && items.length > 0;
  const pressEnter = usePendingEnter(listed, () => choose(0));

  const edit = (text: string) => {
    setTyped(text);
    setActive(0);
    pressEnter(false);
  };
  const choose = (index: number) => {
    const option = items[index];
    if (option === undefined || option.disabled === true) return;
    setPicked(option);
    setTyped(null);
    onChange(option.value, option);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      edit('');
    } else if (open && event.key === 'Escape') {
      // Only the list closes, not the dialog around it.
      event.preventDefault();
      event.stopPropagation();
      pressEnter(false);
      setTyped(null);
    } else if (open && event.key === 'Enter' && !listed && active === 0) {
      event.preventDefault();
      pressEnter(true);
    } else if (open) listboxKey(event, { count: items.length, active, move: setActive, choose });
  };
  const onBlur = (event: FocusEvent) => {
    if (list.current?.contains(event.relatedTarget) === true) return;
    // Leaving with an empty box means none; leaving with half a word keeps what was chosen before.
    if (typed === '' && value !== '' && shown !== '') onChange('', undefined);
    pressEnter(false);
    setTyped(null);
    props.onBlur?.();
  };

  return (
    <div className="ot-combobox">
      <input
        className={classNames('nhsuk-input', props.invalid === true && 'nhsuk-input--error')}
        id={id}
        ref={props.inputRef}
        role="combobox"
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open && items[active] !== undefined ? `${listId}-${active}` : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        aria-required={props.required}
        disabled={props.disabled}
        placeholder={props.placeholder}
        value={shown}
        onChange={(event) => edit(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => {
          if (!open) edit('');
        }}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      <div
        className="ot-popup ot-listbox"
        id={listId}
        role="listbox"
        aria-label="Suggestions"
        popover="manual"
        ref={list}
      >
        {items.map((option, index) => (
          <ListOption
            key={option.value}
            className="ot-listbox__option"
            id={`${listId}-${index}`}
            active={index === active}
            disabled={option.disabled === true}
            onPoint={() => setActive(index)}
            onChoose={() => choose(index)}
          >
            <span>{option.label}</span>
            {option.hint !== undefined && <span className="ot-listbox__hint">{option.hint}</span>}
          </ListOption>
        ))}
        {items.length === 0 && (
          <ListOption className="ot-listbox__option" id={`${listId}-none`} active={false} disabled>
            {looking ? 'Looking…' : 'Nothing fits'}
          </ListOption>
        )}
      </div>
    </div>
  );
}
