import { type RefObject, type SyntheticEvent, useLayoutEffect, useRef } from 'react';

/** Where the focus goes when a dialog opens: what asks for it, or the first field, or the dialog itself. */
export function focusFirst(dialog: HTMLDialogElement): void {
  const first =
    dialog.querySelector<HTMLElement>('[data-autofocus]') ??
    dialog.querySelector<HTMLElement>('.ot-modal__body :is(input, select, textarea):not([disabled])') ??
    dialog.querySelector<HTMLElement>('.ot-modal__foot button, .ot-modal__body button');
  (first ?? dialog).focus();
}

/** Opens and closes a native modal dialog; the browser keeps the focus inside and gives it back on closing. */
export function useModal(open: boolean): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null || !open) return;
    dialog.showModal();
    focusFirst(dialog);
    return () => dialog.close();
  }, [open]);
  return ref;
}

/** Esc asks to close, as the closing button does; whoever opened it decides. */
export function onCancelOf(close: () => void): (event: SyntheticEvent<HTMLDialogElement>) => void {
  return (event) => {
    // A file chooser inside the dialog sends its own cancel event through it.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    close();
  };
}
