import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Answer } from '../../../../../shared/contract/answer.ts';
import { isoDateSchema } from '../../../../../shared/domain/british-date.ts';
import { useToday } from '../../../../client/now.ts';
import { DateField } from '../../../../components/date-field.tsx';
import { EntryDialog } from './entry-dialog.tsx';

const schema = z.object({ endedOn: isoDateSchema });

interface EndDialogProps {
  /** What ends, in words. */
  readonly what: string;
  readonly end: (endedOn: string) => Promise<Answer<unknown>>;
  readonly onClose: () => void;
}

/** Asks since when an entry no longer holds. It stays in the history. */
export function EndDialog({ what, end, onClose }: EndDialogProps) {
  const today = useToday();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { endedOn: today } });
  return (
    <EntryDialog
      title={`End: ${what}`}
      form={form}
      submit="End it"
      done={`Ended: ${what}`}
      send={({ endedOn }) => end(endedOn)}
      onClose={onClose}
    >
      <p>It was right until this day, and stays in the history. Use “Entered in error” for what was never right.</p>
      <DateField control={form.control} name="endedOn" label="Last day" />
    </EntryDialog>
  );
}
