import type { ZodError } from 'zod';
import { unreadable } from './decode.ts';
import { readPatient } from './fhir-patient.ts';
import { bundleShape, entryShape, knownResources, listBundles, patientShape } from './fhir-shapes.ts';
import type { PersonReading } from './parsed-person.ts';

export type FhirFormat = 'bundle' | 'ndjson' | 'patient';

export interface FhirFile {
  readonly format: FhirFormat;
  /** One per Patient, in the order of the file, with an error for each entry that cannot be read. Can be taken once. */
  readonly readings: Generator<PersonReading, void, undefined>;
  /** What was left out and why, in sentences; complete when `readings` has been taken to its end. */
  notices(): readonly string[];
}

interface Counts {
  readonly others: Map<string, number>;
  deletions: number;
  requests: number;
  furtherPages: boolean;
}

/**
 * Reads a FHIR R4 file: a Bundle (transaction, batch, collection, searchset), NDJSON of Patients and Bundles, or one
 * Patient. Nothing is fetched: references and further pages are only reported.
 * @param today `YYYY-MM-DD`
 * @throws AppError `unreadable-file` for what is neither
 */
export function readFhir(text: string, today: string): FhirFile {
  const counts: Counts = { others: new Map(), deletions: 0, requests: 0, furtherPages: false };
  const [format, resources] = openFile(text);
  return { format, readings: readAll(resources, today, counts), notices: () => describe(counts) };
}

/** A resource of the top level and how messages name it; `broken` for an NDJSON line that is not JSON. */
interface Found {
  readonly place: string;
  readonly value: unknown;
  readonly broken?: boolean;
}

function openFile(text: string): [FhirFormat, Iterable<Found>] {
  const firstEnd = text.indexOf('\n', text.search(/\S/));
  const isSeveralLines = firstEnd >= 0 && text.slice(firstEnd, firstEnd + 1_000).trim() !== '';
  if (isSeveralLines && (isResourceLine(text.slice(0, firstEnd)) || isResourceLine(secondLine(text, firstEnd)))) {
    return ['ndjson', readLines(text)];
  }
  const value = parseWhole(text);
  const type = resourceType(value);
  if (type === 'Patient') return ['patient', [{ place: 'Patient', value }]];
  if (type !== 'Bundle')
    throw unreadable('The JSON is not a FHIR Bundle and not a Patient. Ask for a FHIR R4 Bundle of Patients.');
  const bundle = bundleShape.safeParse(value);
  if (!bundle.success) throw unreadable(`The Bundle is not valid FHIR: ${firstProblem(bundle.error, 'Bundle')}.`);
  if (!isListBundle(bundle.data.type)) {
    throw unreadable(
      'The Bundle is not a list of resources. Ask for one of type transaction, batch, collection or searchset.',
    );
  }
  return ['bundle', [{ place: '', value }]];
}

function secondLine(text: string, firstEnd: number): string {
  const end = text.indexOf('\n', firstEnd + 1);
  return text.slice(firstEnd + 1, end < 0 ? undefined : end);
}

function isResourceLine(line: string): boolean {
  try {
    return resourceType(JSON.parse(line)) !== null;
  } catch {
    return false;
  }
}

function parseWhole(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The parser's message quotes the text; only the position may be told.
    const position = /position (\d+)/.exec(String(error))?.[1];
    const line = position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
    const isShort = String(error).includes('end of JSON');
    const where = isShort
      ? 'it ends too early'
      : line === null
        ? 'there is a mistake in it'
        : `there is a mistake on line ${line}`;
    throw unreadable(`The file is not valid JSON: ${where}. Ask for it again as FHIR R4 JSON or NDJSON.`, { line });
  }
}

function* readLines(text: string): Generator<Found, void, undefined> {
  let number = 0;
  for (let at = 0; at < text.length; ) {
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const line = text.slice(at, end);
    at = end + 1;
    number += 1;
    if (line.trim() === '') continue;
    try {
      yield { place: `line ${number}`, value: JSON.parse(line) };
    } catch {
      yield { place: `line ${number}`, value: null, broken: true };
    }
  }
}

