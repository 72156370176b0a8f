import { AssessmentPanel } from './features/assessments/assessment-panel.tsx';
import { InstrumentPanel } from './features/assessments/instrument-panel.tsx';
import { ScorePanel } from './features/assessments/score-panel.tsx';
import { ContactPanel } from './features/contacts/contact-panel.tsx';
import { GroupPanel } from './features/contacts/group-panel.tsx';
import { LogPanel } from './features/contacts/log-panel.tsx';
import { PlanPanel } from './features/diary/plan-panel.tsx';
import type { Plugs } from './features/frame/plug-types.ts';
import { findPeople } from './features/people/find-people.ts';
import { findTaskActions } from './features/tasks/find-task-actions.ts';
import { TaskPanel } from './features/tasks/task-panel.tsx';

/** What features give to the frame: panels that open over any page, and sources of the command palette. */
export const plugs: Plugs = {
  panels: {
    contact: ContactPanel,
    groupContact: GroupPanel,
    logContact: LogPanel,
    planContact: PlanPanel,
    assessment: AssessmentPanel,
    instrument: InstrumentPanel,
    score: ScorePanel,
    task: TaskPanel,
  },
  commandSources: [findPeople, findTaskActions],
};
