import { type ReactNode, useState } from 'react';
import { type FieldValues, get, type UseFormReturn } from 'react-hook-form';
import { Icon } from '../../components/icon.tsx';

interface EntrySectionProps<V extends FieldValues, O> {
  readonly form: UseFormReturn<V, unknown, O>;
  readonly title: string;
  /** What is chosen inside, in a few words, readable while it is closed. */
  readonly summary: string;
  /** Names of the fields inside: with a problem in one, the section is open. */
  readonly fields: readonly string[];
  readonly startOpen?: boolean;
  readonly children: ReactNode;
}

/** A part of the entry that most contacts leave as it is. */
export function EntrySection<V extends FieldValues, O>(props: EntrySectionProps<V, O>) {
  const { form, title, summary, fields, startOpen = false, children } = props;
  const [open, setOpen] = useState(startOpen);
  const wrong = fields.some((name) => get(form.formState.errors, name) !== undefined);
  return (
    <details className="ot-entry-section" open={open || wrong} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="ot-entry-section__head">
        <Icon name="right" size={16} />
        <span className="ot-entry-section__title">{title}</span>
        {summary !== '' && <span className="ot-entry-section__summary">{summary}</span>}
      </summary>
      <div className="ot-entry-section__body">{children}</div>
    </details>
  );
}
