import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Command, CommandGroup } from '../../components/command-palette.tsx';
import { plugs } from '../../plugs.ts';
import { useNavigation } from './navigation.ts';

const holds = (label: string, query: string): boolean => label.toLowerCase().includes(query.trim().toLowerCase());

/** What the palette finds: pages, actions of the frame, and whatever the features' sources give. */
export function useFindCommands(actions: readonly Command[]): (query: string) => Promise<readonly CommandGroup[]> {
  const navigation = useNavigation();
  const navigate = useNavigate();
  const go = useCallback((address: string) => void navigate({ href: address }), [navigate]);
  const pages = useMemo(
    () => navigation.map(({ path, label, icon }): Command => ({ id: path, label, icon, run: () => go(path) })),
    [navigation, go],
  );
  return useCallback(
    async (query: string) => {
      const found = await Promise.all(plugs.commandSources.map((source) => source(query, go)));
      const own: readonly CommandGroup[] = [
        { heading: 'Actions', commands: actions.filter(({ label }) => holds(label, query)) },
        { heading: 'Pages', commands: pages.filter(({ label }) => holds(label, query)) },
      ];
      return [...found, ...own].filter(({ commands }) => commands.length > 0);
    },
    [actions, pages, go],
  );
}
