import type { ResourceChange } from '../../../src/diff/compare/changes.ts';
import type { Specs } from '../../../src/model/spec.ts';
import { atoms, constant, resolved, unordered } from './resolve.ts';

// biome-ignore lint/suspicious/noExplicitAny: templates are any data here
type Any = any;

/** What happens to a resource, in the words that both comparisons can say. */
export type Opinion = 'nothing' | 'changed' | 'perhaps replaced' | 'replaced' | 'added' | 'removed';

/** One resource of two templates, and what each comparison says of it. */
export interface Case {
  readonly id: string;
  readonly ours: Opinion;
  readonly theirs: Opinion;
  readonly change: ResourceChange | undefined;
  readonly before: Any;
  readonly after: Any;
  readonly templates: readonly [Any, Any];
  readonly specs: Specs;
}

const properties = ({ before, after }: Case): [name: string, old: Any, now: Any][] => {
  const [old, now] = [before?.Properties ?? {}, after?.Properties ?? {}];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((name): [string, Any, Any] => [name, old[name], now[name]])
    .filter(([, left, right]) => JSON.stringify(left) !== JSON.stringify(right));
};

/** Whether something differs, and all that does in this way. */
const allDiffer = (each: Case, how: (old: Any, now: Any) => boolean): boolean => {
  const differing = properties(each);
  return differing.length > 0 && differing.every(([, old, now]) => how(old, now));
};

const rest = ({ Properties: _, DependsOn, ...others }: Any): string => unordered({ ...others, DependsOn });

const text = (value: Any): string => JSON.stringify(value) ?? '';

const isUnknown = (value: Any): boolean => /"(?:Ref|Fn::\w+)":|\{\{resolve:/.test(text(value));

const isQuiet = ({ ours }: Case): boolean => ours === 'nothing' || ours === 'changed';

/**
 * Why the two may be of different opinions: each rule looks at the templates itself, and holds only where they show what
 * it says.
 */
export const rules: Readonly<Record<string, (each: Case) => boolean>> = {
  // `Fn::Sub` and the `Fn::Join` that says the same are one text here, two values there.
  'same text': (each) =>
    isQuiet(each) &&
    allDiffer(each, (old, now) => text(resolved(old)) === text(resolved(now))) &&
    rest(each.before) === rest(each.after),
  // The order of sets counts there.
  'order of sets': (each) =>
    isQuiet(each) && allDiffer(each, (old, now) => unordered(resolved(old)) === unordered(resolved(now))),
  // Statements that together allow the same are the same here.
  'same permissions': (each) =>
    each.ours === 'nothing' && allDiffer(each, (old, now) => text(atoms(old)) === text(atoms(now))),
  // A parameter may hold just the value that stood there: there a replacement is certain, here it is one perhaps.
  'unknown values': (each) =>
    each.theirs === 'replaced' &&
    each.ours === 'perhaps replaced' &&
    properties(each).some(([, old, now]) => isUnknown(old) || isUnknown(now)),
  // A condition or mapping that changes is a change of all that use it here, of itself alone there.
  'conditions and mappings': (each) => {
    const [old, now] = each.templates;
    const names = ['Conditions', 'Mappings'].flatMap((section) =>
      Object.keys(now[section] ?? {}).filter((name) => text(old[section]?.[name]) !== text(now[section][name])),
    );
    // Conditions are built on each other.
    const using = names.flatMap((name) => [
      name,
      ...Object.keys(now.Conditions ?? {}).filter((other) => text(now.Conditions[other]).includes(`"${name}"`)),
    ]);
    return each.theirs === 'nothing' && using.some((name) => text(each.after).includes(`"${name}"`));
  },
  // A resource whose condition cannot hold is not there; there it is.
  'conditions that never hold': ({ before, after, templates: [old, now] }) =>
    [
      [before, old],
      [after, now],
    ].some(([body, template]) => body?.Condition !== undefined && constant(body.Condition, template) === false),
  // What refers to a replaced resource gets another value: all references count here; there only those that stand in no
  // other function, and only where they replace in turn.
  'references to what is replaced': ({ change, after, ours, theirs }) =>
    (theirs === 'nothing' || theirs === 'changed') &&
    ours !== 'nothing' &&
    (change?.because.length ?? 0) > 0 &&
    change!.because.every(({ on }) => new RegExp(`"${on}"|\\$\\{${on}[.}]|"${on}\\.`).test(text(after))),
  // CloudFormation refuses another type under the same id; there it is taken for a replacement, with all that follows.
  'another type': ({ ours, theirs, after, templates: [old, now] }) =>
    theirs === 'replaced' &&
    (ours === 'nothing' || ours === 'changed') &&
    Object.keys(now.Resources)
      .filter((id) => old.Resources[id] && old.Resources[id].Type !== now.Resources[id].Type)
      .some((id) => after === now.Resources[id] || text(after).includes(`"${id}"`)),
  // There properties that its data do not know have no effect; here they count as changes.
  'unknown properties': (each) =>
    each.theirs === 'nothing' &&
    each.ours === 'changed' &&
    properties(each).some(([name]) => !Object.hasOwn(each.specs.resource(each.after.Type)?.properties ?? {}, name)),
};

/** Which rules explain that the two are of different opinions. */
export const explanations = (each: Case): string[] =>
  Object.keys(rules).filter((name) => {
    try {
      return rules[name]!(each);
    } catch {
      return false;
    }
  });
