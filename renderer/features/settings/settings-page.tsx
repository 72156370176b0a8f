import { useSessionState } from '../../client/session.ts';
import { Columns, Stack } from '../../components/columns.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { TemplatesPanel } from '../pathways/templates-panel.tsx';
import { EndDemo } from '../session/end-demo.tsx';
import { DevicePanel } from './device-panel.tsx';
import { LockPanel } from './lock-panel.tsx';
import { NeedTierPanel } from './need-tier-panel.tsx';
import { PassphrasePanel } from './passphrase-panel.tsx';
import { PromptLimitsPanel } from './prompt-limits-panel.tsx';

/** What everybody can see or set for themselves and this device. */
export function SettingsPage() {
  const demo = useSessionState().data?.demo === true;
  return (
    <Page title="Settings">
      <Stack>
        <Columns layout="halves">
          <Stack>
            <LockPanel />
            {!demo && <PassphrasePanel />}
            {demo && (
              <Panel title="Demonstration">
                <p>
                  Everybody here is made up. When you have seen enough, remove it all and set up your own team on this
                  device.
                </p>
                <EndDemo />
              </Panel>
            )}
          </Stack>
          <DevicePanel />
        </Columns>
        <PromptLimitsPanel />
        <TemplatesPanel />
        <NeedTierPanel />
      </Stack>
    </Page>
  );
}
