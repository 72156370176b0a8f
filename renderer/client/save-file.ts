/** A file that the engine made. */
interface MadeFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBufferLike>;
}

/** Hands a file to whoever sits at the keyboard; the browser or the desktop asks where to keep it. */
export function saveFile({ name, mime, bytes }: MadeFile): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has taken hold of the bytes once this task has ended.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
