import { type RefObject, useLayoutEffect } from 'react';

interface Place {
  readonly top: number;
  readonly active: number;
}

/** Where each list was left, so that coming back from a row leads to it again. Positions only, no rows. */
const places = new Map<string, Place>();

interface ListPlaceInput {
  readonly list: string;
  /** False until the list has its height. */
  readonly ready: boolean;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly active: number;
  readonly setActive: (index: number) => void;
}

/** Shows a list from where it was left; another list from its top. */
export function useListPlace({ list, ready, scroller, active, setActive }: ListPlaceInput): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!ready || element === null) return;
    const place = places.get(list) ?? { top: 0, active: 0 };
    element.scrollTop = place.top;
    setActive(place.active);
    const note = () => places.set(list, { top: element.scrollTop, active: places.get(list)?.active ?? 0 });
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, [list, ready, scroller, setActive]);
  useLayoutEffect(() => {
    if (ready) places.set(list, { top: scroller.current?.scrollTop ?? 0, active });
  }, [list, ready, scroller, active]);
}
