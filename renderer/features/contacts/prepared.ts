import { useEffect, useState } from 'react';
import type { Failure } from '../../../shared/contract/answer.ts';
import { call } from '../../client/call.ts';
import type { Prepared } from './contact-defaults.ts';

type Preparing = { readonly for: string; readonly prepared?: Prepared; readonly failure?: Failure };

/**
 * What a new entry for this person, or the outcome of this planned contact, begins with, asked once: while somebody types, nothing that happens elsewhere may
 * change the form under their hands.
 */
export function usePrepared(
  personId: string,
  contactId: string | null = null,
): { prepared: Prepared | undefined; failure: Failure | undefined } {
  const [state, setState] = useState<Preparing>({ for: personId });
  useEffect(() => {
    let gone = false;
    void call('contacts.prepare', { personId, contactId }).then((answer) => {
      if (gone) return;
      setState(answer.ok ? { for: personId, prepared: answer.value } : { for: personId, failure: answer.error });
    });
    return () => {
      gone = true;
    };
  }, [personId, contactId]);
  const current = state.for === personId ? state : undefined;
  return { prepared: current?.prepared, failure: current?.failure };
}
