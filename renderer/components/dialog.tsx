import { type ReactNode, useId } from 'react';
import { IconButton } from './icon-button.tsx';
import { onCancelOf, useModal } from './modal.ts';

interface ModalProps {
  readonly open: boolean;
  readonly title: string;
  /** The closing button, Esc, or whatever else asks to leave. */
  readonly onClose: () => void;
  readonly width?: 'narrow' | 'normal' | 'wide';
  /** Kept in sight below the scrolling content. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

function Modal({
  open,
  title,
  onClose,
  width = 'normal',
  footer,
  children,
  shape,
}: ModalProps & { readonly shape: 'dialog' | 'side' }) {
  const titleId = useId();
  const ref = useModal(open);
  return (
    <dialog
      className={`ot-modal ot-modal--${shape} ot-modal--${width}`}
      ref={ref}
      aria-labelledby={titleId}
      onCancel={onCancelOf(onClose)}
    >
      {open && (
        <>
          <div className="ot-modal__head">
            <h2 className="ot-modal__title" id={titleId}>
              {title}
            </h2>
            <IconButton icon="cross" label="Close" onClick={onClose} />
          </div>
          <div className="ot-modal__body">{children}</div>
          {footer !== undefined && <div className="ot-modal__foot">{footer}</div>}
        </>
      )}
    </dialog>
  );
}

/** A question or a short task in the middle of the window. */
export function Dialog(props: ModalProps) {
  return <Modal {...props} shape="dialog" />;
}

/** A longer task at the right edge, over any page, which stays in sight beside it. */
export function SidePanel(props: ModalProps) {
  return <Modal {...props} shape="side" />;
}
