import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { careHomeFields } from '../../../shared/contract/care-homes.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { codeOptions, isCode } from '../../../shared/domain/code-lists.ts';
import { useTell } from '../../client/commands.ts';
import { SidePanel } from '../../components/dialog.tsx';
import { FieldRow } from '../../components/field-layout.tsx';
import { Form } from '../../components/form.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../components/toast.ts';
import { WorkerField } from '../cases/worker-field.tsx';

type Places = OutputOf<'careHomes.list'>['neighbourhoods'];
export type CareHome = OutputOf<'careHomes.open'>['home'];

/** What a new home begins with. */
export interface NewHome {
  readonly name: string;
  readonly neighbourhoodId: string;
}

const homeForm = z.object({
  name: careHomeFields.name,
  neighbourhoodId: z.string().min(1, 'Choose the neighbourhood'),
  kind: z.string().refine((code) => isCode('care-home-kind', code), 'Choose the kind of home'),
  beds: careHomeFields.beds,
  phone: careHomeFields.phone,
  practiceId: z.string(),
  leadWorkerId: z.string(),
});
type HomeValues = z.input<typeof homeForm>;

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

const asOptions = (places: Places) => places.map(({ id, name }) => ({ value: id, label: name }));

function HomeForm({ start, home, places, practices, onClose }: Omit<HomePanelProps, 'open'>) {
  const form = useForm<HomeValues, unknown, z.output<typeof homeForm>>({
    resolver: zodResolver(homeForm),
    defaultValues: {
      name: home?.name ?? start.name,
      neighbourhoodId: home?.neighbourhood.id ?? start.neighbourhoodId,
      kind: home?.kind ?? '',
      beds: home?.beds ?? null,
      phone: home?.phone ?? '',
      practiceId: home?.practice?.id ?? '',
      leadWorkerId: home?.lead?.id ?? '',
    },
  });
  const add = useTell('careHomes.add');
  const edit = useTell('careHomes.edit');
  return (
    <Form
      form={form}
      submit={home ? 'Save' : 'Add the care home'}
      onSubmit={async ({ neighbourhoodId, kind, practiceId, leadWorkerId, ...values }) => {
        if (!isCode('care-home-kind', kind)) return undefined;
        const fields = { ...values, kind, practiceId: practiceId || null, leadWorkerId: leadWorkerId || null };
        const answer = home
          ? await edit.tell({ careHomeId: home.id, heads: home.heads, patch: fields })
          : await add.tell({ ...fields, neighbourhoodId });
        if (answer.ok) {
          toast({ message: home ? 'Care home changed' : 'Care home added' });
          onClose();
          return undefined;
        }
        const details = (answer.error.details as { path: string; message: string }[] | undefined)?.map((each) => ({
          ...each,
          path: each.path.replace(/^patch\./, ''),
        }));
        return { ...answer.error, ...(details && { details }) };
      }}
    >
      <TextField
        control={form.control}
        name="name"
        label="Name"
        hint="As records name it: residents are found by this name."
        autoFocus
      />
      {home === undefined && (
        <SelectField control={form.control} name="neighbourhoodId" label="Neighbourhood" options={asOptions(places)} />
      )}
      <FieldRow>
        <SelectField
          control={form.control}
          name="kind"
          label="Kind"
          options={codeOptions('care-home-kind')}
          blank="Choose"
        />
        <NumberField control={form.control} name="beds" label="Beds" width={3} optional />
      </FieldRow>
      <TextField control={form.control} name="phone" label="Telephone" inputMode="tel" optional />
      <SelectField
        control={form.control}
        name="practiceId"
        label="Aligned practice"
        options={asOptions(practices)}
        blank="None"
        optional
      />
      <WorkerField control={form.control} name="leadWorkerId" label="Lead worker" optional />
    </Form>
  );
}
