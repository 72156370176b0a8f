import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { Count } from './count.tsx';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly count?: number;
  readonly panel: ReactNode;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

const step: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowRight: (index, last) => (index === last ? 0 : index + 1),
  ArrowLeft: (index, last) => (index === 0 ? last : index - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** Tabs after the ARIA pattern: arrows move and select, only the chosen panel is in the page. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const chosen = tabs.find(({ id }) => id === selected) ?? tabs[0];

  const onKeyDown = (event: KeyboardEvent) => {
    const move = step[event.key];
    if (move === undefined || chosen === undefined) return;
    event.preventDefault();
    const next = tabs[move(tabs.indexOf(chosen), tabs.length - 1)];
    if (next === undefined) return;
    onSelect(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.id)}"]`)?.focus();
  };

  if (chosen === undefined) return null;
  return (
    <div className="ot-tabs">
      <div className="ot-tabs__list" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            className="ot-tabs__tab"
            id={`${prefix}-tab-${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab === chosen}
            aria-controls={tab === chosen ? `${prefix}-panel` : undefined}
            tabIndex={tab === chosen ? 0 : -1}
            onClick={() => onSelect(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && <Count value={tab.count} />}
          </button>
        ))}
      </div>
      <div
        className="ot-tabs__panel"
        role="tabpanel"
        id={`${prefix}-panel`}
        aria-labelledby={`${prefix}-tab-${chosen.id}`}
      >
        {chosen.panel}
      </div>
    </div>
  );
}
