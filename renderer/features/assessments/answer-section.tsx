import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { AnswerView } from '../../../shared/contract/assessments.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { needLevels, needLevelWords } from '../../../shared/domain/need-level.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { RadioField } from '../../components/choice-fields.tsx';
import { Columns } from '../../components/columns.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { EntrySection } from '../contacts/entry-section.tsx';
import type { AssessmentValues } from './answer-values.ts';
import { AnswerWords, WhoAsked } from './answer-words.tsx';

type Domain = OutputOf<'assessments.open'>['domains'][number];

const levels = needLevels.map(({ level, label }) => ({ value: String(level), label: `${level} ${label}` }));
const fields = ['strengths', 'level', 'helps', 'note', 'source'] as const;

/** One life domain: filled in with the newest answer, who asked and when above it. */
export function AnswerSection({
  form,
  domain,
  changed,
  startOpen,
}: {
  readonly form: UseFormReturn<AssessmentValues>;
  /** As it stands now; it may be newer than what the form began with. */
  readonly domain: Domain;
  readonly changed: boolean;
  readonly startOpen: boolean;
}) {
  const { control, setValue } = form;
  const name = `domains.${domain.domain}` as const;
  const [level, follows] = useWatch({ control, name: [`${name}.level`, `${name}.follows`] });
  const { current } = domain;
  const newer = current !== null && current.id !== follows ? current : null;
  return (
    <EntrySection
      form={form}
      title={wordOf('life-domain', domain.domain)}
      summary={summaryOf(level, current, changed)}
      fields={fields.map((field) => `${name}.${field}`)}
      startOpen={startOpen}
    >
      {newer && (
        <Callout tone="warning" live title="Answered meanwhile by somebody else">
          <AnswerWords answer={newer} />
          <WhoAsked answer={newer} />
          <Button size="small" onClick={() => setValue(`${name}.follows`, newer.id)}>
            I have read it: mine is to follow it
          </Button>
        </Callout>
      )}
      {newer === null && current !== null && (
        <p className="ot-assessment__filled">
          Filled in from the last time. <WhoAsked answer={current} />
        </p>
      )}
      <TextAreaField control={control} name={`${name}.strengths`} label="Strengths: what goes well" rows={2} optional />
      <RadioField control={control} name={`${name}.level`} label="Need (optional)" options={levels} look="chips" />
      <Columns layout="halves">
        <TextAreaField control={control} name={`${name}.helps`} label="What helps" rows={2} optional />
        <TextAreaField control={control} name={`${name}.note`} label="Note" rows={2} optional />
      </Columns>
      <TextField
        control={control}
        name={`${name}.source`}
        label="Source"
        hint="Who said so: the person, their daughter, a letter"
        optional
        spellCheck
      />
    </EntrySection>
  );
}

function summaryOf(level: string, current: AnswerView | null, changed: boolean): string {
  const need = level === '' ? 'need not said' : needLevelWords(Number(level));
  if (changed) return `${need} · changed now`;
  return current === null ? 'not asked yet' : need;
}
