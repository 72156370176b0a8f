import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, type PrintToPDFOptions } from 'electron';
import type { Printed } from '../../shared/contract/printed.ts';

/**
 * How a document becomes a PDF: tagged, so that a screen reader can read it, and with the headings as its outline. Size,
 * margins and footer are those that the page asks for in its own style, as on paper; Electron's header and footer stay off.
 */
export const pdfOptions: PrintToPDFOptions = {
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  preferCSSPageSize: true,
  printBackground: true,
  displayHeaderFooter: false,
};

/** The name that is offered: never a person's, since file names end up in lists of recent files. */
const offeredName = 'OneTeam document.pdf';

/** Asks where to keep the document that the window shows, and saves it there as a PDF. */
export async function savePdf(window: BrowserWindow): Promise<Printed> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save as PDF',
    defaultPath: join(app.getPath('documents'), offeredName),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || filePath === '') return 'cancelled';
  try {
    await writeFile(filePath, await window.webContents.printToPDF(pdfOptions));
    return 'saved';
  } catch {
    // The disk is full, the folder is read-only, the page has gone: nothing of the record is lost by it.
    return 'failed';
  }
}
