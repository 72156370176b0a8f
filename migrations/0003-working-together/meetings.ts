/** MDT meetings and case conferences: series, attendees, agenda, what was decided. */
export const meetings: readonly string[] = [];
