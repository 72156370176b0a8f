import type { PromptView } from '../../../shared/contract/prompt-view.ts';
import { type PromptId, promptWords } from '../../../shared/domain/prompts.ts';
import { Tag } from '../../components/tag.tsx';
import type { Tone } from '../../components/tone.ts';

const tones: Readonly<Record<PromptView['severity'], Tone>> = { urgent: 'red', warning: 'orange', notice: 'grey' };
const severityWords: Readonly<Record<PromptView['severity'], string>> = {
  urgent: 'Urgent',
  warning: 'Soon',
  notice: 'To note',
};

/** What a prompt is called; one of a newer version is shown as itself. */
export const promptName = (id: string): string => (Object.hasOwn(promptWords, id) ? promptWords[id as PromptId] : id);

/** What a prompt is called, and how pressing it is. */
export function PromptTag({ id, severity }: Pick<PromptView, 'id' | 'severity'>) {
  return (
    <Tag tone={tones[severity]}>
      {severity === 'urgent' ? `${severityWords.urgent}: ` : ''}
      {promptName(id)}
    </Tag>
  );
}
