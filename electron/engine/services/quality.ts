import type { quality as contract, QualityRow } from '../../../shared/contract/quality.ts';
import { addYears } from '../../../shared/domain/british-date.ts';
import { startOfDay } from '../../../shared/domain/london-time.ts';
import { settledIfOpenedBy } from '../../../shared/domain/quality-gaps.ts';
import type { QueryContext, Services } from '../context.ts';
import { parseJson } from '../store/person-columns.ts';
import { nameOf } from '../store/person-name.ts';
import { namesOfPlaces } from '../store/person-page.ts';
import { countGaps, gapLines, type QualityLine, type QualityQuery } from '../store/quality.ts';
import { named } from './caseload-rows.ts';

interface Asked {
  readonly whose: 'mine' | 'team';
  readonly neighbourhoodId?: string | undefined;
}

export const quality: Services<typeof contract> = {
  'quality.summary': (context, asked) => {
    const { read, session } = context;
    const names = namesOfPlaces(read, session.neighbourhoods);
    return {
      ...countGaps(read, queryOf(context, asked)),
      neighbourhoods: session.neighbourhoods.map((id) => ({ id, name: names.get(id) ?? id })),
    };
  },
  'quality.rows': (context, { gap, offset, limit, ...asked }) => {
    const query = queryOf(context, asked);
    const lines = gapLines(context.read, query, gap, offset, limit);
    // A window beyond the end has no line to tell the total.
    const [first] = lines.length > 0 || offset === 0 ? lines : gapLines(context.read, query, gap, 0, 1);
    return { total: first?.total ?? 0, rows: lines.map(rowOf) };
  },
};

function queryOf({ session, today }: QueryContext, { whose, neighbourhoodId }: Asked): QualityQuery {
  return {
    worker: whose === 'mine' ? session.workerId : null,
    neighbourhoods: session.neighbourhoods,
    practices: session.practices,
    neighbourhoodId,
    todayAt: startOfDay(today),
    settledBy: settledIfOpenedBy(today),
    assessedSince: addYears(today, -1),
  };
}

const rowOf = (line: QualityLine): QualityRow => ({
  person: {
    id: line.id,
    name: nameOf(line.name),
    birth: parseJson<NonNullable<QualityRow['person']['birth']>>(line.birth),
    nhsNumber: line.nhs_number,
  },
  neighbourhood: { id: line.neighbourhood_id, name: line.neighbourhood ?? '' },
  coordinator: named(line.coordinator_id, line.coordinator),
  openedOn: line.opened_on,
});
