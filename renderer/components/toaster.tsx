import { useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { dropToast, type Toast, toastMilliseconds, useToastStore } from './toast.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

function ToastCard({ toast }: { readonly toast: Toast }) {
  const [held, setHeld] = useState(false);
  const { id, undo } = toast;

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dropToast(id), toastMilliseconds);
    return () => clearTimeout(timer);
  }, [held, id]);

  return (
    <li
      className={`ot-toast ot-toast--${toast.tone}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={toast.tone === 'success' ? 'done' : toast.tone === 'info' ? 'info' : 'error'} />
      <span className="ot-toast__words">{toast.message}</span>
      {undo && (
        <Button
          look="quiet"
          size="small"
          icon="undo"
          shortcut="Ctrl+Z"
          onClick={() => {
            dropToast(id);
            undo();
          }}
        >
          Undo
        </Button>
      )}
      <IconButton icon="cross" label="Dismiss" onClick={() => dropToast(id)} />
    </li>
  );
}

/** Where toasts appear. Part of the frame, once; lifted above an open dialog. */
export function Toaster() {
  const toasts = useToastStore((state) => state.toasts);
  const ref = useRef<HTMLElement>(null);
  const newest = toasts.at(-1)?.id;

  useEffect(() => {
    const host = ref.current;
    if (host === null) return;
    if (host.matches(':popover-open')) host.hidePopover();
    if (newest !== undefined) host.showPopover();
  }, [newest]);

  useEffect(() => {
    const last = toasts.findLast(({ undo }) => undo !== undefined);
    if (last === undefined) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || !event.ctrlKey || isTyping(event.target)) return;
      event.preventDefault();
      dropToast(last.id);
      last.undo?.();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [toasts]);

  return (
    <>
      <div className="nhsuk-u-visually-hidden" role="status">
        {toasts.at(-1)?.message}
      </div>
      <section className="ot-toasts" popover="manual" aria-label="Just done" ref={ref}>
        <ul className="ot-toasts__list">
          {toasts.map((each) => (
            <ToastCard key={each.id} toast={each} />
          ))}
        </ul>
      </section>
    </>
  );
}
