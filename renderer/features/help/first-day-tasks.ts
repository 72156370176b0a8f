/** What somebody does on their first day, in order; `article` says how. Ids are kept with the ticks: never reuse one. */
export const firstDay: readonly { readonly id: string; readonly words: string; readonly article: string }[] = [
  { id: 'keys', words: 'Try Ctrl+K and find a person', article: 'find-a-person' },
  { id: 'today', words: 'Look at Today: what needs you now', article: 'what-today-shows' },
  { id: 'tier', words: 'Press a need tier and read why it is what it is', article: 'understand-the-need-tier' },
  { id: 'contact', words: 'Log a contact without the mouse', article: 'log-a-contact' },
  { id: 'plan', words: 'Put an appointment into the diary', article: 'plan-a-contact' },
  { id: 'handover', words: 'Know how a case is handed over', article: 'hand-over-a-caseload' },
  { id: 'glass', words: 'Know when a record of another team may be opened', article: 'break-glass' },
  { id: 'lock', words: 'Lock with Ctrl+Shift+L, and unlock', article: 'what-happens-when-i-lock' },
  { id: 'forgotten', words: 'Know what to do when a passphrase is forgotten', article: 'forgotten-passphrase' },
];

/** The preference under which the ticks are kept. */
export const ticksName = 'ui.help.first-day';
