import { UsageError } from '../usage.ts';

/** How `synth lint` reports. */
export type LintFormat = 'text' | 'json' | 'sarif' | 'github' | 'gitlab' | 'junit';

/** Refuses a format that what was asked for does not come in. */
export const refuseFormat = (flag: string, format: LintFormat, allowed: readonly LintFormat[]): void => {
  if (allowed.includes(format)) return;
  const others = allowed.map((each) => `'--format ${each}'`).join(' or ');
  throw new UsageError(`'${flag}' has no format '${format}'.`, `Use ${others}, or leave '--format' out.`);
};
