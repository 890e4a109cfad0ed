import { hasResource, type Verdict } from '../../assertions/has-resource.ts';
import { refuseMistakes } from '../../model/options.ts';
import type { Writes } from '../snapshots/keep.ts';
import { matchSnapshot, type SnapshotMatchOptions } from './snapshot.ts';
import { synthesize, type TemplateOptions } from './templates.ts';

/** What vitest and Jest keep in a matcher's `this`: with `-u` all snapshots are written, with `--ci` none. */
type RunContext = { readonly snapshotState?: { readonly _updateSnapshot?: unknown } } | undefined;

const writesIn = (context: RunContext): Writes => {
  switch (context?.snapshotState?._updateSnapshot) {
    case 'all':
      return 'all';
    case 'none':
      return 'nothing';
    default:
      return 'new';
  }
};

/** For `expect.extend(matchers)`, in vitest and Jest. */
export const matchers = {
  /** That a template, given by its path, still becomes what its snapshot says. */
  // To their types, the state of a snapshot is private: what they pass as `this` is not a `RunContext` for them.
  toMatchTemplateSnapshot(this: unknown, template: string, options: SnapshotMatchOptions = {}): Verdict {
    return matchSnapshot(template, options, writesIn(this as RunContext));
  },

  /** That a template, given by its path or expanded, has a resource of a type with at least these properties. */
  toHaveResource(template: string | object, type: string, properties?: object, options?: TemplateOptions): Verdict {
    refuseMistakes(properties === undefined ? { type } : { type, properties }, {});
    return hasResource(synthesize(template, options), type, properties);
  },
};

/** What the matchers add to `expect`. */
export interface TemplateMatchers<R = void> {
  /** Expects that a template, given by its path, still becomes what its snapshot says. */
  toMatchTemplateSnapshot(options?: SnapshotMatchOptions): R;
  /** Expects that a template, given by its path or expanded, has a resource of a type with at least these properties. */
  toHaveResource(type: string, properties?: object, options?: TemplateOptions): R;
}

declare global {
  /** What vitest and `@types/jest` take matchers from; `@jest/globals` takes them from `testing-jest.ts`. */
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: the parameters of an interface are the same in all its declarations
    interface Matchers<R, T = {}> extends TemplateMatchers<R> {}
  }
}
