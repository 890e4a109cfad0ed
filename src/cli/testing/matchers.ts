import { hasResource, type Verdict } from '../../assertions/has-resource.ts';
import type { Writes } from '../snapshots/keep.ts';
import { matchSnapshot, type SnapshotMatchOptions } from './snapshot.ts';
import { synthesize, type TemplateOptions } from './templates.ts';

/** What vitest and jest tell a matcher of the run: with `-u` all snapshots are written, with `--ci` none. */
interface RunContext {
  readonly snapshotState?: { readonly _updateSnapshot?: unknown } | undefined;
}

const writesIn = ({ snapshotState }: RunContext): Writes => {
  switch (snapshotState?._updateSnapshot) {
    case 'all':
      return 'all';
    case 'none':
      return 'nothing';
    default:
      return 'new';
  }
};

/** For `expect.extend(matchers)`, in vitest and jest. */
export const matchers = {
  /** That a template, given by its path, still becomes what its snapshot says. */
  toMatchTemplateSnapshot(this: RunContext | undefined, template: string, options: SnapshotMatchOptions = {}): Verdict {
    return matchSnapshot(template, options, writesIn(this ?? {}));
  },

  /** That a template, given by its path or expanded, has a resource of a type with at least these properties. */
  toHaveResource(template: string | object, type: string, properties?: object, options?: TemplateOptions): Verdict {
    return hasResource(synthesize(template, options), type, properties);
  },
};

/** What the matchers add to `expect`, for `declare module 'vitest' { interface Matchers<T> extends TemplateMatchers<T> {} }`. */
export interface TemplateMatchers<R = unknown> {
  toMatchTemplateSnapshot(options?: SnapshotMatchOptions): R;
  toHaveResource(type: string, properties?: object, options?: TemplateOptions): R;
}
