import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtApp } from '../fixtures/built-app.ts';
import { desktopRunner, quit, windowOf } from '../fixtures/desktop-app.ts';
import type { ElectronStandIn } from '../fixtures/electron-stand-in.ts';

const { start } = desktopRunner();
const target = join(tmpdir(), `oneteam-desktop-pdf-${process.pid}.pdf`);

beforeAll(async () => {
  await builtApp();
}, 180_000);

/** Asks as the page's main frame does, unless `from` says otherwise. */
async function savePdf(electron: ElectronStandIn, from: Record<string, unknown> = {}): Promise<unknown> {
  const page = windowOf(electron).webContents;
  const handler = electron.ipc.get('oneteam:pdf');
  if (!handler) throw new Error('nobody saves');
  return handler({ sender: page, senderFrame: page.mainFrame, ...from });
}

describe('save as PDF', () => {
  it('asks where, under a name that says nothing of the person, and saves a tagged PDF with the page’s own size', async () => {
    const electron = await start({ savePath: target });
    try {
      expect(await savePdf(electron)).toBe('saved');
      expect(readFileSync(target, 'latin1')).toMatch(/^%PDF-/);
    } finally {
      rmSync(target, { force: true });
    }
    expect(electron.saveDialogs.map(({ defaultPath }) => defaultPath)).toEqual(['/documents/OneTeam document.pdf']);
    expect(windowOf(electron).webContents.pdfs).toEqual([
      {
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        preferCSSPageSize: true,
        printBackground: true,
        displayHeaderFooter: false,
      },
    ]);
  });

  it('makes nothing when the dialog is cancelled', async () => {
    const electron = await start();
    expect(await savePdf(electron)).toBe('cancelled');
    expect(windowOf(electron).webContents.pdfs).toEqual([]);
  });

  it('says that it failed where the file cannot be written', async () => {
    const electron = await start({ savePath: join(tmpdir(), 'no-such-folder', 'x.pdf') });
    expect(await savePdf(electron)).toBe('failed');
  });

  it('asks once, however often the page asks meanwhile', async () => {
    const electron = await start({ savePath: target });
    expect(await Promise.all([savePdf(electron), savePdf(electron), savePdf(electron)])).toEqual([
      'saved',
      'saved',
      'saved',
    ]);
    rmSync(target, { force: true });
    expect(electron.saveDialogs).toHaveLength(1);
    expect(await savePdf(electron)).toBe('saved');
    rmSync(target, { force: true });
    expect(electron.saveDialogs).toHaveLength(2);
  });

  it('answers nobody but the main frame of our own page', async () => {
    const electron = await start({ savePath: target });
    const page = windowOf(electron).webContents;
    const strangers = [
      { senderFrame: { parent: page.mainFrame, origin: 'app://oneteam' } },
      { senderFrame: { parent: null, origin: 'https://example.org' } },
      { senderFrame: null },
      { sender: {} },
    ];
    for (const from of strangers) expect(await savePdf(electron, from)).toBe('failed');
    expect(electron.saveDialogs).toEqual([]);
    expect(existsSync(target)).toBe(false);
  });

  it('is gone with the window', async () => {
    const electron = await start();
    await quit(electron);
    expect(electron.ipc.has('oneteam:pdf')).toBe(false);
  });
});
