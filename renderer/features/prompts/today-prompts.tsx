import type { PromptLine } from '../../../shared/contract/today.ts';
import { listName } from '../../../shared/domain/name.ts';
import { CasePerson } from '../cases/case-person.tsx';
import { Lines, TodayLine } from '../today/today-line.tsx';
import { PromptActions } from './prompt-actions.tsx';
import { PromptTag } from './prompt-lines.tsx';

/** Prompts of own cases with the reason; each can become a task, be put off or dismissed in place. */
export function TodayPrompts({ lines }: { readonly lines: readonly PromptLine[] }) {
  return (
    <Lines>
      {lines.map(({ row, prompt }) => (
        <TodayLine
          key={`${row.caseId} ${prompt.key}`}
          who={
            <>
              <CasePerson person={row.person} />
              <PromptTag {...prompt} />
            </>
          }
          reason={prompt.sentence}
          actions={<PromptActions prompt={prompt} caseId={row.caseId} of={listName(row.person.name)} />}
        />
      ))}
    </Lines>
  );
}
