import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { requiredNote } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { useMay } from '../../client/session.ts';
import { ButtonLink } from '../../components/button-link.tsx';
import { Callout } from '../../components/callout.tsx';
import { Form } from '../../components/form.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { NoPermission } from '../../components/states.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';

const schema = z.object({ reason: requiredNote(500) });

/** Asks for the reason before the record of another team's person is opened. */
export function BreakGlassPage({ personId }: { readonly personId: string }) {
  const may = useMay('people.break-glass');
  const { tell } = useTell('people.breakGlass');
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { reason: '' } });

  return (
    <Page title="Looked after by another team">
      {may ? (
        <div className="ot-narrow">
          <Panel title="Open this record with a reason">
            <p>
              You are not part of the team that looks after this person. If you need the record now to care for them,
              you can open it. This is what happens:
            </p>
            <ul className="ot-bullets">
              <li>The record is open to you for 4 hours, then closes by itself.</li>
              <li>
                The team lead of the person’s neighbourhood sees your name, the time and your reason, and reviews it.
              </li>
              <li>Everything that you look at or change is noted in the audit trail.</li>
            </ul>
            <Callout tone="warning">
              <p>Opening a record without a need for it is a breach of confidentiality.</p>
            </Callout>
            <Form
              form={form}
              submit="Open for 4 hours"
              actions={<ButtonLink to="/people">Do not open</ButtonLink>}
              onSubmit={async ({ reason }) => {
                const answer = await tell({ personId, reason });
                return answer.ok ? undefined : answer.error;
              }}
            >
              <TextAreaField
                control={form.control}
                name="reason"
                label="Why do you need this record now?"
                hint="For example: the person has come to our drop-in without anybody who knows them."
                rows={3}
                autoFocus
              />
            </Form>
          </Panel>
        </div>
      ) : (
        <NoPermission what="This person is looked after by another team, and your role does not open its records." />
      )}
    </Page>
  );
}
