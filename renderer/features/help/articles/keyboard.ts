import type { Article } from '../article.ts';

export const keyboard: Article = {
  id: 'keys',
  title: 'Keys',
  group: 'Every day',
  about: 'Everything can be done without a mouse.',
  keys: [
    { keys: 'Ctrl+K', does: 'Search people, pages and actions' },
    { keys: 'Ctrl+L', does: 'Log a contact' },
    { keys: 'Ctrl+Shift+L', does: 'Lock' },
    { keys: 'Ctrl+Enter', does: 'Send the form that you are in' },
    { keys: 'Ctrl+Z', does: 'Undo what was just done, while the note about it is shown' },
    { keys: 'Esc', does: 'Close a panel, dialog or list' },
    { keys: 'Tab', does: 'Go to the next field or button; with Shift to the one before' },
    { keys: '↑ ↓', does: 'In a list: move between rows' },
    { keys: 'Page Up, Page Down', does: 'In a list: move by a screen' },
    { keys: 'Home, End', does: 'In a list: first and last row' },
    { keys: 'Enter', does: 'In a list: open the row' },
    { keys: 'Space', does: 'In a list: select the row; with Shift up to here' },
  ],
  words: 'keyboard shortcuts hotkeys',
};
