import type { OutputOf } from '../../../shared/contract/index.ts';
import { formatDate, localDateOf } from '../../../shared/domain/british-date.ts';
import { useAsk } from '../../client/queries.ts';
import { Details } from '../../components/details.tsx';
import { Panel } from '../../components/panel.tsx';
import { Lines, TodayLine } from '../today/today-line.tsx';
import { PromptActions } from './prompt-actions.tsx';
import { PromptTag } from './prompt-lines.tsx';

type Decided = OutputOf<'prompts.ofPerson'>['decided'][number];

/** What the record itself asks for about a person, with the facts behind each. Nothing asked: no panel. */
export function PersonPromptsPanel({ personId, name }: { readonly personId: string; readonly name: string }) {
  const { data } = useAsk('prompts.ofPerson', { personId });
  if (!data || data.prompts.length + data.decided.length === 0) return null;
  const { prompts, decided } = data;
  return (
    <Panel title="Prompts" flush {...(prompts.length > 0 && { count: prompts.length })}>
      <Lines>
        {prompts.map(({ caseId, ...prompt }) => (
          <TodayLine
            key={prompt.key}
            who={<PromptTag {...prompt} />}
            reason={prompt.sentence}
            more={
              <Details summary="The facts">
                <ul className="ot-plain-list">
                  {prompt.facts.map(({ label, value }) => (
                    <li key={label}>
                      {label}: {value}
                    </li>
                  ))}
                </ul>
              </Details>
            }
            actions={<PromptActions prompt={prompt} caseId={caseId} of={name} />}
          />
        ))}
      </Lines>
      {decided.length > 0 && (
        <div className="ot-panel__note">
          <Details summary={`${decided.length} decided upon`}>
            <ul className="ot-plain-list">
              {decided.map((prompt) => (
                <li key={prompt.key}>
                  {prompt.sentence} <span className="ot-muted">{decisionWords(prompt)}</span>
                </li>
              ))}
            </ul>
          </Details>
        </div>
      )}
    </Panel>
  );
}

function decisionWords({ decision, until, reason, by, at }: Decided): string {
  const who = `by ${by.name} on ${formatDate(localDateOf(at))}`;
  if (decision === 'task') return `Made a task ${who}.`;
  if (decision === 'snoozed') return `Put off until ${until === null ? '' : formatDate(until)} ${who}: ${reason ?? ''}`;
  return `Dismissed ${who}: ${reason ?? ''}`;
}
