import { type CodeOf, codeEntry } from './code-lists.ts';
import { type Role, roles } from './permissions.ts';

/** The application role that a worker with this role may be given; undefined for roles that do not sign in by default. */
export function appRoleOf(role: CodeOf<'worker-role'>): Role | undefined {
  const { app } = codeEntry('worker-role', role);
  return roles.find((candidate) => candidate === app);
}
