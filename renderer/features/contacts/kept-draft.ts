import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { InputOf } from '../../../shared/contract/index.ts';
import { call } from '../../client/call.ts';
import { formatTime } from '../../components/format.ts';

type Body = InputOf<'drafts.save'>['body'];

/** After so long without a key, what was typed is written down. */
const PAUSE = 500;

export interface KeptDraft {
  /** How far it is, for the foot of the form: `draft kept 14:05`, or that it is about to be. '' while there is none. */
  readonly words: string;
  /** Stops keeping it: the entry was saved, or thrown away. */
  readonly stop: () => void;
}

/**
 * Writes a form into the store at each pause, and at once when the form goes away or the device is about to lock, so that
 * neither a crash nor a lock loses what was typed.
 */
export function useKeptDraft<V extends FieldValues, O>(
  form: UseFormReturn<V, unknown, O>,
  draft: { readonly kind: string; readonly key: string },
  since: string | null,
  onTyped?: () => void,
): KeptDraft {
  const { kind, key } = draft;
  const [keptAt, setKeptAt] = useState(since);
  const [waiting, setWaiting] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stopped = useRef(false);
  // What the form began with is no draft: only what differs from it, or from what was written last, is kept.
  const written = useRef<string | undefined>(undefined);

  const write = useCallback(() => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    if (stopped.current) return;
    // Numbers that are no numbers yet do not survive JSON; they are typed again.
    const text = JSON.stringify(form.getValues());
    if (text === written.current) {
      setWaiting(false);
      return;
    }
    written.current = text;
    onTyped?.();
    const body = JSON.parse(text) as Body;
    void call('drafts.save', { kind, key, body }).then((answer) => {
      if (answer.ok) setKeptAt(answer.value.updatedAt);
      setWaiting(timer.current !== undefined);
    });
  }, [form, kind, key, onTyped]);

  useEffect(() => {
    written.current ??= JSON.stringify(form.getValues());
    const { unsubscribe } = form.watch((_, { type }) => {
      if (type === 'change') onTyped?.();
      setWaiting(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(write, PAUSE);
    });
    const beforeLock = (event: KeyboardEvent) => {
      if (event.ctrlKey && event.shiftKey && event.key.toLowerCase() === 'l') write();
    };
    window.addEventListener('keydown', beforeLock, { capture: true });
    window.addEventListener('pagehide', write);
    window.addEventListener('blur', write);
    return () => {
      unsubscribe();
      window.removeEventListener('keydown', beforeLock, { capture: true });
      window.removeEventListener('pagehide', write);
      window.removeEventListener('blur', write);
      write();
    };
  }, [form, write, onTyped]);

  const stop = useCallback(() => {
    stopped.current = true;
    clearTimeout(timer.current);
    timer.current = undefined;
  }, []);
  const words = waiting ? 'keeping the draft…' : keptAt === null ? '' : `draft kept ${formatTime(keptAt)}`;
  return { words, stop };
}
