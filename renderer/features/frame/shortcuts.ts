import { useEffect } from 'react';

/** Calls what belongs to a key pressed with Ctrl (or ⌘), wherever the focus is. `shift+l` needs Shift as well. */
export function useShortcuts(shortcuts: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const name = `${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`;
      const deed = Object.hasOwn(shortcuts, name) ? shortcuts[name] : undefined;
      if (deed === undefined) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [shortcuts]);
}
