import { Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';

/** What the menu can do besides the platform's standard items. */
export interface MenuActions {
  readonly lock: () => void;
  readonly devTools: boolean;
  readonly platform: NodeJS.Platform;
}

/** The application menu: standard roles, "Lock", and developer tools only where they are allowed. */
export function applicationMenu(actions: MenuActions): MenuItemConstructorOptions[] {
  const isMac = actions.platform === 'darwin';
  const lock: MenuItemConstructorOptions = {
    label: 'Lock OneTeam',
    accelerator: 'CmdOrCtrl+Shift+L',
    click: actions.lock,
  };
  const developer: MenuItemConstructorOptions[] = actions.devTools
    ? [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }]
    : [];
  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    { label: 'File', submenu: [lock, { type: 'separator' }, { role: isMac ? 'close' : 'quit' }] },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...developer,
      ],
    },
    { role: 'windowMenu' },
  ];
}

/** Puts the application menu in place. */
export function setApplicationMenu(actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(actions)));
}

/** Gives text fields and selected text the right-click menu that Electron leaves out. */
export function addEditMenu(page: WebContents): void {
  page.on('context-menu', (_event, { isEditable, selectionText }) => {
    const items: MenuItemConstructorOptions[] = isEditable
      ? [{ role: 'undo' }, { type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }]
      : [{ role: 'copy' }];
    if (isEditable || selectionText !== '') Menu.buildFromTemplate(items).popup();
  });
}
