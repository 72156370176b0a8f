import { enoughDays, enoughSessions, missedInRow, silentDays } from '../../../shared/domain/clinic-rules.ts';
import { useAsk } from '../../client/queries.ts';
import { useSession } from '../../client/session.ts';
import { formatCount } from '../../components/format.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { isClinicTab } from './clinic-tabs.ts';
import { clinicRoute } from './routes.tsx';
import { SupervisionTab } from './supervision-tab.tsx';
import { TodayClinic } from './today-clinic.tsx';
import { WatchList } from './watch-list.tsx';
import { WhoseClinic } from './whose-clinic.tsx';

/** A behaviourist's work: today's practice clinics, whom to think about again, and supervision. */
export function ClinicPage() {
  const { tab = 'today', worker } = clinicRoute.useSearch();
  const navigate = clinicRoute.useNavigate();
  const { workerId } = useSession();
  const asked = useAsk('clinic.open', { workerId: worker ?? null }, { keepPrevious: true });
  const brought = useAsk('supervision.list', {});
  const own = worker === undefined || worker === workerId;
  const show = (chosen: string, whose: string | undefined) => {
    const part = isClinicTab(chosen) && chosen !== 'today' ? { tab: chosen } : {};
    void navigate({
      search: { ...part, ...(whose !== undefined && { worker: whose }) },
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <Page
      title="Clinic"
      lead={
        asked.data && `${asked.data.worker.name} is the behaviourist of ${formatCount(asked.data.cases, 'open case')}.`
      }
      actions={
        <WhoseClinic
          behaviourists={asked.data?.behaviourists ?? []}
          worker={own ? undefined : worker}
          onChange={(next) => show(tab, next)}
        />
      }
    >
      <Loaded asked={asked} loading="Opening the clinic">
        {(clinic) => (
          <Tabs
            label="Parts of the clinic"
            selected={tab}
            onSelect={(id) => show(id, worker)}
            tabs={[
              {
                id: 'today',
                label: 'Today',
                count: clinic.practices.reduce((sum, { appointments }) => sum + appointments.length, 0),
                panel: <TodayClinic practices={clinic.practices} />,
              },
              {
                id: 'not-improving',
                label: 'Not improving',
                count: clinic.notImproving.length,
                panel: (
                  <WatchList
                    rows={clinic.notImproving}
                    rule={`After ${enoughDays / 7} weeks or ${enoughSessions} sessions: no score has improved by its reliable amount since the work began, or none was taken twice. It says whom to think about, not how the work was done.`}
                    nothing="Nobody who was seen long enough is without an improvement."
                  />
                ),
              },
              {
                id: 'stopped',
                label: 'Stopped coming',
                count: clinic.stoppedComing.length,
                panel: (
                  <WatchList
                    rows={clinic.stoppedComing}
                    rule={`The last ${missedInRow} appointments missed, or not seen for ${silentDays / 7} weeks with no appointment ahead.`}
                    nothing="Everybody came, or has an appointment ahead."
                  />
                ),
              },
              {
                id: 'supervision',
                label: 'Supervision',
                ...(brought.data && { count: brought.data.waiting.length }),
                panel: <SupervisionTab asked={brought} />,
              },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}
