import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { type FieldPath, useForm } from 'react-hook-form';
import type { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { formatInstant } from '../../../shared/domain/british-date.ts';
import { promptLimitList, promptLimitSource, promptLimitsSchema } from '../../../shared/domain/prompt-limits.ts';
import { bankHolidayNotice } from '../../../shared/domain/working-days.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { Details } from '../../components/details.tsx';
import { Form } from '../../components/form.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { Panel } from '../../components/panel.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';
import { toast } from '../../components/toast.ts';

type Limits = OutputOf<'prompts.limits'>;

/** Days, months and levels from which prompts are raised, each with its rule; leads and administrators change them. */
export function PromptLimitsPanel() {
  const asked = useAsk('prompts.limits', {});
  const may = useMay('settings.write');
  const [editing, setEditing] = useState(false);
  const notice = bankHolidayNotice(useToday());
  return (
    <Panel
      title="When prompts are raised"
      actions={
        may && !editing ? (
          <Button size="small" icon="edit" onClick={() => setEditing(true)}>
            Change the limits
          </Button>
        ) : undefined
      }
    >
      {notice !== null && <Callout tone="warning" title={notice} />}
      <Loaded asked={asked} loading="Reading the limits">
        {(limits) =>
          editing ? <EditLimits limits={limits} onDone={() => setEditing(false)} /> : <ShowLimits limits={limits} />
        }
      </Loaded>
      <p className="ot-muted ot-settings__source">Source: {promptLimitSource}</p>
    </Panel>
  );
}

function ShowLimits({ limits: { limits, history } }: { readonly limits: Limits }) {
  const title = (id: string) => promptLimitList.find((limit) => limit.id === id)?.title ?? id;
  return (
    <>
      <SimpleTable
        caption="Limits of the prompts"
        columns={[
          { id: 'rule', header: 'Rule', width: 70, cell: ({ prompt }) => prompt },
          { id: 'title', header: 'Limit', rowHeader: true, cell: (limit) => limit.title },
          { id: 'value', header: 'In force', align: 'end', cell: ({ id, unit }) => `${limits[id]} ${unit}` },
          { id: 'shipped', header: 'As shipped', align: 'end', cell: ({ value }) => value },
        ]}
        rows={promptLimitList}
        rowId={({ id }) => id}
      />
      {history.length > 0 && (
        <Details summary="Who changed them">
          <ul className="ot-plain-list">
            {history.map(({ at, by, changed }) => (
              <li key={at}>
                {formatInstant(at)}, {by}:{' '}
                {changed.map(({ id, from, to }) => `${title(id)} ${from} → ${to}`).join('; ')}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function EditLimits({ limits: shown, onDone }: { readonly limits: Limits; readonly onDone: () => void }) {
  // As they were when the form was opened: what somebody else sets meanwhile must not be overwritten unseen.
  const [{ limits, heads }] = useState(shown);
  const form = useForm<z.input<typeof promptLimitsSchema>, unknown, z.output<typeof promptLimitsSchema>>({
    resolver: zodResolver(promptLimitsSchema),
    defaultValues: limits,
  });
  const set = useTell('prompts.setLimits', {
    onDone: () => {
      onDone();
      toast({ message: 'Limits saved' });
    },
  });
  return (
    <Form
      form={form}
      submit="Save the limits"
      onSubmit={async (values) => {
        const answer = await set.tell({ limits: values, heads });
        return answer.ok ? undefined : answer.error;
      }}
      actions={
        <Button look="quiet" onClick={onDone}>
          Leave them as they are
        </Button>
      }
    >
      <div className="ot-limits">
        {promptLimitList.map(({ id, prompt, title, unit }) => (
          <NumberField
            key={id}
            control={form.control}
            name={id as FieldPath<z.input<typeof promptLimitsSchema>>}
            label={`${prompt}: ${title}`}
            suffix={unit}
            width={3}
          />
        ))}
      </div>
    </Form>
  );
}
