import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import type { Failure } from '../../shared/contract/answer.ts';
import { Button } from './button.tsx';
import { Callout } from './callout.tsx';
import { classNames } from './class-names.ts';
import { sizeWords } from './format.ts';

interface FileDropProps {
  readonly label: string;
  readonly title: string;
  /** Endings and types that the chooser offers. */
  readonly accept: string;
  /** In bytes. */
  readonly largest: number;
  /** What to do about a file that is larger. */
  readonly tooLarge: string;
  /** What is taken, and what happens with it. */
  readonly children: ReactNode;
  /** Takes the file in; whatever goes wrong is said beside the button. */
  readonly onFile: (file: {
    readonly name: string;
    readonly bytes: Uint8Array<ArrayBuffer>;
  }) => Promise<Failure | undefined>;
}

const unread: Failure = {
  code: 'unreadable-file',
  message: 'The file could not be read from the disk. Close it in other programs, then choose it again.',
};

/** Takes a file by button or by drop. */
export function FileDrop({ label, title, accept, largest, tooLarge, children, onFile }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [reading, setReading] = useState<{ readonly name: string; readonly size: number } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const take = async (file: File | undefined) => {
    if (file === undefined || reading !== null) return;
    setFailure(null);
    if (file.size > largest) return setFailure({ code: 'bad-input', message: tooLarge });
    setReading({ name: file.name, size: file.size });
    const bytes = await file.arrayBuffer().catch(() => null);
    const failed = bytes === null ? unread : await onFile({ name: file.name, bytes: new Uint8Array(bytes) });
    setReading(null);
    setFailure(failed ?? null);
    // The same file may be chosen again after it was mended.
    if (input.current !== null) input.current.value = '';
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };

  return (
    <section
      className={classNames('ot-file-drop', over && 'ot-file-drop--over')}
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div className="ot-file-drop__words">
        <p className="ot-file-drop__title">{title}</p>
        <p className="ot-muted">{children}</p>
      </div>
      <Button look="primary" icon="import" busy={reading !== null} onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      <output className="ot-file-drop__status">
        {reading !== null && `Reading ${reading.name} (${sizeWords(reading.size)})…`}
      </output>
      {failure !== null && (
        <Callout tone="urgent" live title="The file was not taken in">
          <p>{failure.message}</p>
        </Callout>
      )}
    </section>
  );
}
