import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useFound } from './found.ts';
import { Icon, type IconName } from './icon.tsx';
import { ListOption } from './list-option.tsx';
import { listboxKey } from './listbox-keys.ts';
import { onCancelOf, useModal } from './modal.ts';
import { usePendingEnter } from './pending-enter.ts';

/** Something that the palette can do. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly hint?: string;
  /** A second line, smaller. */
  readonly detail?: string;
  readonly icon?: IconName;
  readonly run: () => void;
}

/** Commands of one kind, found by what is typed. */
export interface CommandGroup {
  readonly heading: string;
  readonly commands: readonly Command[];
}

interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly placeholder: string;
  /** Keep it stable between renders. */
  readonly look: (query: string) => Promise<readonly CommandGroup[]>;
}

/** Find anything and go there, from anywhere, without the mouse. */
export function CommandPalette({ open, onClose, placeholder, look }: CommandPaletteProps) {
  const ref = useModal(open);
  return (
    <dialog
      className="ot-palette"
      ref={ref}
      aria-label="Search"
      onCancel={onCancelOf(onClose)}
      onMouseDown={(event) => event.target === event.currentTarget && onClose()}
    >
      {open && <Search onClose={onClose} placeholder={placeholder} look={look} />}
    </dialog>
  );
}

function Search({ onClose, placeholder, look }: Omit<CommandPaletteProps, 'open'>) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const {
    items: groups,
    query: answered,
    looking,
  } = useFound(
    query,
    useCallback((typed: string) => look(typed), [look]),
    60,
  );
  const commands = groups.flatMap((group) => group.commands);

  const run = (index: number) => {
    const command = commands[index];
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const listed = !looking && answered === query && commands.length > 0;
  const pressEnter = usePendingEnter(listed, () => run(0));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !listed && active === 0) {
      event.preventDefault();
      pressEnter(true);
    } else listboxKey(event, { count: commands.length, active, move: setActive, choose: run });
  };
  useEffect(() => {
    list.current?.querySelectorAll('[role="option"]')[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <div className="ot-palette__box">
      <div className="ot-palette__field">
        <Icon name="search" />
        <input
          className="ot-palette__input"
          data-autofocus=""
          role="combobox"
          type="text"
          autoComplete="off"
          spellCheck={false}
          aria-label="Search"
          aria-autocomplete="list"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={commands[active] === undefined ? undefined : `${listId}-${active}`}
          placeholder={placeholder}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
            pressEnter(false);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="ot-palette__list" id={listId} role="listbox" aria-label="Results" ref={list}>
        {groups.map(({ heading, commands: ofGroup }) => (
          <fieldset className="ot-palette__group" key={heading} aria-label={heading}>
            <p className="ot-palette__heading" aria-hidden="true">
              {heading}
            </p>
            {ofGroup.map((command) => {
              const index = commands.indexOf(command);
              return (
                <ListOption
                  key={command.id}
                  className="ot-palette__command"
                  id={`${listId}-${index}`}
                  active={index === active}
                  onPoint={() => setActive(index)}
                  onChoose={() => run(index)}
                >
                  <Icon name={command.icon ?? 'right'} size={18} />
                  <span className="ot-palette__words">
                    {command.label}
                    {command.detail !== undefined && <span className="ot-palette__detail">{command.detail}</span>}
                  </span>
                  {command.hint !== undefined && <span className="ot-palette__hint">{command.hint}</span>}
                </ListOption>
              );
            })}
          </fieldset>
        ))}
      </div>
      <p className="ot-palette__none" role="status">
        {commands.length > 0
          ? ''
          : looking
            ? 'Looking…'
            : query === ''
              ? ''
              : 'Nothing found. Try parts of a name, a birth date, a postcode or an NHS number.'}
      </p>
    </div>
  );
}
