/** Colours that carry a meaning; always beside words that carry it too. */
export type Tone = 'grey' | 'blue' | 'green' | 'yellow' | 'orange' | 'red' | 'purple' | 'pink' | 'aqua';
