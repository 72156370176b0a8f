import type { ReactNode } from 'react';
import type { Failure } from '../../shared/contract/answer.ts';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

interface StateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
}

function State({ icon, title, children }: StateProps) {
  return (
    <div className={icon === 'error' ? 'ot-state ot-state--failed' : 'ot-state'}>
      <span className="ot-state__icon">
        <Icon name={icon} size={28} />
      </span>
      <p className="ot-state__title">{title}</p>
      {children !== undefined && <div className="ot-state__body">{children}</div>}
    </div>
  );
}

/** Nothing here, and what can be done about it. */
export function EmptyState({
  title,
  icon = 'tick',
  children,
}: {
  readonly title: string;
  readonly icon?: IconName;
  readonly children?: ReactNode;
}) {
  return (
    <State icon={icon} title={title}>
      {children}
    </State>
  );
}

/** The first answer is under way. Appears only after a moment, so that quick answers do not flicker. */
export function LoadingState({ label = 'Loading' }: { readonly label?: string }) {
  return (
    <output className="ot-loading">
      <span className="ot-loading__bar" aria-hidden="true" />
      <span>{label}…</span>
    </output>
  );
}

/** Something failed: what happened, that nothing was lost, what to do. */
export function ErrorState({ failure, again }: { readonly failure: Failure; readonly again?: () => void }) {
  if (failure.code === 'not-allowed' || failure.code === 'outside-relationship')
    return <NoPermission what={failure.message} />;
  return (
    <div role="alert">
      <State icon="error" title="This could not be shown">
        <p>{failure.message}</p>
        {failure.reference !== undefined && <p className="ot-muted">Reference for support: {failure.reference}</p>}
        {again !== undefined && <Button onClick={again}>Try again</Button>}
      </State>
    </div>
  );
}

/** The role does not reach this far. */
export function NoPermission({ what }: { readonly what: string }) {
  return (
    <State icon="lock" title="Not open to you">
      <p>{what}</p>
    </State>
  );
}
