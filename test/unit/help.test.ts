import { describe, expect, it } from 'vitest';
import { groups } from '../../renderer/features/help/article.ts';
import { articles, findArticles } from '../../renderer/features/help/articles.ts';
import { firstDay } from '../../renderer/features/help/first-day-tasks.ts';

const textOf = ({ title, about, steps = [], good = [] }: (typeof articles)[number]): string =>
  [title, about, ...steps, ...good].join(' ');

describe('help', () => {
  it('has articles with addresses of their own, in groups that are shown', () => {
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
    for (const { id, group } of articles) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/u);
      expect(groups).toContain(group);
    }
    for (const group of groups) expect(articles.some((article) => article.group === group)).toBe(true);
  });

  it.each(articles.map((article) => [article.title, article] as const))('“%s” is told in plain words', (_, article) => {
    expect(textOf(article)).not.toMatch(/\b(patient|client|user|endpoint|zod|SQL|idempotent)\b/iu);
    expect((article.steps?.length ?? 0) + (article.good?.length ?? 0) + (article.keys?.length ?? 0)).toBeGreaterThan(0);
  });

  it.each([
    ['hand over', 'hand-over-a-caseload'],
    ['transfer', 'hand-over-a-caseload'],
    ['LOG CONT', 'log-a-contact'],
    ['password', 'forgotten-passphrase'],
    ['csv', 'import-a-list'],
    ['shortcuts', 'keys'],
    ['rescue', 'restore-a-backup'],
    ['idle', 'what-happens-when-i-lock'],
    ['emergency', 'break-glass'],
    ['large print', 'print-the-plan-for-the-person'],
    ['out of hours', 'hand-over-for-the-night'],
  ])('finds for “%s” first %s', (query, id) => {
    expect(findArticles(query)[0]?.id).toBe(id);
  });

  it('finds nothing for words that no article holds, and everything for none', () => {
    expect(findArticles('zebra')).toEqual([]);
    expect(findArticles('contact zebra')).toEqual([]);
    expect(findArticles('  ')).toEqual(articles);
  });

  it('leads from each task of the first day to an article', () => {
    for (const { article } of firstDay) expect(articles.map(({ id }) => id)).toContain(article);
    expect(new Set(firstDay.map(({ id }) => id)).size).toBe(firstDay.length);
  });
});
