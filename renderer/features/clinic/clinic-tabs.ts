/** Parts of the clinic page; the address says which is open. */
export const clinicTabs = ['today', 'not-improving', 'stopped', 'supervision'] as const;
export type ClinicTab = (typeof clinicTabs)[number];
export const isClinicTab = (id: string): id is ClinicTab => (clinicTabs as readonly string[]).includes(id);
