import { addDays } from '../../../shared/domain/british-date.ts';

const kept = { daily: 7, weekly: 4, monthly: 6 };

/** The Monday of a date's week. */
function weekOf(date: string): string {
  const weekday = (new Date(Date.parse(date)).getUTCDay() + 6) % 7;
  return addDays(date, -weekday);
}

/**
 * Which automatic backups are kept: the newest of each of the last seven days that have one, four weeks and six months.
 * @param files names with the date on which each was made, `YYYY-MM-DD`, in any order
 */
export function keptBackups(files: readonly { file: string; on: string; madeAt: string }[]): Set<string> {
  const newestFirst = [...files].sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
  const keep = new Set<string>();
  for (const [limit, periodOf] of [
    [kept.daily, (on: string) => on],
    [kept.weekly, weekOf],
    [kept.monthly, (on: string) => on.slice(0, 7)],
  ] as const) {
    const periods = new Set<string>();
    for (const { file, on } of newestFirst) {
      const period = periodOf(on);
      if (periods.has(period) || periods.size === limit) continue;
      periods.add(period);
      keep.add(file);
    }
  }
  return keep;
}
