import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { DateField } from '../../components/date-field.tsx';
import { Form } from '../../components/form.tsx';
import { DraftNote } from '../contacts/draft-note.tsx';
import { useKeptDraft } from '../contacts/kept-draft.ts';
import { AnswerSection } from './answer-section.tsx';
import { type AssessmentValues, assessmentForm, changedDomains, saveOf, startValues } from './answer-values.ts';

type Opened = OutputOf<'assessments.open'>;

interface AssessmentFormProps {
  readonly personId: string;
  /** What the form begins with. */
  readonly begun: Opened;
  /** The answers as they stand now. */
  readonly domains: Opened['domains'];
  readonly openDomain: string | undefined;
  readonly onSaved: (answerIds: readonly string[], values: AssessmentValues) => void;
  readonly onDiscard: (values: AssessmentValues) => void;
  readonly onTyped: () => void;
}

/** The shared assessment: every life domain filled in from the last time; only what is changed is saved. */
export function AssessmentForm(props: AssessmentFormProps) {
  const { personId, begun, domains, openDomain, onSaved, onDiscard, onTyped } = props;
  const today = useToday();
  const [start] = useState(() => startValues(begun.domains, today, begun.draft?.body));
  const form = useForm<AssessmentValues>({ resolver: zodResolver(assessmentForm(today)), defaultValues: start });
  const { words, stop } = useKeptDraft(
    form,
    { kind: 'assessment', key: personId },
    begun.draft?.updatedAt ?? null,
    onTyped,
  );
  const save = useTell('assessments.save');
  const values = useWatch({ control: form.control }) as AssessmentValues;
  const changed = changedDomains(values, domains);
  const [startOpen] = useState(
    () => new Set<string>(openDomain === undefined ? changedDomains(start, domains) : [openDomain]),
  );
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const section =
      top.current?.querySelector<HTMLDetailsElement>('details[open]') ?? top.current?.querySelector('details');
    // The fields of a closed part cannot take the focus.
    section?.querySelector<HTMLElement>(section.open ? 'textarea' : 'summary')?.focus();
    section?.scrollIntoView({ block: 'nearest' });
  }, []);

  const send = async (checked: AssessmentValues) => {
    const answer = await save.tell(saveOf(personId, checked, domains));
    if (!answer.ok) return answer.error;
    stop();
    onSaved(answer.value.answerIds, checked);
    return undefined;
  };
  return (
    <div className="ot-log" ref={top}>
      {begun.draft && (
        <DraftNote
          since={begun.draft.updatedAt}
          onDiscard={() => {
            stop();
            onDiscard(form.getValues());
          }}
        />
      )}
      <Form
        form={form}
        onSubmit={send}
        submit={changed.length === 1 ? 'Save 1 change' : `Save ${changed.length} changes`}
        disabled={changed.length === 0}
        actions={
          <span className="ot-muted">
            {changed.length === 0
              ? 'Nothing changed yet. What you leave as it is stays as it was asked.'
              : changed.map((domain) => wordOf('life-domain', domain)).join(', ')}
            {words !== '' && ` · ${words}`}
          </span>
        }
      >
        <p className="ot-questionnaire__stem">
          Strengths first. Read what colleagues have asked already, and ask only what is missing or may have changed.
        </p>
        {domains.map((domain) => (
          <AnswerSection
            key={domain.domain}
            form={form}
            domain={domain}
            changed={changed.includes(domain.domain)}
            startOpen={startOpen.has(domain.domain)}
          />
        ))}
        <DateField control={form.control} name="askedOn" label="Asked on" />
      </Form>
    </div>
  );
}
