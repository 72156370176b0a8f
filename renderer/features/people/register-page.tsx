import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Failure } from '../../../shared/contract/answer.ts';
import { type DuplicateCandidate, duplicateCandidate } from '../../../shared/contract/person-view.ts';
import { useTell } from '../../client/commands.ts';
import { useMay, useSession } from '../../client/session.ts';
import { ButtonLink } from '../../components/button-link.tsx';
import { Form } from '../../components/form.tsx';
import { Page } from '../../components/page.tsx';
import { NoPermission } from '../../components/states.tsx';
import { toast } from '../../components/toast.ts';
import { withoutPrefix } from '../person/details/form-failure.ts';
import { DuplicatesDialog } from './duplicates-dialog.tsx';
import { RegisterFields } from './register-fields.tsx';
import { emptyRegistration, type RegisterValues, type Registration, registerSchema } from './register-values.ts';

const found = z.object({ candidates: z.array(duplicateCandidate) });

/** The people whom the engine found instead of registering; null for any other failure. */
const candidatesIn = ({ code, details }: Failure): readonly DuplicateCandidate[] | null =>
  code === 'possible-duplicate' ? (found.safeParse(details).data?.candidates ?? null) : null;

interface Doubt {
  readonly registration: Registration;
  readonly candidates: readonly DuplicateCandidate[];
}

/** Puts a person on record, with their first case if wanted, after looking whether they are there already. */
export function RegisterPage() {
  return (
    <Page
      title="Register a person"
      lead="What is not known can be left out and added later; a name and a practice or neighbourhood are needed."
    >
      {useMay('people.write') ? <RegisterForm /> : <NoPermission what="Your role does not register people." />}
    </Page>
  );
}

function RegisterForm() {
  const { workerId, roles } = useSession();
  const navigate = useNavigate();
  const register = useTell('people.register');
  const [doubt, setDoubt] = useState<Doubt | null>(null);
  const form = useForm<RegisterValues, unknown, Registration>({
    resolver: zodResolver(registerSchema),
    defaultValues: emptyRegistration(roles.includes('coordinator') ? workerId : ''),
  });

  const save = async (registration: Registration, acknowledged: string[]): Promise<Failure | undefined> => {
    const answer = await register.tell({ ...registration, acknowledged });
    if (answer.ok) {
      const { personId, caseStatus } = answer.value;
      const also = caseStatus === 'open' ? ', case opened' : caseStatus === 'proposed' ? ', case proposed' : '';
      toast({ message: `Person registered${also}` });
      await navigate({ to: '/people/$personId', params: { personId } });
      return undefined;
    }
    const candidates = candidatesIn(answer.error);
    setDoubt(candidates === null ? null : { registration, candidates });
    return candidates === null ? withoutPrefix(withoutPrefix(answer.error, 'person'), 'openCase') : undefined;
  };
  const goOn = async ({ registration, candidates }: Doubt) => {
    const failure = await save(
      registration,
      candidates.map(({ person }) => person.id),
    );
    if (failure !== undefined) toast({ message: failure.message, tone: 'urgent' });
  };

  return (
    <>
      <Form
        form={form}
        submit="Register"
        actions={<ButtonLink to="/people">Cancel</ButtonLink>}
        onSubmit={(registration) => save(registration, [])}
      >
        <RegisterFields />
      </Form>
      {doubt !== null && (
        <DuplicatesDialog
          entered={doubt.registration.person}
          candidates={doubt.candidates}
          busy={register.telling}
          onDifferent={() => void goOn(doubt)}
          onClose={() => setDoubt(null)}
        />
      )}
    </>
  );
}
