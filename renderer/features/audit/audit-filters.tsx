import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { isoDateSchema } from '../../../shared/domain/british-date.ts';
import { useToday } from '../../client/now.ts';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FieldRow } from '../../components/field-layout.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { FilterSelect } from '../../components/filter-select.tsx';
import { Form } from '../../components/form.tsx';
import { wordsOf } from './action-words.ts';
import type { AuditPart } from './audit-lines.ts';
import { type AuditView, chipsOf, dateChoiceOf, dateOptions, outcomeWords, spanOf } from './audit-view.ts';

interface AuditFiltersProps {
  readonly view: AuditView;
  readonly choices: Pick<AuditPart, 'workers' | 'actions'>;
  readonly show: (view: AuditView) => void;
}

/** What narrows the trail, and what it is narrowed to. */
export function AuditFilters({ view, choices: { workers, actions }, show }: AuditFiltersProps) {
  const today = useToday();
  const [choosing, setChoosing] = useState(false);
  const setDates = (choice: string) => {
    if (choice === 'choose') return setChoosing(true);
    show({ ...view, ...(choice === '' ? { from: undefined, to: undefined } : spanOf(choice, today)) });
  };
  const outcome = (value: string) =>
    value === 'done' || value === 'refused' || value === 'failed' ? value : undefined;
  return (
    <>
      <FilterBar>
        <FilterSelect
          label="Worker"
          any="Any worker"
          options={workers.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={view.worker ?? ''}
          onChange={(worker) => show({ ...view, worker: worker || undefined })}
        />
        <FilterSelect
          label="What was done"
          any="Anything"
          options={actions
            .map((action) => ({ value: action, label: labelOf(action) }))
            .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'))}
          chosen={view.action ?? ''}
          onChange={(action) => show({ ...view, action: action || undefined })}
        />
        <FilterSelect
          label="Outcome"
          any="Any outcome"
          options={Object.entries(outcomeWords).map(([value, label]) => ({ value, label }))}
          chosen={view.outcome ?? ''}
          onChange={(value) => show({ ...view, outcome: outcome(value) })}
        />
        <FilterSelect
          label="When"
          any="Any time"
          options={dateOptions}
          chosen={dateChoiceOf(view, today)}
          onChange={setDates}
        />
      </FilterBar>
      <FilterChips chips={chipsOf(view, workers, show)} onClear={() => show({})} />
      <Dialog open={choosing} title="Choose dates" width="narrow" onClose={() => setChoosing(false)}>
        <DatesForm
          view={view}
          onChosen={(dates) => {
            setChoosing(false);
            show({ ...view, ...dates });
          }}
        />
      </Dialog>
    </>
  );
}

/** A deed's words for the list of choices; of a refused call they say so, since the deed itself is there too. */
const labelOf = (action: string): string =>
  action.includes('.') ? `Refused: ${wordsOf(action).words}` : wordsOf(action).words;

const dates = z
  .object({ from: isoDateSchema.or(z.literal('')), to: isoDateSchema.or(z.literal('')) })
  .refine(({ from, to }) => from === '' || to === '' || from <= to, {
    path: ['to'],
    error: 'The last day cannot be before the first',
  });

function DatesForm({
  view,
  onChosen,
}: {
  readonly view: AuditView;
  readonly onChosen: (dates: Pick<AuditView, 'from' | 'to'>) => void;
}) {
  const form = useForm({
    resolver: zodResolver(dates),
    defaultValues: { from: view.from ?? '', to: view.to ?? '' },
  });
  return (
    <Form
      form={form}
      submit="Show these days"
      onSubmit={async ({ from, to }) => {
        onChosen({ from: from || undefined, to: to || undefined });
        return undefined;
      }}
    >
      <FieldRow>
        <DateField control={form.control} name="from" label="First day" optional />
        <DateField control={form.control} name="to" label="Last day" optional />
      </FieldRow>
    </Form>
  );
}
