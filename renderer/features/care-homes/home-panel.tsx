import { useState } from 'react';
import { z } from 'zod';
import { careHomeFields } from '../../../shared/contract/care-homes.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts';
import { codeOptions, isCode } from '../../../shared/domain/code-lists.ts';
import { headsSchema } from '../../../shared/ids.ts';
import { useTell } from '../../client/commands.ts';
import { SidePanel } from '../../components/dialog.tsx';
import { FieldRow } from '../../components/field-layout.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../components/toast.ts';
import { WorkerField } from '../cases/worker-field.tsx';
import { DraftedForm } from '../plan/drafted-form.tsx';

type Places = OutputOf<'careHomes.list'>['neighbourhoods'];
export type CareHome = OutputOf<'careHomes.open'>['home'];

/** What a new home begins with. */
export interface NewHome {
  readonly name: string;
  readonly neighbourhoodId: string;
}

const typedHome = z.object({
  name: careHomeFields.name,
  neighbourhoodId: z.string().min(1, 'Choose the neighbourhood'),
  kind: z.string().refine((code) => isCode('care-home-kind', code), 'Choose the kind of home'),
  beds: careHomeFields.beds,
  phone: careHomeFields.phone,
  practiceId: z.string(),
  leadWorkerId: z.string(),
});
/** What the home was when the form was opened stays with a draft, so that it changes nothing unseen (J4). */
const homeForm = typedHome.extend({
  seen: z.object({ heads: headsSchema, values: z.record(z.string(), z.union([z.string(), z.number()]).nullable()) }),
});
type HomeValues = z.input<typeof homeForm>;
type Typed = z.output<typeof typedHome>;
type Fields = InputOf<'careHomes.edit'>['patch'];

interface HomePanelProps {
  readonly open: boolean;
  readonly start: NewHome;
  /** The home to change; without it a new one is added. */
  readonly home?: CareHome;
  readonly places: Places;
  readonly practices: Places;
  readonly onClose: () => void;
}

/** Puts a care home on record, or changes what is recorded. */
export function HomePanel({ open, ...props }: HomePanelProps) {
  return (
    <SidePanel open={open} title={props.home ? 'Edit the care home' : 'Add a care home'} onClose={props.onClose}>
      <HomeForm {...props} />
    </SidePanel>
  );
}

/** What the engine takes of the form. */
const fieldsOf = ({ name, kind, beds, phone, practiceId, leadWorkerId }: Typed) => ({
  ...{ name, kind, beds, phone },
  practiceId: practiceId || null,
  leadWorkerId: leadWorkerId || null,
});

/** Only what was changed, so that a colleague's change of another field stands. */
function changedSince(seen: HomeValues['seen']['values'], fields: Fields): Fields {
  const before = fieldsOf(seen as Typed);
  return Object.fromEntries(
    Object.entries(fields).filter(([field, value]) => value !== before[field as keyof typeof before]),
  );
}

const asOptions = (places: Places) => places.map(({ id, name }) => ({ value: id, label: name }));

function HomeForm({ start, home, places, practices, onClose }: Omit<HomePanelProps, 'open'>) {
  const [begin] = useState((): HomeValues => {
    const values = {
      name: home?.name ?? start.name,
      neighbourhoodId: home?.neighbourhood.id ?? start.neighbourhoodId,
      kind: home?.kind ?? '',
      beds: home?.beds ?? null,
      phone: home?.phone ?? '',
      practiceId: home?.practice?.id ?? '',
      leadWorkerId: home?.lead?.id ?? '',
    };
    return { ...values, seen: { heads: home?.heads ?? {}, values } };
  });
  const add = useTell('careHomes.add');
  const edit = useTell('careHomes.edit');
  return (
    <DraftedForm
      schema={homeForm}
      start={begin}
      draft={{ kind: 'care-home', key: home?.id ?? 'new' }}
      fits={({ name }) => home !== undefined || start.name === '' || name === start.name}
      submit={home ? 'Save' : 'Add the care home'}
      onSubmit={async ({ seen, ...values }) => {
        const fields = fieldsOf(values);
        const answer = home
          ? await edit.tell({ careHomeId: home.id, heads: seen.heads, patch: changedSince(seen.values, fields) })
          : await add.tell({ ...fields, neighbourhoodId: values.neighbourhoodId });
        if (!answer.ok) return answer.error;
        toast({ message: home ? 'Care home changed' : 'Care home added' });
        onClose();
        return undefined;
      }}
    >
      {({ control }) => (
        <>
          <TextField
            control={control}
            name="name"
            label="Name"
            hint="As records name it: residents are found by this name."
            autoFocus
          />
          {home === undefined && (
            <SelectField control={control} name="neighbourhoodId" label="Neighbourhood" options={asOptions(places)} />
          )}
          <FieldRow>
            <SelectField
              control={control}
              name="kind"
              label="Kind"
              options={codeOptions('care-home-kind')}
              blank="Choose"
            />
            <NumberField control={control} name="beds" label="Beds" width={3} optional />
          </FieldRow>
          <TextField control={control} name="phone" label="Telephone" inputMode="tel" optional />
          <SelectField
            control={control}
            name="practiceId"
            label="Aligned practice"
            options={asOptions(practices)}
            blank="None"
            optional
          />
          <WorkerField control={control} name="leadWorkerId" label="Lead worker" optional />
        </>
      )}
    </DraftedForm>
  );
}
