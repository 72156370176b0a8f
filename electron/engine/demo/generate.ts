import type { CommandContext } from '../context.ts';
import type { Progress } from '../jobs.ts';
import { seedReference } from '../reference.ts';
import { demoWorkers } from './staff.ts';

export function generate(
  { journal, today }: CommandContext,
  _: { size: string; seed: number; progress: Progress },
): void {
  seedReference(journal);
  for (const { id, label } of demoWorkers) {
    journal.insert(
      'workers',
      { id, name: label, organisation_id: 'community-trust', job: 'care-coordinator', wte: 1, supervised: 0 },
      'city',
    );
    journal.insert(
      'worker_memberships',
      { worker_id: id, kind: 'role', value: id.slice(5), started_on: today },
      'city',
    );
    journal.insert(
      'worker_memberships',
      { worker_id: id, kind: 'neighbourhood', value: 'n01', started_on: today },
      'city',
    );
  }
}
