import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { Stack } from '../../components/columns.tsx';
import { ChecksPanel } from '../checks/checks-panel.tsx';
import { StaysPanel } from '../stays/stays-panel.tsx';
import { TelehealthPanel } from '../stays/telehealth-panel.tsx';

/** Stays in hospital and other care, telehealth, and checks that were offered and done. */
export function CareTab({ person }: { readonly person: PersonPageView }) {
  return (
    <Stack>
      <StaysPanel person={person} />
      <TelehealthPanel person={person} />
      <ChecksPanel person={person} />
    </Stack>
  );
}
