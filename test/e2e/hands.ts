import { expect, type Locator, type Page, type TestInfo } from '@playwright/test';

/** What one job may cost at most. */
export interface Budget {
  readonly keys: number;
  readonly pointer: number;
}

/** What a job cost, as it is told to the report. */
export interface JobCost extends Budget {
  readonly job: string;
  readonly budget: Budget;
}

/** The kind of annotation by which a test tells the report what a job cost. */
export const jobAnnotation = 'job';

/** A person's two hands on the page: every keystroke (a chord is one) and every pointer action is counted. */
export class Hands {
  readonly #page: Page;
  #keys = 0;
  #pointer = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Presses a key or a chord, so many times. */
  async press(key: string, times = 1): Promise<void> {
    for (let done = 0; done < times; done += 1) {
      this.#keys += 1;
      await this.#page.keyboard.press(key);
    }
  }

  /** Types what must be typed: each letter is a keystroke. */
  async type(text: string): Promise<void> {
    for (const letter of text) await this.press(letter === ' ' ? 'Space' : letter);
  }

  /** Writes a note in the worker's own words; the budget is for everything around it. */
  async write(note: string): Promise<void> {
    await this.#page.keyboard.type(note);
  }

  async click(target: Locator): Promise<void> {
    this.#pointer += 1;
    await target.click();
  }

  /** The job is done: it stayed within its budget, and the report prints what it cost. The count begins anew. */
  done(job: string, budget: Budget, info: TestInfo): void {
    const cost: JobCost = { job, keys: this.#keys, pointer: this.#pointer, budget };
    this.#keys = 0;
    this.#pointer = 0;
    info.annotations.push({ type: jobAnnotation, description: JSON.stringify(cost) });
    expect(cost.keys, `keystrokes to ${job}`).toBeLessThanOrEqual(budget.keys);
    expect(cost.pointer, `pointer actions to ${job}`).toBeLessThanOrEqual(budget.pointer);
  }
}
