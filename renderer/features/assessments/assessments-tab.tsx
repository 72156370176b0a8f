import type { ResultView } from '../../../shared/contract/instruments.ts';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { formatDate, localDateOf } from '../../../shared/domain/british-date.ts';
import { instrumentOf } from '../../../shared/domain/instruments.ts';
import { useAsk } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { Stack } from '../../components/columns.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { openPanel } from '../frame/panels.ts';
import { AssessmentCard } from './assessment-card.tsx';
import { ScoresPanel } from './scores-panel.tsx';

/** What is known of the whole person, and their scores over time. */
export function AssessmentsTab({ person }: { readonly person: PersonPageView }) {
  const scores = useAsk('instruments.open', { personId: person.id });
  const answers = useAsk('assessments.open', { personId: person.id });
  return (
    <Loaded asked={scores} loading="Opening the assessments">
      {(opened) => (
        <Stack>
          {opened.results
            .filter(({ safety }) => safety === 'due')
            .map((result) => (
              <SafetyDue key={result.id} result={result} />
            ))}
          <Loaded asked={answers} loading="Opening the assessment">
            {(assessment) => <AssessmentCard person={person} opened={assessment} />}
          </Loaded>
          <ScoresPanel person={person} scores={opened} />
        </Stack>
      )}
    </Loaded>
  );
}

/** Stands above everything until it is recorded. */
function SafetyDue({ result }: { readonly result: ResultView }) {
  const name = instrumentOf(result.instrument)?.name ?? result.instrument;
  return (
    <Callout
      tone="urgent"
      title={`${name} of ${formatDate(localDateOf(result.takenAt))}: what was done for safety is not recorded`}
    >
      <Button size="small" onClick={() => openPanel('score', { resultId: result.id })}>
        Record it
      </Button>
    </Callout>
  );
}
