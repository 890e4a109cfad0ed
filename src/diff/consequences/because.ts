import type { ResourceChange } from '../compare/changes.ts';
import { enumerated } from '../words/nouns.ts';

/** Why a resource is replaced: ` because 'KeySchema' changes`, ` because 'Orders' is replaced`. */
export const becauseOf = ({ replacing, because }: ResourceChange): string => {
  const names = [...new Set(replacing.map(({ path }) => `'${path[0]}'`))];
  if (names.length > 0) return ` because ${enumerated(names)} change${names.length === 1 ? 's' : ''}`;
  const sources = [...new Set(because.filter(({ replaces }) => replaces).map(({ on }) => `'${on}'`))];
  return sources.length > 0 ? ` because ${enumerated(sources)} ${sources.length === 1 ? 'is' : 'are'}` : '';
};
