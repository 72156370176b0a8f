import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { useTell } from '../../client/commands.ts';
import { RadioField } from '../../components/choice-fields.tsx';
import { DateText } from '../../components/dates.tsx';
import { Details } from '../../components/details.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { toast } from '../../components/toast.ts';

type OfPerson = OutputOf<'pathways.ofPerson'>;

const startForm = z.object({ templateId: z.string().min(1, 'Choose a pathway'), caseId: z.string().min(1) });

interface StartDialogProps {
  readonly of: OfPerson;
  /** Chosen beforehand, or ''. */
  readonly templateId: string;
  readonly onClose: () => void;
}

/** Chooses a pathway, shows its steps with the dates that they would get, and begins it. */
export function StartDialog({ of, templateId, onClose }: StartDialogProps) {
  const form = useForm<z.input<typeof startForm>, unknown, z.output<typeof startForm>>({
    resolver: zodResolver(startForm),
    defaultValues: { templateId, caseId: of.cases[0]?.id ?? '' },
  });
  const chosen = useWatch({ control: form.control, name: 'templateId' });
  const template = of.available.find((each) => each.templateId === chosen);
  const takeBack = useTell('pathways.void');
  const start = useTell('pathways.start', {
    onDone: ({ pathwayId }) => {
      toast({
        message: `Pathway begun: ${template?.name ?? ''}`,
        undo: () => void takeBack.tell({ pathwayId, reason: 'Taken back right after it was begun.' }),
      });
      onClose();
    },
  });
  return (
    <Dialog open title="Begin a pathway" onClose={onClose}>
      <Form
        form={form}
        submit="Begin the pathway"
        onSubmit={async (values) => {
          const answer = await start.tell({ ...values, version: template?.version ?? 0 });
          return answer.ok ? undefined : answer.error;
        }}
      >
        <RadioField
          control={form.control}
          name="templateId"
          label="Pathway"
          options={of.available.map((each) => ({
            value: each.templateId,
            label: each.name,
            hint: each.reasons.length > 0 ? `Worth a thought: ${each.reasons.join('; ')}` : each.about,
          }))}
        />
        {of.cases.length > 1 && (
          <SelectField
            control={form.control}
            name="caseId"
            label="Case"
            options={of.cases.map(({ id, neighbourhood }) => ({ value: id, label: `Case in ${neighbourhood}` }))}
          />
        )}
        {template && (
          <Details summary={`The ${template.steps.length} steps of ${template.name}, if it begins today`}>
            <ol className="ot-pathway-preview">
              {template.steps.map(({ words, who, dueOn }) => (
                <li key={words}>
                  {words}{' '}
                  <span className="ot-muted">
                    {wordOf('pathway-who', who)}, by <DateText value={dueOn} />
                  </span>
                </li>
              ))}
            </ol>
          </Details>
        )}
      </Form>
    </Dialog>
  );
}
