import { useState } from 'react';
import type { Failure } from '../../../shared/contract/answer.ts';
import { localDateOf } from '../../../shared/domain/british-date.ts';
import { localTimeOf } from '../../../shared/domain/london-time.ts';
import { call } from '../../client/call.ts';
import { useTell } from '../../client/commands.ts';
import { useAsk } from '../../client/queries.ts';
import { SidePanel } from '../../components/dialog.tsx';
import { fieldProblems } from '../../components/field-problems.ts';
import { Loaded } from '../../components/loaded.tsx';
import { toast } from '../../components/toast.ts';
import { openPanel } from '../frame/panels.ts';
import type { PanelProps } from '../frame/plug-types.ts';
import { GroupForm } from './group-form.tsx';
import { type GroupValues, groupForm, sessionOf } from './group-values.ts';

const draft = { kind: 'group-contact', key: 'new' } as const;

/** One entry for a session with several people. */
export function GroupPanel({ onClose }: PanelProps<object>) {
  // Asked once: the draft that is written while typing must not come back into the form.
  const asked = useAsk('drafts.open', draft);
  const [first, setFirst] = useState<typeof asked.data>(undefined);
  if (asked.data !== undefined && first === undefined) setFirst(asked.data);
  return (
    <SidePanel open title="Log a group session" onClose={onClose}>
      <Loaded asked={{ ...asked, data: first }}>{(kept) => <Entry kept={kept.draft} onClose={onClose} />}</Loaded>
    </SidePanel>
  );
}

interface EntryProps {
  readonly kept: { readonly body: Readonly<Record<string, unknown>>; readonly updatedAt: string } | null;
  readonly onClose: () => void;
}

function Entry({ kept, onClose }: EntryProps) {
  const [start] = useState(() => withDraft(emptySession(new Date()), kept?.body ?? {}));
  const log = useTell('contacts.logGroup');
  const save = async (values: GroupValues): Promise<Failure | undefined> => {
    const answer = await log.tell(sessionOf(values));
    if (!answer.ok) return atGroupFields(answer.error);
    onClose();
    const { contactIds } = answer.value;
    toast({
      message: `Group session logged for ${contactIds.length} ${contactIds.length === 1 ? 'person' : 'people'}`,
      undo: () => void takeBack(contactIds, values),
    });
    return undefined;
  };
  const discard = () => {
    onClose();
    void call('drafts.discard', draft);
  };
  return <GroupForm start={start} draft={draft} since={kept?.updatedAt ?? null} onSave={save} onDiscard={discard} />;
}

function emptySession(now: Date): GroupValues {
  const hour = new Date(now.getTime() - (now.getTime() % 3_600_000) - 3_600_000).toISOString();
  return {
    title: '',
    date: localDateOf(hour),
    time: localTimeOf(hour),
    minutes: 60,
    location: '',
    purpose: '',
    note: '',
    activities: [],
    jointWith: [],
    people: [],
  };
}

/** What of a draft still has the shape of the form. */
function withDraft(start: GroupValues, body: Readonly<Record<string, unknown>>): GroupValues {
  const shape = groupForm.shape;
  const kept = Object.entries(body).filter(
    ([name, value]) =>
      name in shape && (typeof value === 'string' || shape[name as keyof typeof shape].safeParse(value).success),
  );
  return { ...start, ...Object.fromEntries(kept) };
}

/** Undo: the entries become void, and what was typed is a draft again. */
async function takeBack(contactIds: readonly string[], values: GroupValues): Promise<void> {
  const answer = await call('contacts.undo', { contactIds: [...contactIds] });
  if (!answer.ok) return toast({ message: answer.error.message, tone: 'urgent' });
  await call('drafts.save', { ...draft, body: { ...values } });
  openPanel('groupContact', {});
}

/** A refusal with its problems at the fields of the form. */
function atGroupFields(failure: Failure): Failure {
  const problems = fieldProblems(failure);
  if (problems.length === 0) return failure;
  const details = problems.map(({ path, message }) => ({
    path: path.replace(/^startsAt$/u, 'time').replace(/cancellation\.reason$/u, 'cancellationReason'),
    message,
  }));
  return { ...failure, details };
}
