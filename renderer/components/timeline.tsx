import type { ReactNode } from 'react';
import { useToday } from '../client/now.ts';
import { dateOf, formatTime, formatWeekday } from './format.ts';
import type { Tone } from './tone.ts';

export interface TimelineItem {
  readonly id: string;
  /** UTC instant, or a date when the time of day is not known. */
  readonly at: string;
  readonly title: ReactNode;
  /** Who says so: every entry shows its organisation. */
  readonly source?: string;
  readonly tone?: Tone;
  readonly body?: ReactNode;
  readonly actions?: ReactNode;
}

interface Day {
  readonly day: string;
  readonly items: readonly TimelineItem[];
}

function byDay(items: readonly TimelineItem[]): readonly Day[] {
  return [...Map.groupBy(items, ({ at }) => dateOf(at))].map(([day, ofDay]) => ({ day, items: ofDay }));
}

/** What happened, day by day, in the order given. */
export function Timeline({ items, label }: { readonly items: readonly TimelineItem[]; readonly label: string }) {
  const thisYear = useToday().slice(0, 4);
  return (
    <ol className="ot-timeline" aria-label={label}>
      {byDay(items).map(({ day, items: ofDay }) => (
        <li className="ot-timeline__day" key={day}>
          <p className="ot-timeline__date">
            <time dateTime={day}>
              {day.startsWith(thisYear) ? formatWeekday(day) : `${formatWeekday(day)} ${day.slice(0, 4)}`}
            </time>
          </p>
          <ol className="ot-timeline__items">
            {ofDay.map((item) => (
              <li className={`ot-timeline__item ot-timeline__item--${item.tone ?? 'blue'}`} key={item.id}>
                <div className="ot-timeline__head">
                  {item.at !== day && (
                    <time className="ot-timeline__time" dateTime={item.at}>
                      {formatTime(item.at)}
                    </time>
                  )}
                  <div className="ot-timeline__title">{item.title}</div>
                  {item.source !== undefined && <span className="ot-timeline__source">{item.source}</span>}
                </div>
                {item.body !== undefined && <div className="ot-timeline__body">{item.body}</div>}
                {item.actions !== undefined && <div className="ot-timeline__actions">{item.actions}</div>}
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
