import { expect, it } from 'vitest';
import { device } from './store-fixture.ts';

/**
 * SQLite 3.53 damages a full-text index that has both `secure-delete` and `detail = 'none'`: after rows have been
 * replaced often enough its own integrity check finds a wrong checksum. Ours must stand replacing.
 */
it('keeps the name index sound while people are indexed again and again', async () => {
  const { store, dispose } = await device('laptop');
  let seed = 7;
  const below = (limit: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % limit;
  };
  const words = () =>
    Array.from({ length: 6 }, () => `${'abcdefghij'[below(10)]}${'klmnop'[below(6)]}${below(300)}`).join(' ');
  for (let round = 0; round < 10; round += 1) {
    store.transaction(() => {
      for (let count = 0; count < 400; count += 1) {
        const rowid = 1 + below(1_000);
        store.runSql('DELETE FROM people_search WHERE rowid = ?', [rowid]);
        store.runSql('INSERT INTO people_search (rowid, words) VALUES (?, ?)', [rowid, words()]);
      }
    });
  }
  expect(() => store.checkIntegrity(true)).not.toThrow();
  dispose();
});
