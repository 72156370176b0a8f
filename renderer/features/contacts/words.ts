import { type CodeListName, codeLabel, codeShort, isCode } from '../../../shared/domain/code-lists.ts';
import { isCancelled, isMissed, isSuccessful } from '../../../shared/domain/contact-rules.ts';
import type { IconName } from '../../components/icon.tsx';
import type { Tone } from '../../components/tone.ts';

/** A stored code in words; one that this version does not know is shown as itself rather than hidden. */
export const wordsFor = (list: CodeListName, code: string): string =>
  isCode(list, code) ? codeLabel(list, code) : code;

/** The same where room is short. */
export const shortFor = (list: CodeListName, code: string): string =>
  isCode(list, code) ? codeShort(list, code) : code;

/** How a contact went, in words with their colour. Null is planned. */
export function outcomeOf(attendance: string | null): { readonly words: string; readonly tone: Tone } {
  if (attendance === null) return { words: 'Planned', tone: 'blue' };
  const words = shortFor('attendance', attendance);
  if (!isCode('attendance', attendance)) return { words, tone: 'grey' };
  if (isSuccessful(attendance)) return { words, tone: 'green' };
  if (isMissed(attendance)) return { words, tone: 'orange' };
  return { words, tone: isCancelled(attendance) ? 'grey' : 'blue' };
}

/** The drawing beside a way of contact. */
export function mechanismIcon(mechanism: string): IconName {
  if (mechanism === '01') return 'visit';
  return mechanism === '02' || mechanism === '11' ? 'contact' : 'note';
}
