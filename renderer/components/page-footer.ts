import { useEffect } from 'react';

/**
 * Puts words at the foot of every printed page, beside the page's number, while a document is on screen. They stand in
 * the margin boxes of CSS paged media, so that the browser's print dialog and a PDF have the same.
 */
export function usePageFooter(words: string, points = 9): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(footerRule(words, points));
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [words, points]);
}

/** The page rule. A4, as paper is in British offices; margins leave room for the footer and for holes. */
export function footerRule(words: string, points: number): string {
  const look = `font: ${points}pt arial, sans-serif; color: #212b32; vertical-align: top; padding-top: 3mm;`;
  const foot = Math.round(2 + points * 1.4);
  return `@page {
    size: A4; margin: 12mm 15mm ${foot}mm 18mm;
    @bottom-left { content: ${cssString(words)}; ${look} text-align: left; width: 82%; }
    @bottom-right { content: "Page " counter(page) " of " counter(pages); ${look} text-align: right; white-space: nowrap; }
  }`;
}

/** A CSS string that holds these words and nothing else: whatever is neither a letter, a digit nor a blank is escaped. */
function cssString(words: string): string {
  return `"${words.replace(/[^a-zA-Z0-9 ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}
