import type { OutputOf } from '../../../shared/contract/index.ts';

export type Backup = OutputOf<'backups.list'>['backups'][number];

export const reasonWords: Readonly<Record<Backup['reason'], string>> = {
  daily: 'Made by itself each day',
  'by-hand': 'Made by hand',
  'before-upgrade': 'Before an upgrade',
};

const units = ['bytes', 'kB', 'MB', 'GB'] as const;

/** `1234567` → `1.2 MB`. */
export function formatBytes(bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const value = bytes / 1000 ** step;
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: step === 0 || value >= 100 ? 0 : 1 })} ${units[step]}`;
}

/** The newest backup is older than this many days: worth a warning, since one is made at each day's first sign-in. */
export const oldAfterDays = 3;
