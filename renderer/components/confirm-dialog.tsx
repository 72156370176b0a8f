import { Textarea } from 'nhsuk-react-components';
import { type ReactNode, useId, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What will happen, to whom. */
  readonly children: ReactNode;
  /** Words of the button: the deed, not "OK". */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  /** Asks for a reason, which must be given. */
  readonly reasonLabel?: string;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Asks before a step that leaves a mark outside of this screen. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, confirm, danger = false, busy = false, reasonLabel, onConfirm, onCancel } = props;
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const reasonId = useId();
  const missing = reasonLabel !== undefined && reason.trim() === '';

  const settle = (deed: () => void) => {
    setReason('');
    setAsked(false);
    deed();
  };
  const onPress = () => {
    if (!missing) return settle(() => onConfirm(reason.trim()));
    setAsked(true);
    document.getElementById(reasonId)?.focus();
  };

  return (
    <Dialog
      open={open}
      title={title}
      width="narrow"
      onClose={() => settle(onCancel)}
      footer={
        <>
          <Button look={danger ? 'danger' : 'primary'} busy={busy} onClick={onPress}>
            {confirm}
          </Button>
          <Button onClick={() => settle(onCancel)}>Cancel</Button>
        </>
      }
    >
      {children}
      {reasonLabel !== undefined && (
        <Textarea
          id={reasonId}
          label={reasonLabel}
          rows={3}
          value={reason}
          aria-required
          onChange={(event) => setReason(event.currentTarget.value)}
          {...(asked && missing && { error: 'Give the reason' })}
        />
      )}
    </Dialog>
  );
}
