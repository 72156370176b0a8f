/** Need in a life domain as the shared assessment puts it, 0 to 4; OneTeam's own words. */
export const needLevels = [
  { level: 0, label: 'No need' },
  { level: 1, label: 'Some need, managing' },
  { level: 2, label: 'Some need, help wanted' },
  { level: 3, label: 'High need' },
  { level: 4, label: 'Very high need, act now' },
] as const;

/** From this level on a need wants a goal or an action. */
export const highNeed = 3;

/** `3` → `3, high need`. */
export function needLevelWords(level: unknown): string {
  const found = needLevels.find((each) => each.level === level);
  return found ? `${found.level}, ${found.label.charAt(0).toLowerCase()}${found.label.slice(1)}` : String(level);
}
