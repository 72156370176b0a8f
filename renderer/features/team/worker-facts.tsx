import { formatDate } from '../../../shared/domain/british-date.ts';
import { roleWords } from '../../../shared/domain/permissions.ts';
import { formatCount } from '../../components/format.ts';
import { Panel } from '../../components/panel.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { wordsFor } from '../contacts/words.ts';
import type { StaffList, Worker } from './team-view.ts';
import { TrainingText } from './training-tag.tsx';
import { placeWords, wteWords } from './worker-words.ts';

/** What is recorded of a worker. */
export function WorkerFacts({ worker, list }: { readonly worker: Worker; readonly list: StaffList }) {
  return (
    <Panel title="Details">
      <SummaryList
        rows={[
          { term: 'Job', value: wordsFor('worker-role', worker.job) },
          { term: 'Organisation', value: worker.organisation },
          { term: 'Work phone', value: worker.phone },
          { term: 'Work email', value: worker.email },
          { term: 'Working time', value: wteWords(worker.wte) },
          { term: 'Supervised', value: worker.supervised ? 'Yes, works under supervision' : 'No' },
          { term: 'Information-governance training', value: <TrainingText trainedOn={worker.governanceTrainedOn} /> },
          { term: 'Roles here', value: worker.roles.map((role) => roleWords[role]).join(', ') },
          { term: 'Neighbourhoods', value: placeWords(worker.neighbourhoodIds, list.neighbourhoods) || 'None' },
          { term: 'Practices', value: placeWords(worker.practiceIds, list.practices) || 'None' },
          { term: 'Coordinates', value: formatCount(worker.cases, 'case') },
          ...(worker.endedOn === null ? [] : [{ term: 'Left the team', value: formatDate(worker.endedOn) }]),
        ]}
      />
    </Panel>
  );
}
