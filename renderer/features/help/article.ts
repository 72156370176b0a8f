/** Under which heading an article stands, in this order. */
export const groups = ['Every day', 'Cases', 'People and lists', 'Keeping it safe', 'For leads and reviewers'] as const;

/** One task, told so that it can be done while reading. */
export interface Article {
  /** Its address. Lower-case words and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly group: (typeof groups)[number];
  /** What it is for, in a sentence or two. */
  readonly about: string;
  readonly steps?: readonly string[];
  /** What is worth knowing besides. */
  readonly good?: readonly string[];
  /** Keys with what they do. */
  readonly keys?: readonly { readonly keys: string; readonly does: string }[];
  /** Further words by which somebody may look for it. */
  readonly words?: string;
}
