/** One entry to choose from. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly group?: string;
  readonly disabled?: boolean;
}
