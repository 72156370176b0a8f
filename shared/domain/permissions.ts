/**
 * Who may do what. Deny by default: a role that a permission does not name does not have it. The dispatcher enforces
 * this table; the renderer reads the same one only to leave out buttons that would be refused.
 */
export const roles = ['coordinator', 'behaviourist', 'lead', 'reviewer', 'admin'] as const;
export type Role = (typeof roles)[number];

export const roleWords: Readonly<Record<Role, string>> = {
  coordinator: 'Care coordinator',
  behaviourist: 'Behaviourist',
  lead: 'Team lead',
  reviewer: 'Information-governance reviewer',
  admin: 'Administrator',
};

const careWorkers = ['coordinator', 'behaviourist', 'lead'] as const;

const table = {
  'people.read': careWorkers,
  'people.write': careWorkers,
  'people.merge': ['lead'],
  'people.break-glass': careWorkers,
  /** Safeguarding, MARAC, domestic abuse and the like: only roles that act upon them. */
  'restricted.read': ['coordinator', 'lead'],
  'cases.read': careWorkers,
  'cases.write': careWorkers,
  'cases.impose': ['lead'],
  'contacts.read': careWorkers,
  'contacts.write': careWorkers,
  'plans.read': careWorkers,
  'plans.write': careWorkers,
  'assessments.read': careWorkers,
  'assessments.write': careWorkers,
  /** Case review of behaviourists: those who bring cases and those who lead. */
  'supervision.read': ['behaviourist', 'lead'],
  'supervision.review': ['lead'],
  'tasks.read': careWorkers,
  'tasks.write': careWorkers,
  'tasks.reassign': ['lead'],
  'pathways.read': careWorkers,
  'pathways.write': careWorkers,
  'checks.read': careWorkers,
  'checks.write': careWorkers,
  'stays.read': careWorkers,
  'stays.write': careWorkers,
  'feedback.read': careWorkers,
  'feedback.write': careWorkers,
  'directory.read': careWorkers,
  /** Confirms what others reported about a service, and loads a directory's file. */
  'directory.keep': ['lead', 'admin'],
  'referrals.read': careWorkers,
  'referrals.write': careWorkers,
  'meetings.read': careWorkers,
  'meetings.write': careWorkers,
  /** Safeguarding and MARAC records: whoever may see what is restricted. */
  'safeguarding.read': ['coordinator', 'lead'],
  'safeguarding.write': ['coordinator', 'lead'],
  'imports.run': ['lead', 'admin'],
  'lists.export': careWorkers,
  'review.read': ['coordinator', 'lead'],
  'review.decide': ['lead'],
  'oversight.read': ['lead', 'reviewer'],
  'team.write': ['lead', 'admin'],
  'settings.write': ['lead', 'admin'],
  'audit.read': ['reviewer'],
  'store.verify': ['lead', 'reviewer', 'admin'],
  'backups.run': ['lead', 'admin'],
  'backups.restore': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof table;

/** Every permission with the roles that hold it. */
export const permissions: Readonly<Record<Permission, readonly Role[]>> = table;

/** True when one of the worker's roles holds the permission. */
export function can(held: readonly Role[], permission: Permission): boolean {
  return held.some((role) => permissions[permission].includes(role));
}
