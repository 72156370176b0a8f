import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, Failure } from '../../shared/contract/answer.ts';
import type { CommandName, InputOf, OutputOf } from '../../shared/contract/index.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { call } from './call.ts';

/** After these it is not known whether the work was done, or it is worth doing again as the same command. */
const repeatable: readonly ErrorCode[] = ['stopping', 'busy', 'storage-failed', 'disk-full', 'internal'];

export interface Telling<N extends CommandName> {
  /** Sends the command; never rejects. The same function through all renders. */
  readonly tell: (input: InputOf<N>) => Promise<Answer<OutputOf<N>>>;
  readonly telling: boolean;
  /** Why the last one failed, until the next or `reset`. */
  readonly failure: Failure | undefined;
  readonly reset: () => void;
}

interface TellOptions<N extends CommandName> {
  readonly onDone?: (value: OutputOf<N>, input: InputOf<N>) => void;
}

const idle = { telling: false, failure: undefined };

/**
 * Prepares one command endpoint. Repeating the same input after an answer that was lost keeps its command id, so that
 * the engine does it only once. Live queries are fetched again by the engine's event, not from here.
 */
export function useTell<N extends CommandName>(name: N, { onDone }: TellOptions<N> = {}): Telling<N> {
  const [state, setState] = useState<{ telling: boolean; failure: Failure | undefined }>(idle);
  const unsure = useRef<{ input: string; commandId: string } | null>(null);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  }, [onDone]);

  const tell = useCallback(
    async (input: InputOf<N>): Promise<Answer<OutputOf<N>>> => {
      setState({ telling: true, failure: undefined });
      const written = JSON.stringify(input);
      const commandId = unsure.current?.input === written ? unsure.current.commandId : crypto.randomUUID();
      const answer = await call(name, input, commandId);
      unsure.current = !answer.ok && repeatable.includes(answer.error.code) ? { input: written, commandId } : null;
      setState({ telling: false, failure: answer.ok ? undefined : answer.error });
      if (answer.ok) done.current?.(answer.value, input);
      return answer;
    },
    [name],
  );
  const reset = useCallback(() => setState(idle), []);
  return { ...state, tell, reset };
}
