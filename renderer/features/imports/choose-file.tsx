import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useRef, useState } from 'react';
import type { Failure } from '../../../shared/contract/answer.ts';
import { largestImport } from '../../../shared/contract/imports.ts';
import { call } from '../../client/call.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { classNames } from '../../components/class-names.ts';
import { sizeWords } from './import-words.ts';

const tooLarge: Failure = {
  code: 'bad-input',
  message: 'The file is larger than 200 MB. Split the list into parts and import them one after the other.',
};
const unread: Failure = {
  code: 'unreadable-file',
  message: 'The file could not be read from the disk. Close it in other programs, then choose it again.',
};

/** Takes a file by button or by drop, reads it in, and goes on to its columns. Nothing is imported by that. */
export function ChooseFile() {
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [reading, setReading] = useState<{ readonly name: string; readonly size: number } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const take = async (file: File | undefined) => {
    if (file === undefined || reading !== null) return;
    setFailure(null);
    if (file.size > largestImport) return setFailure(tooLarge);
    setReading({ name: file.name, size: file.size });
    const bytes = await file.arrayBuffer().catch(() => null);
    const answer = bytes && (await call('imports.receive', { name: file.name, bytes: new Uint8Array(bytes) }));
    setReading(null);
    // The same file may be chosen again after it was mended.
    if (input.current !== null) input.current.value = '';
    if (answer === null) setFailure(unread);
    else if (answer.ok) await navigate({ to: '/imports/$importId', params: { importId: answer.value.id } });
    else setFailure(answer.error);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };

  return (
    <section
      className={classNames('ot-import-drop', over && 'ot-import-drop--over')}
      aria-label="Choose a list"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div className="ot-import-drop__words">
        <p className="ot-import-drop__title">Drop a list here, or choose its file</p>
        <p className="ot-muted">
          CSV as a GP or council system exports it, or a FHIR R4 Bundle or NDJSON of Patients; up to 200 MB. Nothing is
          imported until you have seen what would happen and confirmed it.
        </p>
      </div>
      <Button look="primary" icon="import" busy={reading !== null} onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.tsv,.json,.ndjson,text/csv,application/json"
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      <output className="ot-import-drop__status">
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
