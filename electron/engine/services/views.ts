import type { views as contract } from '../../../shared/contract/views.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext, Services } from '../context.ts';
import { readPreference, writePreference } from '../store/preferences.ts';
import { addView, changeView, dropView, findView, listViews } from '../store/saved-views.ts';

/** A list of views that nobody can read helps nobody. */
const mostViews = 50;

export const views: Services<typeof contract> = {
  'views.list': ({ read, session }, { page }) => ({ views: listViews(read, session.workerId, page) }),
  'views.save': ({ read, write, session, newId }, { page, name, search, replace }) => {
    const present = listViews(read, session.workerId, page);
    const same = present.find((view) => sameName(view.name, name));
    if (same && !replace)
      throw new AppError('conflict', 'You have a view of this name. Replace it, or choose another name.');
    if (same) {
      changeView(write, { id: same.id, name, search });
      return { viewId: same.id };
    }
    if (present.length >= mostViews)
      throw new AppError('rule', `There are ${mostViews} saved views on this page. Remove one first.`);
    const id = newId();
    addView(write, { id, worker: session.workerId, page, name, search });
    return { viewId: id };
  },
  'views.rename': (context, { viewId, name }) => {
    const view = own(context, viewId);
    const others = listViews(context.read, context.session.workerId, view.page).filter(({ id }) => id !== viewId);
    if (others.some((other) => sameName(other.name, name)))
      throw new AppError('conflict', 'You have a view of this name. Choose another name.');
    changeView(context.write, { id: viewId, name, search: view.search });
    return {};
  },
  'views.remove': (context, { viewId }) => {
    dropView(context.write, own(context, viewId).id);
    return {};
  },
  'preferences.get': ({ read, session }, { names }) => {
    const found = names.map((name) => [name, readPreference(read, session.workerId, name)] as const);
    return { values: Object.fromEntries(found.filter(([, value]) => value !== null)) as Record<string, never> };
  },
  'preferences.set': ({ write, session }, { name, value }) => {
    writePreference(write, session.workerId, name, value);
    return {};
  },
};

function own({ read, session }: QueryContext, id: string) {
  const view = findView(read, session.workerId, id);
  if (!view) throw new AppError('not-found', 'This view is no longer there.');
  return view;
}

const sameName = (one: string, other: string): boolean =>
  one.localeCompare(other, 'en-GB', { sensitivity: 'accent' }) === 0;
