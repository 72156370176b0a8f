import { Select, TextInput } from 'nhsuk-react-components';
import type { ImportView } from '../../../shared/contract/import-view.ts';
import { Panel } from '../../components/panel.tsx';

interface ListSettingsProps {
  readonly of: ImportView;
  readonly source: string;
  readonly onSource: (source: string) => void;
  /** Id of a neighbourhood, or ''. */
  readonly place: string;
  readonly onPlace: (place: string) => void;
}

/** What all rows of a list have in common. */
export function ListSettings({ of, source, onSource, place, onPlace }: ListSettingsProps) {
  return (
    <Panel title="The list as a whole">
      <div className="ot-import-settings">
        <TextInput
          id="import-source"
          label="Where it comes from"
          hint="Its own numbers are kept under this name, so that the next list finds the same people."
          value={source}
          maxLength={120}
          autoComplete="off"
          onChange={({ currentTarget }) => onSource(currentTarget.value)}
        />
        <Select
          id="import-place"
          label="People without a known practice belong to"
          hint="Others belong to the neighbourhood of their practice."
          value={place}
          onChange={({ currentTarget }) => onPlace(currentTarget.value)}
        >
          <Select.Option value="">Nowhere: list them as errors</Select.Option>
          {of.neighbourhoods.map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </div>
    </Panel>
  );
}
