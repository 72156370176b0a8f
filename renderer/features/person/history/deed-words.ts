/** What lines of the audit trail about a person mean. */
const words: Readonly<Record<string, string>> = {
  'person-opened': 'opened the record',
  'person-seen': 'saw it in a panel',
  'person-timeline': 'read the timeline',
  'person-history': 'read the history of changes',
  'person-viewers': 'looked at who opened it',
  'person-edited': 'changed details',
  'person-registered': 'registered the person',
  'person-voided': 'marked it as registered in error',
  'glass-broken': 'opened it from another team, with a reason',
  'conflict-resolved': 'chose between two values',
  'tier-overridden': 'set the need tier by hand',
  'tier-override-cleared': 'let the points decide the need tier',
  'people-merged': 'merged records',
  'people-unmerged': 'took merged records apart',
  'merge-previewed': 'compared two records',
  'entry-voided': 'took back an entry',
};

/** A line's action as a phrase after a name; an unknown one in its own words. */
export function deedWords(action: string): string {
  return words[action] ?? action.replaceAll('-', ' ');
}
