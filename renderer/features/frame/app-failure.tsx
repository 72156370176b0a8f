import { Component, type ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/states.tsx';

/** Last of the chain of error handlers: the frame itself failed. What was on screen is gone, the store is not. */
export class AppFailure extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="ot-entry">
        <EmptyState icon="error" title="OneTeam stopped in this window">
          <p>Nothing that was saved is lost. Open the window again to go on.</p>
          <Button look="primary" onClick={() => location.reload()}>
            Open again
          </Button>
        </EmptyState>
      </main>
    );
  }
}
