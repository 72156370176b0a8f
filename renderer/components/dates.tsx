import { type Birth, displayAge } from '../../shared/domain/age.ts';
import { daysBetween, formatDate, formatInstant } from '../../shared/domain/british-date.ts';
import { useToday } from '../client/now.ts';
import { dateOf, formatAgo, formatDays } from './format.ts';

/** `12 Mar 2026`, of a date or an instant. */
export function DateText({ value }: { readonly value: string }) {
  return (
    <time className="ot-nowrap" dateTime={value}>
      {formatDate(dateOf(value))}
    </time>
  );
}

/** `12 Mar 2026, 14:05`. */
export function InstantText({ value }: { readonly value: string }) {
  return (
    <time className="ot-nowrap" dateTime={value}>
      {formatInstant(value)}
    </time>
  );
}

/** `3 days ago`, of a date or an instant; the date itself on hover. */
export function AgoText({ value }: { readonly value: string }) {
  return (
    <time className="ot-nowrap" dateTime={value} title={formatDate(dateOf(value))}>
      {formatAgo(value, useToday())}
    </time>
  );
}

/** Words for a day by which something should have happened; lateness is worded, not only coloured. */
export function DueText({ date }: { readonly date: string }) {
  const days = daysBetween(useToday(), date);
  const words = days < 0 ? `${formatDays(-days)} overdue` : days === 0 ? 'Due today' : `Due in ${formatDays(days)}`;
  const state = days < 0 ? 'late' : days === 0 ? 'today' : 'ahead';
  return (
    <time className={`ot-due ot-due--${state}`} dateTime={date} title={formatDate(date)}>
      {words}
    </time>
  );
}

/** `67 years`, `7 months`, `died aged 81`. */
export function AgeText({ born, died }: { readonly born: Birth | null; readonly died?: string | null }) {
  return <span className="ot-nowrap">{displayAge(born, useToday(), died ?? null) ?? 'age not known'}</span>;
}
