/**
 * What the prompt rules look at beside the caseload line: facts alone, without today's date and without any limit, so that
 * they stay true until a row changes. Dates are `YYYY-MM-DD`.
 */
export interface PromptFacts {
  /** Birth date, where it is known in full. */
  readonly born: string | null;
  /** The agreed plan that holds. */
  readonly plan: { readonly id: string; readonly reviewDue: string | null } | null;
  /** Discharges since the case began (or up to 30 days before) whose follow-up is not recorded. */
  readonly discharges: readonly { readonly id: string; readonly on: string; readonly mentalHealth: boolean }[];
  /** Reablement without a day-91 answer, and when it began. */
  readonly reablement: readonly { readonly id: string; readonly on: string }[];
  /** A preferred place of care or of death is recorded. */
  readonly preferences: boolean;
  /** A carer's assessment was offered or done. */
  readonly carerOffered: boolean;
  /** When each annual check was last done. */
  readonly learningDisabilityCheck: string | null;
  readonly smiCheck: string | null;
  /** Codes of conditions that hold. */
  readonly conditions: readonly string[];
  /** Codes of conditions with a self-management plan. */
  readonly selfManaged: readonly string[];
  /** The latest result of each instrument; `before` is the score of the one before it. */
  readonly scores: readonly {
    readonly id: string;
    readonly instrument: string;
    readonly on: string;
    readonly score: number | null;
    readonly before: number | null;
    /** An answer that asks for safety at once, and nothing about it is recorded. */
    readonly unsafe: boolean;
  }[];
  /** Needs with neither goal nor action. */
  readonly needs: readonly {
    readonly id: string;
    readonly domain: string;
    readonly level: number;
    readonly on: string;
  }[];
  /** A sharing decision for direct care exists. */
  readonly sharing: boolean;
  /** Steps of pathways under way that are still to do. */
  readonly steps: readonly { readonly id: string; readonly words: string; readonly due: string }[];
  /** What was decided about prompts: the key, and until when it is put off (null: for as long as these facts last). */
  readonly decided: readonly { readonly key: string; readonly until: string | null }[];
}

/** A caseload line as the rules see it, with its facts. */
export interface PromptCase extends PromptFacts {
  readonly caseId: string;
  readonly status: string;
  readonly openedOn: string;
  readonly tier: string;
  readonly coordinatorId: string | null;
  /** Date of the last successful contact. */
  readonly lastContactOn: string | null;
  readonly missedInRow: number;
  /** Codes of the flags that this worker may see: what hangs on a flag that they may not see is not raised for them. */
  readonly flags: readonly string[];
}

export type Severity = 'urgent' | 'warning' | 'notice';

/** A prompt as a rule raises it. The key names the facts: new facts raise it anew, whatever was decided before. */
export interface Prompt {
  readonly id: string;
  readonly key: string;
  /** Why, in one sentence, without the person. */
  readonly sentence: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Since when it holds, or null where no date says so. */
  readonly since: string | null;
  readonly severity: Severity;
}
