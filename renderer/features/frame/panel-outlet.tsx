import { plugs } from '../../plugs.ts';
import { closePanel, usePanelStore } from './panels.ts';

/** Where an open panel lives: above the page, so that it survives moving between pages. */
export function PanelOutlet() {
  const open = usePanelStore((state) => state.open);
  const Panel = open === null ? undefined : plugs.panels[open.name];
  if (open === null || Panel === undefined) return null;
  return <Panel request={open.request} onClose={closePanel} />;
}
