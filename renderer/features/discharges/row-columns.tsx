import { Link } from '@tanstack/react-router';
import type { DischargeRow } from '../../../shared/contract/discharge-view.ts';
import type { InputOf } from '../../../shared/contract/index.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { codeShort, isCode } from '../../../shared/domain/code-lists.ts';
import { listName } from '../../../shared/domain/name.ts';
import { formatNhsNumber } from '../../../shared/domain/nhs-number.ts';
import { Button } from '../../components/button.tsx';
import type { Column } from '../../components/column.ts';
import { DateText } from '../../components/dates.tsx';
import { Tag } from '../../components/tag.tsx';
import { bornWords } from '../people/person-facts.tsx';
import { outcomeWords } from './discharge-words.ts';

export type Decide = (line: number, decision: InputOf<'discharges.decide'>['decision']) => Promise<void>;
type Said = NonNullable<DischargeRow['said']>;

/** What the list says beside what is on record, and what comes of it. `decide`: null once the list is recorded. */
export function rowColumns(decide: Decide | null, busy: boolean): readonly Column<DischargeRow>[] {
  return [
    { id: 'line', header: 'Line', width: 56, align: 'end', cell: ({ line }) => line },
    {
      id: 'who',
      header: 'The list says',
      rowHeader: true,
      width: 210,
      cell: ({ said }) =>
        said === null ? <span className="ot-muted">Could not be read</span> : <SaidPerson of={said} />,
    },
    {
      id: 'stay',
      header: 'Stay',
      width: 290,
      cell: ({ said }) => said !== null && <SaidStay of={said} />,
    },
    { id: 'record', header: 'On record', width: 230, cell: (row) => <OnRecord of={row} decide={decide} busy={busy} /> },
    { id: 'what', header: 'What comes of it', cell: (row) => <WhatComes of={row} done={decide === null} /> },
    ...(decide === null
      ? []
      : [
          {
            id: 'decision',
            header: 'Decision',
            hideHeader: true,
            width: 116,
            align: 'end',
            cell: (row: DischargeRow) => <Decision of={row} decide={decide} busy={busy} />,
          } as const,
        ]),
  ];
}

const because = (words: string) => words !== '' && <span className="ot-person-because">{words}</span>;

function SaidPerson({ of: { name, birthDate, nhsNumber } }: { readonly of: Said }) {
  return (
    <>
      {name === null ? <span className="ot-muted">No name</span> : listName(name)}
      {because(birthDate === null ? '' : `Born ${formatDate(birthDate)}`)}
      {because(nhsNumber === null ? '' : `NHS ${formatNhsNumber(nhsNumber)}`)}
    </>
  );
}

function SaidStay({ of }: { readonly of: Said }) {
  const { admittedOn, dischargedOn, destination, kind, provider, ward, mentalHealth } = of;
  const where = [provider, ward !== '' && `ward ${ward}`].filter(Boolean).join(', ');
  return (
    <>
      {admittedOn === null ? <span className="ot-muted">No date</span> : <DateText value={admittedOn} />}
      {' to '}
      {dischargedOn === null ? <span className="ot-muted">no date</span> : <DateText value={dischargedOn} />}{' '}
      {kind !== 'hospital' && <Tag>{isCode('stay-kind', kind) ? codeShort('stay-kind', kind) : kind}</Tag>}{' '}
      {mentalHealth && <Tag tone="purple">Mental health</Tag>}
      {because(where)}
      {because(
        `Went to: ${isCode('discharge-destination', destination) ? codeShort('discharge-destination', destination) : destination}`,
      )}
    </>
  );
}

interface OneRow {
  readonly of: DischargeRow;
  readonly decide: Decide | null;
  readonly busy: boolean;
}

function OnRecord({ of: { line, outcome, person, stay, candidates }, decide, busy }: OneRow) {
  if (person !== null)
    return (
      <>
        <Link to="/people/$personId" params={{ personId: person.id }} search={{ tab: 'care' }}>
          {listName(person.name)}
        </Link>
        {because(`Born ${bornWords(person.birth, person.age)}`)}
        {stay !== null &&
          outcome === 'discharge' &&
          because(
            [`In since ${formatDate(stay.admittedOn)}`, stay.provider, stay.ward && `ward ${stay.ward}`]
              .filter(Boolean)
              .join(', '),
          )}
      </>
    );
  if (candidates.length === 0) return <span className="ot-muted">–</span>;
  return (
    <ul className="ot-discharge-candidates">
      {candidates.map(({ person: one, reasons }) => (
        <li key={one.id}>
          <Link to="/people/$personId" params={{ personId: one.id }}>
            {listName(one.name)}
          </Link>
          {because(`Born ${bornWords(one.birth, one.age)}`)}
          {because(one.address ?? '')}
          {because(reasons.join(' '))}
          {decide !== null && (
            <Button size="small" busy={busy} onClick={() => void decide(line, { kind: 'link', personId: one.id })}>
              It is this person
              <span className="nhsuk-u-visually-hidden">
                : {listName(one.name)}, line {line}
              </span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function WhatComes({ of: { outcome, followUp, notes }, done }: { readonly of: DischargeRow; readonly done: boolean }) {
  const { words, done: past = words, tone, what } = outcomeWords[outcome];
  return (
    <>
      <Tag tone={tone}>{done ? past : words}</Tag>
      {followUp !== null && because(`Follow-up by ${followUp.owner} until ${formatDate(followUp.dueOn)}`)}
      {what !== undefined && because(what)}
      {notes.map(({ severity, message }) => (
        <span key={message} className={severity === 'error' ? 'ot-discharge-error' : 'ot-person-because'}>
          {message}
        </span>
      ))}
    </>
  );
}

const decidable: ReadonlySet<DischargeRow['outcome']> = new Set(['discharge', 'new', 'choose']);

function Decision({ of: { line, outcome, decision }, decide, busy }: OneRow & { readonly decide: Decide }) {
  const spoken = <span className="nhsuk-u-visually-hidden"> line {line}</span>;
  if (decision === 'skip')
    return (
      <Button size="small" look="quiet" busy={busy} onClick={() => void decide(line, { kind: 'none' })}>
        Take in{spoken}
      </Button>
    );
  return (
    <>
      {decision === 'link' && (
        <Button size="small" look="quiet" busy={busy} onClick={() => void decide(line, { kind: 'none' })}>
          Choose again{spoken}
        </Button>
      )}
      {decidable.has(outcome) && (
        <Button size="small" look="quiet" busy={busy} onClick={() => void decide(line, { kind: 'skip' })}>
          Leave out{spoken}
        </Button>
      )}
    </>
  );
}
