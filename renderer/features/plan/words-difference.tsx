import type { TextPart } from '../../../shared/domain/word-difference.ts';

/** Text with what was removed struck out and what was added underlined; screen readers are told in words. */
export function WordsDifference({ parts }: { readonly parts: readonly TextPart[] }) {
  return (
    <span className="ot-words">
      {parts.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          <Mark key={key}>
            <span className="nhsuk-u-visually-hidden">{kind === 'added' ? ' added: ' : ' removed: '}</span>
            {text}
          </Mark>
        );
      })}
    </span>
  );
}
