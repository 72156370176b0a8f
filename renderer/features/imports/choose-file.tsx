import { useNavigate } from '@tanstack/react-router';
import { largestImport } from '../../../shared/contract/imports.ts';
import { call } from '../../client/call.ts';
import { FileDrop } from '../../components/file-drop.tsx';

/** Reads a list in, and goes on to its columns. Nothing is imported by that. */
export function ChooseFile() {
  const navigate = useNavigate();
  return (
    <FileDrop
      label="Choose a list"
      title="Drop a list here, or choose its file"
      accept=".csv,.txt,.tsv,.json,.ndjson,text/csv,application/json"
      largest={largestImport}
      tooLarge="The file is larger than 200 MB. Split the list into parts and import them one after the other."
      onFile={async (file) => {
        const answer = await call('imports.receive', file);
        if (!answer.ok) return answer.error;
        await navigate({ to: '/imports/$importId', params: { importId: answer.value.id } });
        return undefined;
      }}
    >
      CSV as a GP or council system exports it, or a FHIR R4 Bundle or NDJSON of Patients; up to 200 MB. Nothing is
      imported until you have seen what would happen and confirmed it.
    </FileDrop>
  );
}
