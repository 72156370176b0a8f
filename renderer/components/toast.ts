import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly message: string;
  readonly tone: 'success' | 'info' | 'urgent';
  readonly undo?: () => void;
}

/** How long a toast stays, and with it the chance to undo. */
export const toastMilliseconds = 10_000;

let lastId = 0;

export const useToastStore = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }));

/** Says that something was done, for ten seconds, with a way to undo it where there is one. Newest last, three at most. */
export function toast({
  message,
  tone = 'success',
  undo,
}: {
  message: string;
  tone?: Toast['tone'];
  undo?: () => void;
}): void {
  lastId += 1;
  const next: Toast = { id: lastId, message, tone, ...(undo && { undo }) };
  useToastStore.setState(({ toasts }) => ({ toasts: [...toasts, next].slice(-3) }));
}

/** Takes a toast away. */
export function dropToast(id: number): void {
  useToastStore.setState(({ toasts }) => ({ toasts: toasts.filter((each) => each.id !== id) }));
}

/** Takes all of them away: nothing that they say may outlive a lock. */
export function dropToasts(): void {
  useToastStore.setState({ toasts: [] });
}
