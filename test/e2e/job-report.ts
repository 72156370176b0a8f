import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { type JobCost, jobAnnotation } from './hands.ts';

/** Prints at the end of the run what each of the main jobs costs a pair of hands. */
export default class JobReport implements Reporter {
  readonly #jobs: JobCost[] = [];

  onTestEnd(_: TestCase, { annotations }: TestResult): void {
    for (const { type, description = '' } of annotations)
      if (type === jobAnnotation) this.#jobs.push(JSON.parse(description) as JobCost);
  }

  onEnd(): void {
    if (this.#jobs.length === 0) return;
    console.info('\nWhat a job costs (of its budget):');
    for (const { job, keys, pointer, budget } of this.#jobs)
      console.info(
        `  ${job.padEnd(52)} ${`${keys} of ${budget.keys}`.padStart(9)} keys ${`${pointer} of ${budget.pointer}`.padStart(8)} pointer`,
      );
    writeFileSync(new URL('../../test-results/jobs.json', import.meta.url), JSON.stringify(this.#jobs, undefined, 2));
  }

  printsToStdio(): boolean {
    return false;
  }
}
