import { useState } from 'react';
import type { DecisionView } from '../../../shared/contract/plan-view.ts';
import { formatDate, localDateOf } from '../../../shared/domain/british-date.ts';
import { type CodeOf, codeLabel, codesOf } from '../../../shared/domain/code-lists.ts';
import { decisionWords } from '../../../shared/domain/plan-document.ts';
import { Button } from '../../components/button.tsx';
import { DueText } from '../../components/dates.tsx';
import { Details } from '../../components/details.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Panel } from '../../components/panel.tsx';
import { DecisionForm } from './decision-form.tsx';
import type { PlanPanelProps } from './plan-tab.tsx';

type Kind = CodeOf<'care-decision'>;

/** Preferences and decisions: what exists, where the paper is, and since when. Never the legal source. */
export function DecisionsPanel({ personId, page, mayWrite }: PlanPanelProps) {
  const [recording, setRecording] = useState<Kind | null>(null);
  return (
    <Panel title="Preferences and decisions">
      <p className="ot-plan-legal">
        This says only what exists and where it is kept. The signed paper itself is what counts: read it before acting
        on a decision.
      </p>
      <ul className="ot-plan-list">
        {codesOf('care-decision').map((kind) => (
          <KindLine
            key={kind}
            kind={kind}
            decisions={page.decisions.filter((decision) => decision.kind === kind)}
            mayWrite={mayWrite}
            onRecord={() => setRecording(kind)}
          />
        ))}
      </ul>
      {recording !== null && (
        <Dialog open title={codeLabel('care-decision', recording)} onClose={() => setRecording(null)}>
          <DecisionForm
            personId={personId}
            kind={recording}
            last={page.decisions.find((decision) => decision.kind === recording && decision.current) ?? null}
            onClose={() => setRecording(null)}
          />
        </Dialog>
      )}
    </Panel>
  );
}

interface KindLineProps {
  readonly kind: Kind;
  /** Newest first. */
  readonly decisions: readonly DecisionView[];
  readonly mayWrite: boolean;
  readonly onRecord: () => void;
}

function KindLine({ kind, decisions, mayWrite, onRecord }: KindLineProps) {
  const [current, ...earlier] = decisions;
  return (
    <li className="ot-plan-item">
      <div className="ot-plan-item__words">
        <p className="ot-plan-item__title">{codeLabel('care-decision', kind)}</p>
        {current ? <DecisionWords decision={current} /> : <p className="ot-muted">Not recorded</p>}
        {earlier.length > 0 && (
          <Details summary={earlier.length === 1 ? '1 earlier entry' : `${earlier.length} earlier entries`}>
            {earlier.map((decision) => (
              <DecisionWords key={decision.id} decision={decision} />
            ))}
          </Details>
        )}
      </div>
      {mayWrite && (
        <div className="ot-plan-item__actions">
          <Button look="quiet" size="small" onClick={onRecord}>
            {current ? 'Record anew' : 'Record'}
            <span className="nhsuk-u-visually-hidden">: {codeLabel('care-decision', kind)}</span>
          </Button>
        </div>
      )}
    </li>
  );
}

function DecisionWords({ decision }: { readonly decision: DecisionView }) {
  const { kind, value, keptWhere, decidedOn, reviewOn, note, recordedAt, recordedBy, current } = decision;
  return (
    <>
      <p className="ot-plan-item__facts">
        <b>{decisionWords(kind, value)}</b>
        {decidedOn !== null && <span>Dated {formatDate(decidedOn)}</span>}
        {keptWhere !== null && <span>Kept: {keptWhere}</span>}
        {reviewOn !== null && <span>Review: {current ? <DueText date={reviewOn} /> : formatDate(reviewOn)}</span>}
      </p>
      <p className="ot-person-because">
        {note !== null && `${note} · `}Recorded by {recordedBy}, {formatDate(localDateOf(recordedAt))}
      </p>
    </>
  );
}
