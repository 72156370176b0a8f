import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import { addDays, isoDateSchema } from '../../../../shared/domain/british-date.ts';
import { codeOptions, codeSchema } from '../../../../shared/domain/code-lists.ts';
import { wordOf } from '../../../../shared/domain/person-words.ts';
import { requiredNote } from '../../../../shared/domain/plain-text.ts';
import { useTell } from '../../../client/commands.ts';
import { useToday } from '../../../client/now.ts';
import { Button } from '../../../components/button.tsx';
import { RadioField } from '../../../components/choice-fields.tsx';
import { DateField } from '../../../components/date-field.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Form } from '../../../components/form.tsx';
import { TextAreaField } from '../../../components/text-area-field.tsx';
import { toast } from '../../../components/toast.ts';

const schema = z.object({ tier: codeSchema('need-tier'), until: isoDateSchema, reason: requiredNote(500) });
/** Long enough for a case to be reviewed, short enough not to be forgotten. */
const usualDays = 90;

/** Sets the need tier by hand until a day, or lets the points decide again. */
export function TierDialog({ person, onClose }: { readonly person: PersonPageView; readonly onClose: () => void }) {
  const { id: personId, need } = person;
  const set = useTell('people.overrideTier');
  const clear = useTell('people.clearTierOverride');
  const today = useToday();
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: {
      tier: schema.shape.tier.safeParse(need.tier).data ?? 'low',
      until: need.override?.until ?? addDays(today, usualDays),
      reason: need.override?.reason ?? '',
    },
  });
  const letPointsDecide = async () => {
    const answer = await clear.tell({ personId });
    if (!answer.ok) return;
    toast({ message: 'The points decide the need tier again' });
    onClose();
  };
  return (
    <Dialog open title="Set the need tier by hand" onClose={onClose}>
      <p>
        The points give <b>{wordOf('need-tier', need.computed).toLowerCase()}</b>. A tier set by hand holds until the
        day you choose; then the points decide again.
      </p>
      <Form
        form={form}
        submit="Set the tier"
        actions={
          <>
            {need.override !== null && (
              <Button busy={clear.telling} onClick={() => void letPointsDecide()}>
                Let the points decide
              </Button>
            )}
            <Button onClick={onClose}>Cancel</Button>
          </>
        }
        onSubmit={async (values) => {
          const answer = await set.tell({ personId, ...values });
          if (!answer.ok) return answer.error;
          toast({ message: `Set by hand: ${wordOf('need-tier', values.tier).toLowerCase()}` });
          onClose();
          return undefined;
        }}
      >
        <RadioField
          control={form.control}
          name="tier"
          label="Need tier"
          look="inline"
          options={codeOptions('need-tier')}
        />
        <DateField control={form.control} name="until" label="Until, including this day" />
        <TextAreaField control={form.control} name="reason" label="Why" hint="Shown beside the tier." rows={2} />
      </Form>
    </Dialog>
  );
}
