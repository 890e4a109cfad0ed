import { sep } from 'node:path';

/** A path with slashes between its folders. Where the system's own sign is the slash, a backslash is part of a name. */
export const slashed = (path: string): string => path.split(sep).join('/');
