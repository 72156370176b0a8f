export const demoWorkers = [
  { id: 'demo-coordinator', label: 'Amina Yusuf', role: 'Care coordinator' },
  { id: 'demo-behaviourist', label: 'Tom Brennan', role: 'Behaviourist' },
  { id: 'demo-lead', label: 'Carol Hughes', role: 'Team lead' },
];
