import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Printed } from '../../../shared/contract/printed.ts';
import { printPage, savePdf } from '../../client/print.ts';
import { Button } from '../../components/button.tsx';
import { toast } from '../../components/toast.ts';

interface PrintFrameProps {
  /** What has to be known before it is printed: whom to give it to, what is not in it. */
  readonly advice: ReactNode;
  /** Choices of the document, such as its layout. */
  readonly choices?: ReactNode;
  readonly children: ReactNode;
}

/** A document as it will be on paper, below what can be done with it. On paper only the document is left. */
export function PrintFrame({ advice, choices, children }: PrintFrameProps) {
  const { history } = useRouter();
  return (
    <div className="ot-page ot-print">
      <div className="ot-print__bar">
        <Button icon="left" onClick={() => history.back()}>
          Back
        </Button>
        <div className="ot-print__advice">{advice}</div>
        {choices}
        {savePdf !== null && <SavePdf save={savePdf} />}
        <Button look="primary" icon="print" onClick={printPage}>
          Print
        </Button>
      </div>
      <div className="ot-page__body ot-print__desk">{children}</div>
    </div>
  );
}

/** Saves the document where the person at the keyboard says; the file is not encrypted, and they are told. */
function SavePdf({ save }: { readonly save: () => Promise<Printed> }) {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    const printed = await save();
    setBusy(false);
    if (printed === 'saved')
      toast({ message: 'Saved as PDF. The file is not encrypted: delete it once it has done its work.' });
    if (printed === 'failed')
      toast({ message: 'The PDF could not be saved there. Choose another folder and try again.', tone: 'urgent' });
  };
  return (
    <Button icon="import" busy={busy} onClick={() => void press()}>
      Save as PDF
    </Button>
  );
}
