import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form';
import type { z } from 'zod';
import type { Failure } from '../../../shared/contract/answer.ts';
import type { Draft } from '../../../shared/contract/drafts.ts';
import { call } from '../../client/call.ts';
import { useAsk } from '../../client/queries.ts';
import { Form } from '../../components/form.tsx';
import { focusFirst } from '../../components/modal.ts';
import { LoadingState } from '../../components/states.tsx';
import { DraftNote } from '../contacts/draft-note.tsx';
import { useKeptDraft } from '../contacts/kept-draft.ts';
import { withoutPrefix } from '../person/details/form-failure.ts';

interface DraftedFormProps<V extends FieldValues, O> {
  readonly schema: z.ZodType<O, V>;
  /** What the form begins with when there is no draft. */
  readonly start: V;
  /** Which form of what, so that what was typed is found again after a lock or a crash. */
  readonly draft: { readonly kind: string; readonly key: string };
  /** Whether what was kept belongs here; it does when left out. */
  readonly fits?: (body: Draft['body']) => boolean;
  readonly submit: string;
  readonly onSubmit: (values: O) => Promise<Failure | undefined>;
  readonly children: (form: UseFormReturn<V, unknown, O>) => ReactNode;
}

/** A form whose typed text is kept at each pause and comes back after a lock or a crash. */
export function DraftedForm<V extends FieldValues, O>(props: DraftedFormProps<V, O>) {
  const { kind, key } = props.draft;
  const { data, failure } = useAsk('drafts.open', { kind, key });
  const [round, setRound] = useState(0);
  // What is kept while the form is open must not come back into it.
  const [first, setFirst] = useState<{ readonly draft: Draft | null } | undefined>(undefined);
  if (data === undefined && failure === undefined) return <LoadingState label="Opening" />;
  const found = data?.draft && (props.fits?.(data.draft.body) ?? true) ? data.draft : null;
  if (first === undefined) setFirst({ draft: found });
  return (
    <KeptForm
      {...props}
      key={round}
      kept={first === undefined ? found : first.draft}
      onDiscard={() => {
        void call('drafts.discard', { kind, key });
        setFirst({ draft: null });
        setRound(round + 1);
      }}
    />
  );
}

interface KeptFormProps<V extends FieldValues, O> extends DraftedFormProps<V, O> {
  readonly kept: Draft | null;
  readonly onDiscard: () => void;
}

function KeptForm<V extends FieldValues, O>(props: KeptFormProps<V, O>) {
  const { schema, start, kept, draft, submit, onSubmit, onDiscard, children } = props;
  const [values] = useState(() => withKept(start, kept));
  const form = useForm<V, unknown, O>({ resolver: zodResolver(schema), defaultValues: values as DefaultValues<V> });
  const { words, stop } = useKeptDraft(form, draft, kept?.updatedAt ?? null);
  const top = useRef<HTMLDivElement>(null);
  // The dialog opened before its draft was read, and had no field to put the focus on.
  useLayoutEffect(() => {
    const dialog = top.current?.closest('dialog');
    if (dialog) focusFirst(dialog);
  }, []);
  return (
    <div ref={top}>
      {kept !== null && (
        <DraftNote
          since={kept.updatedAt}
          onDiscard={() => {
            stop();
            onDiscard();
          }}
        />
      )}
      <Form
        form={form}
        submit={submit}
        onSubmit={async (typed) => {
          const failed = await onSubmit(typed);
          if (failed === undefined) stop();
          return failed && withoutPrefix(failed, 'patch');
        }}
        actions={<span className="ot-muted">Ctrl+Enter saves{words !== '' && ` · ${words}`}</span>}
      >
        {children(form)}
      </Form>
    </div>
  );
}

/** The beginning with what was kept over it: fields that the form does not know are left out. */
function withKept<V extends FieldValues>(start: V, kept: Draft | null): V {
  if (kept === null) return start;
  const known = Object.entries(kept.body).filter(([field]) => field in start);
  return { ...start, ...Object.fromEntries(known) } as V;
}
