import { create } from 'zustand';
import { useSession } from '../../client/session.ts';

/** What was typed, kept in this window's memory only and for one session, so that going back finds the list again. */
const useStore = create<{ readonly session: string; readonly text: string }>(() => ({ session: '', text: '' }));

/** The words in the search box of the list, and the way to change them. */
export function useSearchWords(): readonly [text: string, change: (text: string) => void] {
  const { workerId, signedInAt } = useSession();
  const session = `${workerId} ${signedInAt}`;
  const stored = useStore();
  return [stored.session === session ? stored.text : '', (text) => useStore.setState({ session, text })];
}
