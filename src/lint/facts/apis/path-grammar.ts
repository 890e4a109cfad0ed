import type { ApiKind } from './kind.ts';

/** What is wrong with a path: the id of a message, and what the message speaks of. */
export interface PathFault {
  readonly messageId: keyof typeof pathMessages;
  readonly data: Readonly<Record<string, string>>;
}

export const pathMessages = {
  empty: "The path is empty; write '/' for the root of the API.",
  slash: "The path '{path}' must begin with '/'.",
  double: "The path '{path}' has an empty part between two slashes.",
  braces: "The braces in '{part}' of '{path}' do not pair.",
  nameless: "A variable of '{path}' has no name: write '{id}', say.",
  part: "'{part}' of '{path}' is a variable and more; in a REST API a variable is a whole part between slashes.",
  greedy: "'{part}' takes all the rest of a path, so nothing can follow it in '{path}'.",
  character:
    "'{part}' of '{path}' has {character}; parts of a REST API's paths have letters, digits and . _ - : , only.",
  repeated: "'{path}' has the variable '{name}' twice; a request can give only one value of that name.",
} as const;

/** The name of a variable that is a whole part; `…` stands for what is known only at deploy time. */
const variable = /^\{([^{}]+)\}$/;
/** `$` is not documented, but taken. */
const unusual = /[^A-Za-z0-9._:,$\u2026-]/u;

/** The name in a part that is one variable, with the `+` of one that takes all the rest. */
export const variableOf = (part: string): string | undefined => variable.exec(part)?.[1];

/** What API Gateway would not take of a path. */
export const pathFaults = (path: string, kind: ApiKind): PathFault[] => {
  if (path === '') return [{ messageId: 'empty', data: {} }];
  if (!path.startsWith('/')) return path.startsWith('…') ? [] : [{ messageId: 'slash', data: { path } }];
  const parts = path.slice(1).split('/');
  // A slash at the end is taken, and dropped.
  if (parts.at(-1) === '') parts.pop();
  const faults: PathFault[] = [];
  const add = (messageId: PathFault['messageId'], data: PathFault['data'] = {}): void => {
    faults.push({ messageId, data: { path, ...data } });
  };
  const names = new Set<string>();
  for (const [at, part] of parts.entries()) {
    const fault = part === '' ? ({ messageId: 'double', data: {} } as const) : partFault(part, kind);
    if (fault) add(fault.messageId, { part, ...fault.data });
    const written = variableOf(part);
    if (written === undefined) continue;
    if (written.endsWith('+') && at < parts.length - 1) add('greedy', { part });
    const name = written.replace(/\+$/, '');
    if (names.has(name) && name !== '…') add('repeated', { name });
    names.add(name);
  }
  return faults;
};

/** What is wrong with one part of a path, which is not empty. */
export const partFault = (part: string, kind: ApiKind): PathFault | undefined => {
  if (/[{}]/.test(part.replace(/\{[^{}]*\}/g, ''))) return { messageId: 'braces', data: {} };
  if (/\{\+?\}/.test(part)) return { messageId: 'nameless', data: { id: '{id}' } };
  if (kind !== 'REST') return undefined;
  const name = variableOf(part);
  if (name === undefined && part.includes('{')) return { messageId: 'part', data: {} };
  const [found] = unusual.exec((name ?? part).replace(name === undefined ? '' : /\+$/, '')) ?? [];
  return found === undefined ? undefined : { messageId: 'character', data: { character: shown(found) } };
};

const shown = (character: string): string => (/\s/.test(character) ? 'a blank' : `'${character}'`);