function* readAll(
  resources: Iterable<Found>,
  today: string,
  counts: Counts,
): Generator<PersonReading, void, undefined> {
  let position = 0;
  for (const resource of resources) {
    for (const reading of readFound(resource, today, counts)) {
      position += 1;
      yield { ...reading, line: position };
    }
  }
}

/** Readings of one resource; `readAll` numbers them. */
function* readFound({ place, value, broken }: Found, today: string, counts: Counts): Generator<PersonReading> {
  const type = resourceType(value);
  if (broken) yield refused(place, 'The line is not valid JSON');
  else if (type === 'Patient') yield readOne(value, place, today);
  else if (type === 'Bundle') yield* readBundle(value, place, today, counts);
  else if (type === null) yield refused(place, 'The line is not a FHIR resource');
  else countOther(counts, type);
}

function* readBundle(value: unknown, place: string, today: string, counts: Counts): Generator<PersonReading> {
  const bundle = bundleShape.safeParse(value);
  if (!bundle.success) {
    yield refused(place, `The Bundle is not valid FHIR: ${firstProblem(bundle.error, 'Bundle')}`);
    return;
  }
  if (!isListBundle(bundle.data.type)) {
    yield refused(place, 'The Bundle is not of type transaction, batch, collection or searchset');
    return;
  }
  if (bundle.data.link?.some(({ relation }) => relation === 'next')) counts.furtherPages = true;
  for (const [i, raw] of (bundle.data.entry ?? []).entries()) {
    const at = `${place === '' ? '' : `${place}, `}entry[${i}]`;
    const entry = entryShape.safeParse(raw);
    if (!entry.success) {
      yield refused(at, `The entry is not valid FHIR: ${firstProblem(entry.error, 'entry')}`);
      continue;
    }
    const method = entry.data.request?.method;
    const type = resourceType(entry.data.resource);
    if (method === 'DELETE') counts.deletions += 1;
    else if (method !== undefined && method !== 'POST' && method !== 'PUT') counts.requests += 1;
    else if (type === 'Patient') yield readOne(entry.data.resource, `${at}.resource`, today);
    else if (type === null) yield refused(at, 'The entry has no resource');
    else countOther(counts, type);
  }
}

function readOne(value: unknown, place: string, today: string): PersonReading {
  const patient = patientShape.safeParse(value);
  if (patient.success) return readPatient(patient.data, place, today);
  return refused(place, `The Patient is not valid FHIR: ${firstProblem(patient.error, 'Patient')}`);
}

function refused(column: string, message: string): PersonReading {
  return { line: 0, person: null, issues: [{ severity: 'error', field: null, column, message }] };
}

/** Where and what, without the value: zod's messages name types only. */
function firstProblem(error: ZodError, root: string): string {
  const issue = error.issues[0];
  return `${[root, ...(issue?.path ?? [])].map(String).join('.')}: ${issue?.message ?? 'not valid'}`;
}

function resourceType(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('resourceType' in value)) return null;
  return typeof value.resourceType === 'string' ? value.resourceType : null;
}

function isListBundle(type: string): boolean {
  return listBundles.some((known) => known === type);
}

/** Only names of resources that are known are repeated: any other text could be somebody's name. */
function countOther(counts: Counts, type: string): void {
  const name = knownResources.find((known) => known === type) ?? 'of other types';
  counts.others.set(name, (counts.others.get(name) ?? 0) + 1);
}

function describe({ others, deletions, requests, furtherPages }: Counts): string[] {
  const notices: string[] = [];
  if (others.size > 0) {
    const list = [...others].map(([type, count]) => `${count} × ${type}`).join(', ');
    notices.push(`Only Patients are imported. Left out: ${list}.`);
  }
  if (deletions > 0)
    notices.push(`Requests to delete, refused because an import never deletes a record: ${deletions}.`);
  if (requests > 0) notices.push(`Requests other than POST and PUT, left out: ${requests}.`);
  if (furtherPages) notices.push('The Bundle is one page of several: import the following pages too.');
  return notices;
}
