import { Select } from 'nhsuk-react-components';
import { useId, useState } from 'react';
import type { VersionView } from '../../../shared/contract/plan-view.ts';
import { type PlanChange, planChanges } from '../../../shared/domain/plan-changes.ts';
import { planDocument } from '../../../shared/domain/plan-document.ts';
import { wordDifference } from '../../../shared/domain/word-difference.ts';
import { useAsk } from '../../client/queries.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { Tag } from '../../components/tag.tsx';
import { PersonView } from './person-view.tsx';
import { WordsDifference } from './words-difference.tsx';

interface VersionReaderProps {
  readonly version: VersionView;
  /** Agreed versions that it can be compared with. */
  readonly others: readonly VersionView[];
}

/** One version as it was agreed, and what differs from another. */
export function VersionReader({ version, others }: VersionReaderProps) {
  const [tab, setTab] = useState('read');
  const [withId, setWithId] = useState<string | null>(null);
  const asked = useAsk('plans.version', { planId: version.id, withId });
  return (
    <Loaded asked={asked} loading="Reading the version">
      {({ plan, before }) => (
        <Tabs
          label="What to see of the version"
          selected={tab}
          onSelect={setTab}
          tabs={[
            {
              id: 'read',
              label: 'As agreed',
              panel: (
                <PersonView
                  document={planDocument({ plan, agreement: plan.agreement, reviewDueOn: plan.reviewDueOn })}
                />
              ),
            },
            {
              id: 'changes',
              label: 'What changed',
              panel: (
                <>
                  <OtherChoice others={others} chosen={before?.id ?? ''} onChoose={setWithId} />
                  {before === null ? (
                    <p className="ot-muted">There is no other agreed version to compare with.</p>
                  ) : (
                    <Changes changes={planChanges(before.plan, plan)} than={before.plan.version} />
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </Loaded>
  );
}

interface OtherChoiceProps {
  readonly others: readonly VersionView[];
  readonly chosen: string;
  readonly onChoose: (id: string | null) => void;
}

function OtherChoice({ others, chosen, onChoose }: OtherChoiceProps) {
  const id = useId();
  if (others.length === 0) return null;
  return (
    <Select
      id={id}
      label="Compared with"
      value={chosen}
      onChange={(event) => onChoose(event.currentTarget.value || null)}
    >
      {chosen === '' && <Select.Option value="">The version before</Select.Option>}
      {others.map(({ id: other, version }) => (
        <Select.Option key={other} value={other}>
          Version {version}
        </Select.Option>
      ))}
    </Select>
  );
}

const kindWords = { added: 'New', removed: 'No longer in the plan', changed: 'Changed' } as const;
const kindTone = { added: 'green', removed: 'grey', changed: 'blue' } as const;

function Changes({ changes, than }: { readonly changes: readonly PlanChange[]; readonly than: number }) {
  if (changes.length === 0) return <p>Nothing differs from version {than}.</p>;
  const bySection = Map.groupBy(changes, ({ section }) => section);
  return [...bySection].map(([section, all]) => (
    <section className="ot-changes" key={section} aria-label={section}>
      <h3 className="ot-person-subhead">{section}</h3>
      {all.map(({ title, kind, fields }, index) => (
        <div className="ot-changes__change" key={`${index} ${title ?? ''}`}>
          <p>
            {title !== null && <b>{title}</b>} <Tag tone={kindTone[kind]}>{kindWords[kind]}</Tag>
          </p>
          <dl>
            {fields.map(({ label, before, after }) => (
              <div className="ot-changes__field" key={label}>
                <dt>{label === '' ? 'Text' : label}</dt>
                <dd>
                  <WordsDifference parts={wordDifference(before, after)} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  ));
}
