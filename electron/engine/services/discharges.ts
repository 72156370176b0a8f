import type { discharges as contract } from '../../../shared/contract/discharges.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext, Services } from '../context.ts';
import { decideLine, findList, linesOf, listsOf, mapList, removeList, type StoredList } from '../store/discharges.ts';
import { rememberMapping } from '../store/imports.ts';
import { parseJson } from '../store/person-columns.ts';
import { refuse } from './contact-checks.ts';
import { commitList } from './discharge-commit.ts';
import { planList } from './discharge-plan.ts';
import { receiveList } from './discharge-receive.ts';
import { undoList } from './discharge-undo.ts';
import { briefOf, listView } from './discharge-view.ts';

export const discharges: Services<typeof contract> = {
  'discharges.lists': ({ read, session }) => ({
    lists: listsOf(read, session.workerId).map((list) => briefOf(list, list.rows)),
  }),
  'discharges.receive': (context, input) => receiveList(context, input),
  'discharges.open': (context, { listId }) => listView(context, requireList(context, listId)),
  'discharges.map': (context, { listId, mapping }) => {
    const { write, now } = context;
    const list = requireOpenList(context, listId);
    const headers = parseJson<string[]>(list.headers) ?? [];
    const chosen = mapping.filter((field) => field !== null);
    if (mapping.length !== headers.length)
      refuse([{ path: 'mapping', message: 'Say of each column which field it fills, or that it is left out' }]);
    if (new Set(chosen).size !== chosen.length)
      refuse([{ path: 'mapping', message: 'Two columns fill the same field: leave one of them out' }]);
    mapList(write, listId, mapping);
    rememberMapping(write, list.signature, { targets: mapping, source: '', neighbourhoodId: null }, now);
    return {};
  },
  'discharges.decide': (context, { listId, line, decision }) => {
    const { read, write } = context;
    const list = requireOpenList(context, listId);
    const row = planList(context, list, linesOf(read, listId)).find((each) => each.line === line);
    if (!row) throw new AppError('not-found', 'The list has no such line. Open it again.');
    if (decision.kind === 'link' && !row.candidates.some(({ personId }) => personId === decision.personId))
      throw new AppError('rule', 'This person is none of those whom the row may be about. Choose one of them.');
    decideLine(write, listId, line, decision.kind === 'none' ? null : decision);
    return {};
  },
  'discharges.commit': (context, { listId, effect }) => ({
    effect: commitList(context, requireOpenList(context, listId), effect),
  }),
  'discharges.undo': (context, { listId, reason }) => {
    const list = requireList(context, listId);
    if (list.state !== 'committed')
      throw new AppError('rule', 'Nothing of this list is on record, so there is nothing to take back.');
    return { stays: undoList(context, list, reason) };
  },
  'discharges.discard': (context, { listId }) => {
    requireOpenList(context, listId);
    removeList(context.write, listId);
    return {};
  },
};

/** A list of this worker: whoever did not load it is not told that it is there. @throws AppError `not-found` */
function requireList({ read, session }: Pick<QueryContext, 'read' | 'session'>, id: string): StoredList {
  const list = findList(read, id);
  if (list?.worker_id !== session.workerId)
    throw new AppError('not-found', 'This list is no longer there. Go back to the discharge lists.');
  return list;
}

/** The same, of which nothing is recorded yet. @throws AppError `not-found`, `rule` */
function requireOpenList(context: Pick<QueryContext, 'read' | 'session'>, id: string): StoredList {
  const list = requireList(context, id);
  if (list.state === 'preview') return list;
  throw new AppError(
    'rule',
    list.state === 'committed'
      ? 'This list is recorded already. Undo it first, or load a corrected list.'
      : 'This list was undone. Load it again to start anew.',
  );
}
