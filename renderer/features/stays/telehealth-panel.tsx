import { useState } from 'react';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import type { EnrolmentView } from '../../../shared/contract/telehealth.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { useTell } from '../../client/commands.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { DateText, DueText, InstantText } from '../../components/dates.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tag } from '../../components/tag.tsx';
import { toast } from '../../components/toast.ts';
import { AlertDialog, EndDialog, EnrolDialog } from './telehealth-dialogs.tsx';

/** The kits that a person has at home, with their alerts and whose they are. */
export function TelehealthPanel({ person }: { readonly person: PersonPageView }) {
  const asked = useAsk('telehealth.ofPerson', { personId: person.id });
  const mayEdit = useMay('stays.write') && person.banner.mergedInto === null && person.banner.voided === null;
  const [enrolling, setEnrolling] = useState(false);
  return (
    <Panel
      title="Telehealth"
      actions={
        mayEdit && (
          <Button size="small" icon="plus" onClick={() => setEnrolling(true)}>
            Add a kit
          </Button>
        )
      }
    >
      <Loaded
        asked={asked}
        loading="Reading telehealth"
        empty={({ enrolments }) => enrolments.length === 0}
        whenEmpty={<p className="ot-muted">The person has no telehealth kit.</p>}
      >
        {({ enrolments }) => (
          <ul className="ot-person-people">
            {enrolments.map((each) => (
              <Enrolment key={each.id} of={each} person={person} mayEdit={mayEdit} />
            ))}
          </ul>
        )}
      </Loaded>
      <EnrolDialog open={enrolling} personId={person.id} onClose={() => setEnrolling(false)} />
    </Panel>
  );
}

interface EnrolmentProps {
  readonly of: EnrolmentView;
  readonly person: PersonPageView;
  readonly mayEdit: boolean;
}

function Enrolment({ of, person, mayEdit }: EnrolmentProps) {
  const [open, setOpen] = useState<'alert' | 'end' | 'void' | null>(null);
  const close = () => setOpen(null);
  const kit = wordOf('telehealth-kit', of.kit);
  const spoken = <span className="nhsuk-u-visually-hidden">: {kit}</span>;
  const { tell, telling } = useTell('telehealth.void');
  const runVoid = async (reason: string) => {
    const answer = await tell({ enrolmentId: of.id, reason });
    close();
    toast(answer.ok ? { message: 'Telehealth voided' } : { message: answer.error.message, tone: 'urgent' });
  };
  return (
    <li>
      <div className="ot-stay-head">
        <p className="ot-person-people__name">
          <b>{kit}</b> <Tag tone={of.ended === null ? 'green' : 'grey'}>{of.ended === null ? 'In use' : 'Ended'}</Tag>
        </p>
        {mayEdit && (
          <span className="ot-person-deeds">
            {of.ended === null && (
              <>
                <Button size="small" onClick={() => setOpen('alert')}>
                  Record an alert{spoken}
                </Button>
                <Button size="small" look="quiet" onClick={() => setOpen('end')}>
                  End{spoken}
                </Button>
              </>
            )}
            <Button size="small" look="quiet" onClick={() => setOpen('void')}>
              Void{spoken}
            </Button>
          </span>
        )}
      </div>
      <p className="ot-person-people__facts">
        Since <DateText value={of.startedOn} />
        {of.ended !== null && (
          <>
            , ended <DateText value={of.ended.on} />: {wordOf('telehealth-end-reason', of.ended.reason).toLowerCase()}
          </>
        )}
        {of.note !== '' && `. ${of.note}`}
      </p>
      {of.alerts.length > 0 && <AlertList of={of} />}
      <AlertDialog open={open === 'alert'} of={of} person={person} onClose={close} />
      <EndDialog open={open === 'end'} of={of} onClose={close} />
      <ConfirmDialog
        open={open === 'void'}
        title="Void this telehealth"
        confirm="Void"
        danger
        busy={telling}
        reasonLabel="Why it was recorded in error"
        onConfirm={(reason) => void runVoid(reason)}
        onCancel={close}
      >
        <p>It stays in the history as recorded in error.</p>
      </ConfirmDialog>
    </li>
  );
}

const shownAlerts = 5;

function AlertList({ of }: { readonly of: EnrolmentView }) {
  return (
    <ul className="ot-stay-alerts" aria-label={`Alerts of ${wordOf('telehealth-kit', of.kit)}`}>
      {of.alerts.slice(0, shownAlerts).map((alert) => (
        <li key={alert.id}>
          <Tag tone={alert.status === 'open' ? 'red' : 'grey'}>{alert.status === 'open' ? 'Open' : 'Closed'}</Tag>{' '}
          {alert.words}
          <span className="ot-person-because">
            <InstantText value={alert.raisedAt} />, {alert.owner ?? 'nobody'}
            {alert.status === 'open' && alert.dueOn !== null && (
              <>
                , <DueText date={alert.dueOn} />
              </>
            )}
            {alert.outcome !== null && `: ${alert.outcome}`}
          </span>
        </li>
      ))}
      {of.alerts.length > shownAlerts && (
        <li className="ot-muted">{`${of.alerts.length - shownAlerts} earlier ones are in the timeline.`}</li>
      )}
    </ul>
  );
}
