import { addDays, formatDate } from '../../../shared/domain/british-date.ts';
import { useToday } from '../../client/now.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay, useSession } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { formatWeekday } from '../../components/format.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { openPanel } from '../frame/panels.ts';
import { daysOf, rangeOf } from './diary-days.ts';
import { DiaryList } from './diary-list.tsx';
import { diaryRoute } from './routes.tsx';
import { WhoseDiary } from './whose-diary.tsx';

/** Planned contacts by day, each with its next step in place. */
export function DiaryPage() {
  const search = diaryRoute.useSearch();
  const navigate = diaryRoute.useNavigate();
  const today = useToday();
  const { workerId } = useSession();
  const writes = useMay('contacts.write');
  const { day = today, span = 'day', worker } = search;
  const range = rangeOf(day, span);
  const asked = useAsk('contacts.diary', { ...range, workerId: worker ?? null }, { keepPrevious: true });
  const own = worker === undefined || worker === workerId;

  const show = (next: Partial<typeof search>) => void navigate({ search: { ...search, ...next } });
  const step = span === 'day' ? 1 : 7;
  const title = range.from === range.to ? formatWeekday(day) : `${formatDate(range.from)} to ${formatDate(range.to)}`;
  return (
    <Page
      title="Diary"
      actions={
        writes && (
          <>
            <Button icon="people" onClick={() => openPanel('groupContact', {})}>
              Log a group session
            </Button>
            <Button look="primary" icon="plus" onClick={() => openPanel('planContact', {})}>
              Plan a contact
            </Button>
          </>
        )
      }
      toolbar={
        <div className="ot-diary__bar">
          <div className="ot-diary__steps">
            <IconButton
              icon="left"
              label={span === 'day' ? 'Day before' : 'Week before'}
              onClick={() => show({ day: addDays(day, -step) })}
            />
            <Button size="small" disabled={day === today} onClick={() => show({ day: undefined })}>
              Today
            </Button>
            <IconButton
              icon="right"
              label={span === 'day' ? 'Day after' : 'Week after'}
              onClick={() => show({ day: addDays(day, step) })}
            />
          </div>
          <p className="ot-diary__range" aria-live="polite">
            {title}
          </p>
          <fieldset className="ot-diary__span">
            <legend className="nhsuk-u-visually-hidden">Show</legend>
            {(['day', 'week'] as const).map((each) => (
              <Button
                key={each}
                size="small"
                look={span === each ? 'secondary' : 'quiet'}
                aria-pressed={span === each}
                onClick={() => show({ span: each === 'day' ? undefined : each })}
              >
                {each === 'day' ? 'Day' : 'Week'}
              </Button>
            ))}
          </fieldset>
          <WhoseDiary
            colleagues={asked.data?.colleagues ?? []}
            worker={own ? undefined : worker}
            onChange={(next) => show({ worker: next })}
          />
        </div>
      }
    >
      <Loaded asked={asked} loading="Opening the diary">
        {(diary) => (
          <div className="ot-diary__days">
            {diary.overdue.length > 0 && (
              <Panel title="Without an outcome" tone="warning" count={diary.overdue.length} flush>
                <DiaryList entries={diary.overdue} whose={diary.worker.id} dated />
              </Panel>
            )}
            {daysOf(range, diary.entries).map(({ day: each, entries }) => (
              <Panel
                key={each}
                title={each === today ? `${formatWeekday(each)}, today` : formatWeekday(each)}
                count={entries.length}
                flush
              >
                {entries.length === 0 ? (
                  <p className="ot-diary__nothing">Nothing planned.</p>
                ) : (
                  <DiaryList entries={entries} whose={diary.worker.id} />
                )}
              </Panel>
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
