import { type prints as contract, mostSheets } from '../../../shared/contract/prints.ts';
import type { QueryContext, Services } from '../context.ts';
import { caseloadIds, countCaseload } from '../store/caseload.ts';
import { caseloadLines } from '../store/caseload-lines.ts';
import { caseloadQuery } from './caseload.ts';
import { handoverSheetOf } from './handover-sheet.ts';
import { heldRecordOf } from './held-record.ts';

const made = ({ now, session }: QueryContext) => ({ madeAt: now, madeBy: session.name });

/** Documents for paper. */
export const prints: Services<typeof contract> = {
  'prints.handover': (context, { personId }) => ({ ...made(context), sheet: handoverSheetOf(context, personId) }),
  'prints.plan': (context, { personId }) => ({ ...made(context), ...heldRecordOf(context, personId) }),
  'prints.handoverList': (context, input) => {
    const query = caseloadQuery(context, input);
    const ids = caseloadIds(context.read, query, 0, mostSheets);
    // Two cases of one person, in two neighbourhoods, are still one sheet.
    const people = new Set(caseloadLines(context.read, ids).map(({ person_id }) => person_id));
    return {
      ...made(context),
      sheets: [...people].map((person) => handoverSheetOf(context, person)),
      left: Math.max(0, countCaseload(context.read, query) - ids.length),
    };
  },
};
