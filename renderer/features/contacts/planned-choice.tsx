import { type UseFormReturn, useWatch } from 'react-hook-form';
import { formatDate, localDateOf } from '../../../shared/domain/british-date.ts';
import { localTimeOf } from '../../../shared/domain/london-time.ts';
import { useToday } from '../../client/now.ts';
import { useSession } from '../../client/session.ts';
import { ChoiceGroup, Choices } from '../../components/choice-group.tsx';
import { fromPlanned, type PlannedContact } from './contact-defaults.ts';
import type { ContactValues } from './contact-values.ts';
import { shortFor } from './words.ts';

/** Whether the entry is the outcome of an appointment: choosing one takes over when, how, how long and where. */
export function PlannedChoice({
  form,
  planned,
}: {
  readonly form: UseFormReturn<ContactValues>;
  readonly planned: readonly PlannedContact[];
}) {
  const chosen = useWatch({ control: form.control, name: 'completes' });
  const { workerId } = useSession();
  const today = useToday();
  if (planned.length === 0) return null;
  const options = [
    ...planned.map((each) => ({ value: each.id, label: titleOf(each, today, workerId) })),
    { value: '', label: 'Another contact' },
  ];
  const note = planned.find(({ id }) => id === chosen)?.note ?? '';
  const choose = (id: string) => {
    const found = planned.find((each) => each.id === id);
    const values = found ? fromPlanned(found, new Date()) : { completes: '' };
    for (const [name, value] of Object.entries(values)) form.setValue(name as keyof ContactValues, value);
  };
  return (
    <>
      <ChoiceGroup id="entry-planned" legend="This is">
        <Choices
          id="entry-planned"
          name="completes"
          type="radio"
          look="chips"
          options={options}
          isChosen={(value) => value === chosen}
          onToggle={choose}
        />
      </ChoiceGroup>
      {note !== '' && <p className="ot-planned-note">Planned note: {note}</p>}
    </>
  );
}

function titleOf({ startsAt, mechanism, worker }: PlannedContact, today: string, self: string): string {
  const day = localDateOf(startsAt);
  const when = `${day === today ? 'today' : formatDate(day)} at ${localTimeOf(startsAt)}`;
  const by = worker.id === self ? '' : ` (${worker.name})`;
  return `Planned for ${when}, ${shortFor('consultation-mechanism', mechanism).toLowerCase()}${by}`;
}
