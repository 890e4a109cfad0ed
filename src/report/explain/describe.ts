import { inTable } from '../../model/in-table.ts';
import type { Step } from '../../model/tree.ts';

/** How a place of the source is called, from its path: `'Policies' of 'Orders'`, `the event 'Api' of 'Orders'`. */
export const describePath = (path: readonly Step[]): string => {
  const [section, id, ...rest] = withoutFunction(path);
  if (section === undefined) return 'the template';
  if (id === undefined) return `'${section}'`;
  if (/^[a-z]/.test(String(section))) return inCompact(String(section), id, rest);
  if (section !== 'Resources') return inSection(String(section), id, rest);
  if (String(id).startsWith('Fn::ForEach')) return `the loop '${String(id).slice('Fn::ForEach::'.length)}'`;
  const [first, ...inner] = rest;
  if (first === undefined) return `'${id}'`;
  if (first !== 'Properties' || inner.length === 0) return `${trail(rest)} of '${id}'`;
  if (inner[0] !== 'Events' || inner.length < 2) return `${trail(inner)} of '${id}'`;
  const event = `the event '${inner[1]}' of '${id}'`;
  const below = inner.slice(inner[2] === 'Properties' ? 3 : 2);
  return below.length === 0 ? event : `${trail(below)} of ${event}`;
};

/** A value that is made by a function is called by its own name. */
const withoutFunction = (path: readonly Step[]): readonly Step[] => {
  const last = path.findLastIndex((step) => step !== 'Ref' && !String(step).startsWith('Fn::'));
  return path.length > 2 ? path.slice(0, Math.max(2, last + 1)) : path;
};

const kinds: Readonly<Record<string, string>> = {
  Parameters: 'the parameter',
  Mappings: 'the mapping',
  Conditions: 'the condition',
  Outputs: 'the output',
};

/** The same in a compact spec: `'access' of 'Orders'`, `'memory' in the defaults of 'functions'`. */
const inCompact = (section: string, id: Step, rest: readonly Step[]): string => {
  if (section === 'stages')
    return rest.length === 0 ? `the stage '${id}'` : `${describePath(rest)} in the stage '${id}'`;
  if (section === 'defaults')
    return rest.length === 0 ? `the defaults of '${id}'` : `${trail(rest)} in the defaults of '${id}'`;
  const kind = inTable(kinds, `${section[0]!.toUpperCase()}${section.slice(1)}`);
  const entry = kind === undefined ? `'${id}'` : `${kind} '${id}'`;
  if (rest.length === 0) return entry;
  if (rest[0] !== 'events' || typeof rest[1] !== 'string') return `${trail(rest)} of ${entry}`;
  const event = `the event '${rest[1]}' of ${entry}`;
  return rest.length === 2 ? event : `${trail(rest.slice(2))} of ${event}`;
};

const inSection = (section: string, id: Step, rest: readonly Step[]): string => {
  if (section === 'Globals') return rest.length === 0 ? `'Globals' for ${id}` : `${trail(rest)} in 'Globals' for ${id}`;
  const kind = Object.hasOwn(kinds, section) ? kinds[section] : undefined;
  if (kind === undefined) return `${trail([id, ...rest])} in '${section}'`;
  return rest.length === 0 ? `${kind} '${id}'` : `${trail(rest)} of ${kind} '${id}'`;
};

/** Steps as one name: `'Environment.Variables.TABLE'`, `'Policies[0]'`. */
const trail = (steps: readonly Step[]): string =>
  `'${steps.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('')}'`;
