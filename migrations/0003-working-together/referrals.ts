/** Referrals in and out, and each step that one took. */
export const referrals: readonly string[] = [];
