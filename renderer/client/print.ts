import { transport } from './transport.ts';

/** Opens the print dialog of the browser or of the operating system for the page on screen. */
export function printPage(): void {
  window.print();
}

/** Saves the page on screen as a PDF; null where the print dialog is the way to one. */
export const { savePdf } = transport;
