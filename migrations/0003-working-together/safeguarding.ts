/** Safeguarding and MARAC records: restricted, with their actions, escalations and reviews. */
export const safeguarding: readonly string[] = [];
