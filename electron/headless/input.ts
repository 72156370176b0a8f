import { readFileSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';

/**
 * Reads the input of a call: JSON, `@file` that holds JSON, or `-` for standard input; `{}` when there is none.
 * `{"$file": "path"}` anywhere in it stands for that file's bytes.
 * @throws AppError `bad-input`, `unreadable-file`
 */
export function readInput(argument: string | undefined): unknown {
  if (argument === undefined) return {};
  const text = argument === '-' ? read(0) : argument.startsWith('@') ? read(argument.slice(1)) : argument;
  try {
    return JSON.parse(text.toString(), (_, value) => (isFile(value) ? Uint8Array.from(read(value.$file)) : value));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      'bad-input',
      'The input is not JSON. Give JSON, @file with JSON, or - to read it from standard input.',
    );
  }
}

function isFile(value: unknown): value is { $file: string } {
  return typeof value === 'object' && value !== null && '$file' in value && typeof value.$file === 'string';
}

function read(file: string | number): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new AppError('unreadable-file', 'The input file cannot be read. Check its path and that you may read it.');
  }
}

/** A value as JSON text: bytes become base64 under `$bytes`. */
export function writeOutput(value: unknown): string {
  return JSON.stringify(
    value,
    (_, part) => (part instanceof Uint8Array ? { $bytes: Buffer.from(part).toString('base64') } : part),
    2,
  );
}
