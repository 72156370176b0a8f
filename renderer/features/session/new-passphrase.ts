import { z } from 'zod';
import type { Failure } from '../../../shared/contract/answer.ts';

/** A new passphrase, typed twice. Its strength is judged by the engine alone. */
export const newPassphrase = z
  .object({ passphrase: z.string().min(1, 'Choose a passphrase'), again: z.string() })
  .refine(({ passphrase, again }) => passphrase === again, {
    path: ['again'],
    error: 'The two passphrases are not the same',
  });

const weakness = z.object({ reasons: z.array(z.string()).min(1) });

/** Why the engine finds a passphrase too weak, as one text; null when it does not. */
export function weaknessOf(failure: Failure): string | null {
  if (failure.code !== 'weak-passphrase') return null;
  return weakness.safeParse(failure.details).data?.reasons.join(' ') ?? failure.message;
}

/** What a good one looks like, on this host. */
export const passphraseHint = (minimum: number): string =>
  `At least ${minimum} characters: four or five unrelated words are easy to remember and hard to guess.`;
