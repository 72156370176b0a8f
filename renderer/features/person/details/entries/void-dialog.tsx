import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { entryKinds } from '../../../../../shared/contract/person-record.ts';
import { requiredNote } from '../../../../../shared/domain/plain-text.ts';
import { useTell } from '../../../../client/commands.ts';
import { TextAreaField } from '../../../../components/text-area-field.tsx';
import { EntryDialog } from './entry-dialog.tsx';

export type EntryKind = (typeof entryKinds)[number];

const schema = z.object({ reason: requiredNote(500) });

interface VoidDialogProps {
  readonly what: string;
  readonly personId: string;
  readonly kind: EntryKind;
  readonly entryId: string;
  readonly onClose: () => void;
}

/** Takes back an entry that was never right. */
export function VoidDialog({ what, personId, kind, entryId, onClose }: VoidDialogProps) {
  const { tell } = useTell('people.voidEntry');
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { reason: '' } });
  return (
    <EntryDialog
      title={`Entered in error: ${what}`}
      form={form}
      submit="Take it back"
      danger
      done={`Taken back: ${what}`}
      send={({ reason }) => tell({ personId, kind, entryId, reason })}
      onClose={onClose}
    >
      <p>The entry leaves the record and stays in its history, with your name and the reason.</p>
      <TextAreaField control={form.control} name="reason" label="Why it was wrong" rows={2} />
    </EntryDialog>
  );
}
