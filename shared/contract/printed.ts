/** What became of a document that was to be saved as a PDF. */
export type Printed = 'saved' | 'cancelled' | 'failed';
