import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { call } from '../../client/call.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { Panel } from '../../components/panel.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../components/toast.ts';
import type { AuditPart } from './audit-lines.ts';

/** The newest line's number and code, to be noted; and the way to compare what was noted earlier. */
export function TrailHead({ head }: { readonly head: AuditPart['head'] }) {
  const [comparing, setComparing] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(`OneTeam audit trail: line ${head.seq}, code ${head.mac}`);
    toast({ message: 'Number and code copied' });
  };
  return (
    <Panel
      title="Newest line"
      actions={
        <>
          <Button size="small" onClick={() => void copy()}>
            Copy
          </Button>
          <Button size="small" onClick={() => setComparing(true)}>
            Compare a noted line
          </Button>
        </>
      }
    >
      <p className="ot-audit__head">
        Line <strong>{head.seq.toLocaleString('en-GB')}</strong>, code{' '}
        <code className="ot-audit__code">{head.mac}</code>
      </p>
      <p className="ot-muted ot-audit__why">
        Note both outside of this device now and then: a trail that was cut short or rewritten cannot show the same code
        for that line again.
      </p>
      <Dialog open={comparing} title="Compare a noted line" onClose={() => setComparing(false)}>
        <CompareForm />
      </Dialog>
    </Panel>
  );
}

const noted = z.object({
  seq: z
    .int('Enter the number of the line')
    .min(1, 'Lines begin at 1')
    .nullable()
    .refine((seq) => seq !== null, {
      error: 'Enter the number of the line',
    }),
  code: z.string().trim().min(1, 'Enter the code'),
});

function CompareForm() {
  const form = useForm<z.input<typeof noted>, unknown, z.output<typeof noted>>({
    resolver: zodResolver(noted),
    defaultValues: { seq: null, code: '' },
  });
  const [result, setResult] = useState<{ seq: number; same: boolean; found: boolean } | null>(null);
  return (
    <Form
      form={form}
      submit="Compare"
      onSubmit={async ({ seq, code }) => {
        setResult(null);
        if (seq === null) return undefined;
        const answer = await call('audit.search', { before: seq + 1, limit: 1 });
        if (!answer.ok) return answer.error;
        const [line] = answer.value.lines;
        const found = line?.seq === seq;
        setResult({ seq, found, same: found && line.code === code });
        return undefined;
      }}
    >
      <NumberField control={form.control} name="seq" label="Number of the line" width={10} />
      <TextField control={form.control} name="code" label="Code" hint="As noted, with capital and small letters." />
      {result !== null && (
        <Callout tone={result.same ? 'success' : 'urgent'} live title={comparison(result)}>
          {!result.same && (
            <p>
              If the note is right, do not go on working here. Keep this device as it is and tell whoever is in charge.
            </p>
          )}
        </Callout>
      )}
    </Form>
  );
}

function comparison({ seq, found, same }: { seq: number; found: boolean; same: boolean }): string {
  const line = `Line ${seq.toLocaleString('en-GB')}`;
  if (!found) return `${line} is not on the trail: it was cut short, or this is another device.`;
  return same
    ? `${line} still has this code: everything up to it is as it was.`
    : `${line} has another code: the trail was rewritten, or the code was mistyped.`;
}
