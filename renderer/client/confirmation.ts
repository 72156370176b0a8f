/** Asks the person at the keyboard for their passphrase; true once it was right, false when they gave up. */
type Asker = () => Promise<boolean>;

let asker: Asker | null = null;

/** Registers who asks for the passphrase when a step needs it again; returns how to withdraw. */
export function onPassphraseNeeded(ask: Asker): () => void {
  asker = ask;
  return () => {
    if (asker === ask) asker = null;
  };
}

/** Asks for the passphrase, if there is somebody to ask. */
export function askPassphrase(): Promise<boolean> {
  return asker ? asker() : Promise.resolve(false);
}
