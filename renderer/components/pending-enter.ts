import { useEffect, useState } from 'react';

/**
 * Enter that was pressed before the list belonged to what is typed: it takes effect once the list has come, instead of
 * being lost or choosing from the list of an earlier word. Returns how to press it, and how to take it back.
 */
export function usePendingEnter(ready: boolean, take: () => void): (pressed: boolean) => void {
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    if (!pressed || !ready) return;
    setPressed(false);
    take();
  }, [pressed, ready, take]);
  return setPressed;
}
