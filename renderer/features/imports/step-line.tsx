import { classNames } from '../../components/class-names.ts';

const steps = ['File', 'Columns', 'Preview', 'Result'] as const;
export type ImportStep = (typeof steps)[number];

/** Where one stands on the way from a file to its import. */
export function StepLine({ at }: { readonly at: ImportStep }) {
  const current = steps.indexOf(at);
  return (
    <ol className="ot-import-steps" aria-label="Steps of the import">
      {steps.map((step, index) => (
        <li
          key={step}
          className={classNames('ot-import-steps__step', index < current && 'ot-import-steps__step--done')}
          aria-current={index === current ? 'step' : undefined}
        >
          {step}
          {index < current && <span className="nhsuk-u-visually-hidden"> (done)</span>}
        </li>
      ))}
    </ol>
  );
}
