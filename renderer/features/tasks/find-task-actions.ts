import { openPanel } from '../frame/panels.ts';
import type { CommandSource } from '../frame/plug-types.ts';

const adding = 'Add a task';

/** Adding a task from the command palette, for the person on screen if there is one. */
export const findTaskActions: CommandSource = async (query) => ({
  heading: 'Tasks',
  commands: adding.toLowerCase().includes(query.trim().toLowerCase())
    ? [{ id: 'add-task', label: adding, icon: 'plus', run: () => openPanel('task', {}) }]
    : [],
});
