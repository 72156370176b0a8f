import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { EntryPage } from './entry-page.tsx';

/** Shows the recovery code, once: it cannot be asked for again. */
export function RecoveryCode({ code, onKept }: { readonly code: string; readonly onKept: () => void }) {
  const [kept, setKept] = useState(false);
  return (
    <EntryPage
      title="Keep the recovery code"
      lead="It opens the record if every passphrase is forgotten. It is shown only now."
      wide
    >
      <p className="ot-recovery">
        <span className="nhsuk-u-visually-hidden">Recovery code: </span>
        {code}
      </p>
      <Callout tone="warning" title="Without it nobody can help you, not even the makers of OneTeam.">
        <p>Print it, or write it down, and lock it away: not on this computer.</p>
      </Callout>
      <div className="ot-form__actions ot-no-print">
        <Button icon="print" onClick={() => window.print()}>
          Print
        </Button>
      </div>
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small ot-no-print">
        <div className="nhsuk-checkboxes__item">
          <input
            className="nhsuk-checkboxes__input"
            id="kept"
            type="checkbox"
            checked={kept}
            onChange={() => setKept(!kept)}
          />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor="kept">
            I have kept it in a safe place
          </label>
        </div>
      </div>
      <div className="ot-form__actions ot-no-print">
        <Button look="primary" disabled={!kept} onClick={onKept}>
          Open OneTeam
        </Button>
      </div>
    </EntryPage>
  );
}
