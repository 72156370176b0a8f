import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { printPage } from '../../client/print.ts';
import { Button } from '../../components/button.tsx';

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
        <Button look="primary" icon="print" onClick={printPage}>
          Print
        </Button>
      </div>
      <div className="ot-page__body ot-print__desk">{children}</div>
    </div>
  );
}
