import type { ReadHandle, WriteHandle } from './handles.ts';
import { statement } from './statements.ts';

const ofPage = statement((q, p: { worker: string; page: string }) =>
  q
    .selectFrom('saved_views')
    .select(['id', 'name', 'search'])
    .where('worker_id', '=', p.worker)
    .where('page', '=', p.page)
    .orderBy('name'),
);
const byId = statement((q, p: { worker: string; id: string }) =>
  q.selectFrom('saved_views').selectAll().where('id', '=', p.id).where('worker_id', '=', p.worker),
);
const add = statement((q, p: { id: string; worker: string; page: string; name: string; search: string }) =>
  q.insertInto('saved_views').values({ id: p.id, worker_id: p.worker, page: p.page, name: p.name, search: p.search }),
);
const change = statement((q, p: { id: string; name: string; search: string }) =>
  q.updateTable('saved_views').set({ name: p.name, search: p.search }).where('id', '=', p.id),
);
const drop = statement((q, p: { id: string }) => q.deleteFrom('saved_views').where('id', '=', p.id));

/** The saved views of a worker on a page, by name. */
export const listViews = (read: ReadHandle, worker: string, page: string) => read.all(ofPage, { worker, page });
/** A saved view, if it is this worker's. */
export const findView = (read: ReadHandle, worker: string, id: string) => read.get(byId, { worker, id });
/** Keeps a new view. */
export const addView = (
  write: WriteHandle,
  view: { id: string; worker: string; page: string; name: string; search: string },
): void => void write.run(add, view);
/** Changes what a view is called and what it holds. */
export const changeView = (write: WriteHandle, view: { id: string; name: string; search: string }): void =>
  void write.run(change, view);
/** Takes a view away. */
export const dropView = (write: WriteHandle, id: string): void => void write.run(drop, { id });
