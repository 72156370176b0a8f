import { zodResolver } from '@hookform/resolvers/zod';
import { Fragment, useEffect, useRef, useState } from 'react';
import { type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import type { Draft } from '../../../shared/contract/drafts.ts';
import type { Instrument } from '../../../shared/domain/instrument-definition.ts';
import { alertingItem, bandOf, figureValue } from '../../../shared/domain/instrument-scoring.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { DateField } from '../../components/date-field.tsx';
import { Details } from '../../components/details.tsx';
import { Form } from '../../components/form.tsx';
import { Tag } from '../../components/tag.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { DraftNote } from '../contacts/draft-note.tsx';
import { useKeptDraft } from '../contacts/kept-draft.ts';
import { given, type InstrumentValues, recordOf, startValues, valuesSchema } from './instrument-values.ts';
import { ItemField } from './item-field.tsx';
import { SafetyPrompt } from './safety-prompt.tsx';

interface InstrumentFormProps {
  readonly personId: string;
  readonly instrument: Instrument;
  readonly draft: Draft | null;
  readonly onRecorded: (resultId: string, taskId: string | null, values: InstrumentValues) => void;
  readonly onDiscard: (values: InstrumentValues) => void;
  readonly onTyped: () => void;
}

/** An instrument as it is filled in: items by number keys, the score when it is complete, safety at once. */
export function InstrumentForm(props: InstrumentFormProps) {
  const { personId, instrument, draft, onRecorded, onDiscard, onTyped } = props;
  const today = useToday();
  const [start] = useState(() => startValues(instrument, today, draft?.body));
  const form = useForm<InstrumentValues>({
    resolver: zodResolver(valuesSchema(instrument, today)),
    defaultValues: start,
  });
  const key = `${personId}-${instrument.id}`;
  const { words, stop } = useKeptDraft(form, { kind: 'instrument', key }, draft?.updatedAt ?? null, onTyped);
  const record = useTell('instruments.record');
  const answers = useWatch({ control: form.control, name: 'answers' });
  const alert = alertingItem(instrument, given(answers));
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const fields = [
      ...(top.current?.querySelectorAll<HTMLElement>('[data-items] :is(fieldset, input[type="text"])') ?? []),
    ];
    const open = fields.find((field) => field.querySelector('input:checked') === null) ?? fields[0];
    (open?.matches('input') ? open : open?.querySelector('input'))?.focus();
  }, []);

  const send = async (values: InstrumentValues) => {
    const answer = await record.tell(recordOf(personId, instrument, values, new Date().toISOString()));
    if (!answer.ok) return answer.error;
    stop();
    onRecorded(answer.value.resultId, answer.value.taskId, values);
    return undefined;
  };
  return (
    <div className="ot-log" ref={top}>
      {draft && (
        <DraftNote
          since={draft.updatedAt}
          onDiscard={() => {
            stop();
            onDiscard(form.getValues());
          }}
        />
      )}
      <Form
        form={form}
        onSubmit={send}
        submit={instrument.entry === 'items' ? 'Save and score' : 'Save the result'}
        actions={<span className="ot-muted">Ctrl+Enter saves{words !== '' && ` · ${words}`}</span>}
      >
        <p className="ot-questionnaire__stem">{instrument.stem}</p>
        <div data-items="">
          {instrument.items.map((item, index) => (
            <Fragment key={item.id}>
              <ItemField
                form={form}
                instrument={instrument}
                item={item}
                number={instrument.items.length > 1 ? index + 1 : null}
              />
              {alert === item.id && <SafetyPrompt form={form} />}
            </Fragment>
          ))}
        </div>
        <SoFar form={form} instrument={instrument} />
        <div data-after-scales="">
          <TextAreaField control={form.control} name="note" label="Note" rows={2} optional />
        </div>
        <DateField control={form.control} name="date" label="Filled in on" />
        <Details summary="Source and licence">
          <p>{instrument.source}</p>
          <p>{instrument.licence}</p>
          <p>Version {instrument.version}</p>
        </Details>
      </Form>
    </div>
  );
}

/** How many items are answered, and each figure once it is complete. No figure before that. */
function SoFar({
  form,
  instrument,
}: {
  readonly form: UseFormReturn<InstrumentValues>;
  readonly instrument: Instrument;
}) {
  const answers = given(useWatch({ control: form.control, name: 'answers' }));
  const missing = instrument.items.filter(({ id, optional }) => !optional && answers[id] === undefined).length;
  return (
    <output className="ot-questionnaire__score">
      {missing > 0 ? (
        <span className="ot-muted">
          {instrument.items.length - missing} of {instrument.items.length} answered. No score while an item is missing.
        </span>
      ) : (
        instrument.figures.map((figure) => {
          const value = figureValue(figure, answers);
          if (value === null) return null;
          const band = bandOf(figure, value);
          return (
            <span key={figure.id}>
              {figure.label} <b>{value}</b> of {figure.max} {band && <Tag tone={band.tone}>{band.label}</Tag>}
            </span>
          );
        })
      )}
    </output>
  );
}
