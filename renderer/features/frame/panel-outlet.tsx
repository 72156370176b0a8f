import type { ComponentType } from 'react';
import { plugs } from '../../plugs.ts';
import { closePanel, type OpenPanel, usePanelStore } from './panels.ts';
import type { PanelName, PanelProps } from './plug-types.ts';

/** Where an open panel lives: above the page, so that it survives moving between pages. */
export function PanelOutlet() {
  const open = usePanelStore((state) => state.open);
  if (open === null) return null;
  const Panel = panelFor(open.name);
  return Panel && <Panel key={open.opening} request={open.request} onClose={closePanel} />;
}

// Name and request belong together by the type of `openPanel`, which the union of all panels cannot say.
const panelFor = (name: PanelName) => plugs.panels[name] as ComponentType<PanelProps<OpenPanel['request']>> | undefined;
