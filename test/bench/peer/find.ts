import type { Doc } from 'pouchdb-node';
import type { PersonQuery } from '../../../shared/domain/person-query.ts';
import type { Peer } from './store.ts';

/** People whose name has a word that begins with each of those typed, or with that NHS number; the first twenty, with their cases. */
export function findPeer({ people, cases }: Peer) {
  return async ({ words, nhsNumber }: PersonQuery): Promise<Doc[]> => {
    const keys =
      nhsNumber === undefined
        ? await idsByWords(words)
        : (await people.query('nhs_number', { startkey: nhsNumber, endkey: `${nhsNumber}\uffff` })).rows.map(
            ({ id }) => id,
          );
    const found = await people.allDocs({ keys: keys.slice(0, 20), include_docs: true });
    await cases.query('by_person', { keys: keys.slice(0, 20), include_docs: true });
    return found.rows.flatMap(({ doc }) => (doc ? [doc] : []));
  };
  async function idsByWords(words: readonly string[]): Promise<string[]> {
    const sets = await Promise.all(
      words.map(async (word) => {
        const { rows } = await people.query('words', { startkey: word, endkey: `${word}\uffff` });
        return new Set(rows.map(({ id }) => id));
      }),
    );
    const [first = new Set<string>(), ...rest] = sets;
    return [...first].filter((id) => rest.every((set) => set.has(id)));
  }
}
