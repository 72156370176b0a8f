/**
 * Opens every worker of a demonstration profile. It protects nothing, since such a profile holds synthetic people only,
 * and is shown wherever a step asks for the passphrase again.
 */
export const demoPassphrase = 'demonstration data only';
