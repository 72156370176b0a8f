import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { PromptView } from '../../../shared/contract/prompt-view.ts';
import { requiredNote } from '../../../shared/domain/plain-text.ts';
import { type PromptId, promptIds } from '../../../shared/domain/prompts.ts';
import { call } from '../../client/call.ts';
import { useToday } from '../../client/now.ts';
import { useMay, useSession } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';
import { SnoozeForm } from '../tasks/snooze-form.tsx';
import { TaskForm } from '../tasks/task-form.tsx';

interface PromptActionsProps {
  readonly prompt: PromptView;
  readonly caseId: string;
  /** Whom it is about, for what screen readers say. */
  readonly of: string;
}

async function undo(decisionId: string): Promise<void> {
  const answer = await call('prompts.undo', { decisionId });
  if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
}

const isKnown = (id: string): id is PromptId => promptIds.some((known) => known === id);

/** What can be done about a prompt, in place: make it a task, put it off, dismiss it. */
export function PromptActions({ prompt, caseId, of }: PromptActionsProps) {
  const [asking, setAsking] = useState<'task' | 'snooze' | 'dismiss' | null>(null);
  const may = useMay('tasks.write');
  if (!may || !isKnown(prompt.id)) return null;
  const asked = { caseId, prompt: prompt.id, key: prompt.key };
  const close = () => setAsking(null);
  const told = (message: string, decisionId: string) => {
    close();
    toast({ message, undo: () => void undo(decisionId) });
  };
  const hidden = (
    <span className="nhsuk-u-visually-hidden">
      : {prompt.sentence} {of}
    </span>
  );
  const why = <p className="ot-task-what">{prompt.sentence}</p>;
  return (
    <span className="ot-task-actions">
      <Button size="small" icon="plus" onClick={() => setAsking('task')}>
        Make a task{hidden}
      </Button>
      <Button size="small" look="quiet" onClick={() => setAsking('snooze')}>
        Put off{hidden}
      </Button>
      <Button size="small" look="quiet" onClick={() => setAsking('dismiss')}>
        Dismiss{hidden}
      </Button>
      <Dialog open={asking === 'task'} title="Make a task of it" onClose={close}>
        {why}
        <NewTask prompt={prompt} asked={asked} onDone={(id) => told('Task added', id)} />
      </Dialog>
      <Dialog open={asking === 'snooze'} title="Put the prompt off" onClose={close}>
        <SnoozeForm
          onSave={async (values) => {
            const answer = await call('prompts.snooze', { ...asked, ...values });
            if (!answer.ok) return answer.error;
            told('Prompt put off', answer.value.decisionId);
            return undefined;
          }}
        >
          {why}
        </SnoozeForm>
      </Dialog>
      <Dialog open={asking === 'dismiss'} title="Dismiss the prompt" onClose={close}>
        {why}
        <DismissForm asked={asked} onDone={(id) => told('Prompt dismissed', id)} />
      </Dialog>
    </span>
  );
}

interface Asked {
  readonly caseId: string;
  readonly prompt: PromptId;
  readonly key: string;
}

function NewTask(props: { prompt: PromptView; asked: Asked; onDone: (decisionId: string) => void }) {
  const { prompt, asked, onDone } = props;
  const { workerId } = useSession();
  const today = useToday();
  return (
    <TaskForm
      start={{
        words: prompt.sentence,
        dueOn: today,
        priority: prompt.severity === 'urgent' ? 'urgent' : 'routine',
        who: 'worker',
        ownerId: workerId,
        neighbourhoodId: '',
      }}
      submit="Add the task"
      onSave={async ({ words, dueOn, priority, who, ownerId }) => {
        const answer = await call('prompts.makeTask', {
          ...asked,
          ...{ words, priority, dueOn: dueOn === '' ? null : dueOn, ownerId: who === 'team' ? null : ownerId },
        });
        if (!answer.ok) return answer.error;
        onDone(answer.value.decisionId);
        return undefined;
      }}
    />
  );
}

function DismissForm({ asked, onDone }: { asked: Asked; onDone: (decisionId: string) => void }) {
  const form = useForm({
    resolver: zodResolver(z.object({ reason: requiredNote(500) })),
    defaultValues: { reason: '' },
  });
  return (
    <Form
      form={form}
      submit="Dismiss"
      onSubmit={async ({ reason }) => {
        const answer = await call('prompts.dismiss', { ...asked, reason });
        if (!answer.ok) return answer.error;
        onDone(answer.value.decisionId);
        return undefined;
      }}
    >
      <TextAreaField
        control={form.control}
        name="reason"
        label="Why it needs nothing"
        hint="It comes back when its facts change."
        rows={2}
      />
    </Form>
  );
}
