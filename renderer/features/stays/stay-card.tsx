import { useState } from 'react';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import type { StayView } from '../../../shared/contract/stay-view.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { DateText } from '../../components/dates.tsx';
import { formatDays } from '../../components/format.ts';
import { Panel } from '../../components/panel.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { Tag } from '../../components/tag.tsx';
import { toast } from '../../components/toast.ts';
import { AmendPanel } from './amend-panel.tsx';
import { Checklist } from './checklist.tsx';
import { Day91Answer } from './day91-answer.tsx';
import { DischargeDialog } from './discharge-dialog.tsx';
import { FollowUpAnswer } from './follow-up-answer.tsx';

interface StayCardProps {
  readonly stay: StayView;
  readonly person: PersonPageView;
  readonly providers: readonly string[];
  readonly mayEdit: boolean;
}

/** A stay that is not over, or of which something is still to be done. */
export function StayCard({ stay, person, providers, mayEdit }: StayCardProps) {
  const [open, setOpen] = useState<'amend' | 'discharge' | 'void' | null>(null);
  const close = () => setOpen(null);
  const current = stay.dischargedOn === null;
  const spoken = <span className="nhsuk-u-visually-hidden">: {stayTitle(stay)}</span>;
  return (
    <Panel
      title={stayTitle(stay)}
      level={3}
      actions={
        mayEdit && (
          <>
            {current && (
              <Button size="small" look="primary" onClick={() => setOpen('discharge')}>
                Discharge{spoken}
              </Button>
            )}
            <Button size="small" icon="edit" onClick={() => setOpen('amend')}>
              Dates and delay{spoken}
            </Button>
            <Button size="small" look="quiet" onClick={() => setOpen('void')}>
              Void{spoken}
            </Button>
          </>
        )
      }
    >
      <StayMarks stay={stay} />
      <StayFacts stay={stay} />
      <FollowUpAnswer stay={stay} mayEdit={mayEdit} />
      <Day91Answer stay={stay} mayEdit={mayEdit} />
      {current && stay.kind !== 'reablement' && <Checklist stay={stay} mayEdit={mayEdit} />}
      <AmendPanel open={open === 'amend'} stay={stay} providers={providers} onClose={close} />
      <DischargeDialog open={open === 'discharge'} stay={stay} person={person} onClose={close} />
      <VoidStay open={open === 'void'} stay={stay} onClose={close} />
    </Panel>
  );
}

/** `Hospital: Royal Liverpool University Hospital, ward 7B`. */
export function stayTitle({ kind, provider, ward }: Pick<StayView, 'kind' | 'provider' | 'ward'>): string {
  const at = [provider, ward === '' ? '' : `ward ${ward.replace(/^ward\s+/i, '')}`].filter((part) => part !== '');
  return at.length === 0 ? wordOf('stay-kind', kind) : `${wordOf('stay-kind', kind)}: ${at.join(', ')}`;
}

function StayMarks({ stay }: { readonly stay: StayView }) {
  const today = useToday();
  const late = stay.dischargedOn === null && stay.expectedOn !== null && stay.expectedOn < today;
  return (
    <p className="ot-stay-marks">
      <Tag tone={stay.dischargedOn === null ? 'blue' : 'grey'}>
        {stay.dischargedOn === null
          ? stay.days === 0
            ? 'Since today'
            : `${formatDays(stay.days)} so far`
          : `${formatDays(stay.days)}`}
      </Tag>
      {stay.emergency && <Tag tone="orange">Emergency</Tag>}
      {stay.mentalHealth && <Tag tone="purple">Mental health</Tag>}
      {stay.delay !== null && stay.dischargedOn === null && <Tag tone="red">Delayed</Tag>}
      {late && <Tag tone="yellow">Past the expected date</Tag>}
    </p>
  );
}

function StayFacts({ stay }: { readonly stay: StayView }) {
  const { delay, expectedOn, readyOn, dischargedOn, destination } = stay;
  return (
    <SummaryList
      columns={2}
      rows={[
        { term: 'Admitted', value: <DateText value={stay.admittedOn} /> },
        { term: 'Reason', value: stay.reason },
        ...(dischargedOn === null
          ? [{ term: 'Expected to leave', value: expectedOn && <DateText value={expectedOn} /> }]
          : [
              {
                term: 'Left',
                value: (
                  <>
                    <DateText value={dischargedOn} />
                    {destination !== null && `, ${wordOf('discharge-destination', destination).toLowerCase()}`}
                  </>
                ),
              },
            ]),
        {
          term: 'Ready to leave',
          value:
            readyOn === null ? (
              dischargedOn === null && <span className="ot-muted">Not yet</span>
            ) : (
              <>
                <DateText value={readyOn} />
                {stay.daysLost > 0 && <b>{`, ${formatDays(stay.daysLost)} lost`}</b>}
                {delay !== null && (
                  <span className="ot-person-because">
                    {[wordOf('delay-reason', delay.reason), delay.note].filter(Boolean).join('. ')}
                  </span>
                )}
              </>
            ),
        },
      ]}
    />
  );
}

function VoidStay({
  open,
  stay,
  onClose,
}: {
  readonly open: boolean;
  readonly stay: StayView;
  readonly onClose: () => void;
}) {
  const { tell, telling } = useTell('stays.void');
  const run = async (reason: string) => {
    const answer = await tell({ stayId: stay.id, reason });
    onClose();
    toast(answer.ok ? { message: 'Stay voided' } : { message: answer.error.message, tone: 'urgent' });
  };
  return (
    <ConfirmDialog
      open={open}
      title="Void this stay"
      confirm="Void the stay"
      danger
      busy={telling}
      reasonLabel="Why it was recorded in error"
      onConfirm={(reason) => void run(reason)}
      onCancel={onClose}
    >
      <p>It stays in the history as recorded in error. A follow-up that is still open is taken back.</p>
    </ConfirmDialog>
  );
}
