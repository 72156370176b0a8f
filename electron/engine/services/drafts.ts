import type { drafts as contract } from '../../../shared/contract/drafts.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ProcedureContext, Services } from '../context.ts';
import { requireOpen } from '../engine.ts';
import { dropDraft, findDraft, listDrafts, saveDraft } from '../store/drafts.ts';
import type { WriteHandle } from '../store/handles.ts';

/** Unfinished entries: each worker sees only their own. */
export const drafts: Services<typeof contract> = {
  'drafts.save': (context, { kind, key, body }) => {
    locally(context, (write, worker) => saveDraft(write, { worker, kind, key }, body, context.now));
    return { updatedAt: context.now };
  },
  'drafts.open': ({ read, session }, { kind, key }) => ({
    draft: findDraft(read, { worker: session.workerId, kind, key }),
  }),
  'drafts.list': ({ read, session }, { kind }) => ({
    drafts: listDrafts(read, session.workerId).filter((draft) => kind === undefined || draft.kind === kind),
  }),
  'drafts.discard': (context, { kind, key }) => {
    locally(context, (write, worker) => dropDraft(write, { worker, kind, key }));
    return {};
  },
};

/** A transaction on local tables alone: no journal, no derived rows, no audit line. */
function locally(context: ProcedureContext, work: (write: WriteHandle, worker: string) => void): void {
  const { engine, session } = context;
  if (!session) throw new AppError('not-signed-in', 'OneTeam is locked. Sign in, then try again.');
  const { store } = requireOpen(engine);
  store.transaction(() => work(store, session.workerId));
}
