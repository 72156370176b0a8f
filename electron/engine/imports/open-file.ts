import { type CsvTable, readCsv } from './csv.ts';
import { type DecodedText, decodeText, type TextEncoding } from './decode.ts';
import { type FhirFile, readFhir } from './fhir.ts';
import { countKnownHeadings } from './mapping.ts';

/** A file of people, opened far enough to know what it is. */
export type ImportFile =
  | { readonly kind: 'csv'; readonly encoding: TextEncoding; readonly table: CsvTable }
  | { readonly kind: 'fhir'; readonly encoding: TextEncoding; readonly file: FhirFile };

/**
 * Opens a list of people by its contents, whatever its name: JSON is FHIR, everything else a table.
 * @param today `YYYY-MM-DD`, for the dates in FHIR
 * @throws AppError `unreadable-file` with what to do about it
 */
export function openImportFile(bytes: Uint8Array, today: string): ImportFile {
  const decoded = decodeText(bytes);
  const { encoding } = decoded;
  return looksLikeJson(decoded)
    ? { kind: 'fhir', encoding, file: readFhir(decoded.text(), today) }
    : { kind: 'csv', encoding, table: readCsv(decoded, { recognise: countKnownHeadings }) };
}

function looksLikeJson(decoded: DecodedText): boolean {
  for (const chunk of decoded.chunks()) {
    const first = /\S/.exec(chunk)?.[0];
    if (first !== undefined) return first === '{' || first === '[';
  }
  return false;
}
