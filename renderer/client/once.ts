import { useEffect, useState } from 'react';
import type { Failure } from '../../shared/contract/answer.ts';
import type { InputOf, OutputOf, QueryName } from '../../shared/contract/index.ts';
import { call } from './call.ts';

interface Once<T> {
  readonly for: string;
  readonly answer?: T;
  readonly failure?: Failure;
}

/**
 * Asks one query once: what a form begins with. While somebody types, nothing that happens elsewhere may change the form
 * under their hands.
 */
export function useOnce<N extends QueryName>(
  name: N,
  input: InputOf<N>,
): { readonly answer: OutputOf<N> | undefined; readonly failure: Failure | undefined } {
  const key = JSON.stringify([name, input]);
  const [state, setState] = useState<Once<OutputOf<N>>>({ for: key });
  useEffect(() => {
    let gone = false;
    const [asked, of] = JSON.parse(key) as [N, InputOf<N>];
    void call(asked, of).then((answer) => {
      if (!gone) setState(answer.ok ? { for: key, answer: answer.value } : { for: key, failure: answer.error });
    });
    return () => {
      gone = true;
    };
  }, [key]);
  const current = state.for === key ? state : undefined;
  return { answer: current?.answer, failure: current?.failure };
}
