import { getRouteApi } from '@tanstack/react-router';
import { codeLabel } from '../../../shared/domain/code-lists.ts';
import { listName } from '../../../shared/domain/name.ts';
import { kindsOf, registers, registerWords } from '../../../shared/domain/registers.ts';
import { useAsk } from '../../client/queries.ts';
import { useRows } from '../../client/rows.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterSelect } from '../../components/filter-select.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState } from '../../components/states.tsx';
import { ExportRegister } from './export-register.tsx';
import { registerColumns } from './register-columns.tsx';
import { type RegisterView, registerInput } from './register-view.ts';
import { about, statesOf, stateWordOn } from './register-words.ts';

const route = getRouteApi('/registers');

/** Lists of people to whom something is due. */
export function RegistersPage() {
  const view = route.useSearch();
  const navigate = route.useNavigate();
  const { register = 'end-of-life' } = view;
  const kinds = kindsOf(register);
  const input = registerInput(view);
  const rows = useRows('registers.list', input);
  const places = useAsk('cases.caseloadChoices', {}).data?.neighbourhoods ?? [];
  const counts = rows.first?.counts;
  const show = (next: RegisterView) => void navigate({ search: next, replace: true });
  const everybody = counts === undefined ? undefined : Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Page
      title="Registers"
      lead={about[register]}
      fill
      actions={<ExportRegister input={input} total={rows.total} />}
      toolbar={
        <>
          <FilterBar label="Choose and filter a register">
            <FilterSelect
              label="Register"
              any={registerWords['end-of-life']}
              options={registers
                .filter((each) => each !== 'end-of-life')
                .map((each) => ({ value: each, label: registerWords[each] }))}
              chosen={register === 'end-of-life' ? '' : register}
              onChange={(chosen) =>
                show({
                  ...view,
                  register: registers.find((each) => each === chosen),
                  kind: undefined,
                  state: undefined,
                })
              }
            />
            {kinds.length > 1 && (
              <FilterSelect
                label="Vaccination"
                any={codeLabel('check', kinds[0] ?? 'flu')}
                options={kinds.slice(1).map((kind) => ({ value: kind, label: codeLabel('check', kind) }))}
                chosen={view.kind ?? ''}
                onChange={(chosen) => show({ ...view, kind: kinds.find((kind) => kind === chosen) })}
              />
            )}
            <FilterSelect
              label="Whose"
              any="My team"
              options={[{ value: 'mine', label: 'My cases' }]}
              chosen={view.whose === 'mine' ? 'mine' : ''}
              onChange={(chosen) => show({ ...view, whose: chosen === 'mine' ? 'mine' : undefined })}
            />
            {places.length > 1 && (
              <FilterSelect
                label="Neighbourhood"
                any="Any neighbourhood"
                options={places.map(({ id, name }) => ({ value: id, label: name }))}
                chosen={view.neighbourhood ?? ''}
                onChange={(chosen) => show({ ...view, neighbourhood: chosen === '' ? undefined : chosen })}
              />
            )}
          </FilterBar>
          <fieldset className="ot-register-states">
            <legend className="nhsuk-u-visually-hidden">State</legend>
            {[undefined, ...statesOf(register)].map((state) => (
              <button
                key={state ?? 'all'}
                type="button"
                className="ot-register-state"
                aria-pressed={view.state === state}
                onClick={() => show({ ...view, state })}
              >
                {state === undefined ? 'Everybody' : stateWordOn(register, state)}{' '}
                <b>{(state === undefined ? everybody : counts?.[state])?.toLocaleString('en-GB') ?? '…'}</b>
              </button>
            ))}
          </fieldset>
        </>
      }
    >
      <DataTable
        label={registerWords[register]}
        rows={rows}
        rowId={({ id }) => id}
        rowLabel={({ person }) => listName(person.name)}
        columns={registerColumns(register)}
        onOpen={({ id }) =>
          void navigate({
            to: '/people/$personId',
            params: { personId: id },
            search: { tab: register === 'end-of-life' ? 'plan' : 'care' },
          })
        }
        height="page"
        empty={
          <EmptyState title="Nobody fits">
            <p>{about[register]}</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
