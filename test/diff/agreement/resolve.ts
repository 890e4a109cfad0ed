// biome-ignore lint/suspicious/noExplicitAny: templates are any data here
type Any = any;

/**
 * What a value comes to when every name stands for a text of its own: a second, simpler reading of intrinsic functions,
 * by which the comparison's claim that two values say the same is checked.
 */
export const resolved = (value: Any): Any => {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0) return resolvedMap(value);
  const operand = value[name];
  if (name === 'Ref') return `<${operand}>`;
  if (name === 'Fn::GetAtt') return `<${Array.isArray(operand) ? operand.join('.') : operand}>`;
  if (name === 'Fn::Sub' && typeof operand === 'string') return operand.replace(/\$\{([^!}]+)\}/g, '<$1>');
  if (name === 'Fn::Join' && Array.isArray(operand?.[1])) return operand[1].map(resolved).join(operand[0]);
  return resolvedMap(value);
};

const resolvedMap = (map: Any): Any =>
  Object.fromEntries(
    Object.keys(map)
      .sort()
      .map((key) => [key, resolved(map[key])]),
  );

/** A text that is the same for values in which only the order of lists, and one item or a list of it, is another. */
export const unordered = (value: Any): string => {
  if (Array.isArray(value)) return value.length === 1 ? unordered(value[0]) : `[${value.map(unordered).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${key}:${unordered(value[key])}`)
    .join()}}`;
};

/** The smallest statements of all policies in a value, as a sorted list of texts: one action on one resource. */
export const atoms = (value: Any): string[] => {
  const found: string[] = [];
  const walk = (each: Any) => {
    if (typeof each !== 'object' || each === null) return;
    const { Effect, Action, Resource, Sid: _, ...rest } = each;
    if (Effect === undefined || Action === undefined) Object.values(each).forEach(walk);
    else
      for (const action of [Action].flat())
        for (const resource of [Resource].flat()) found.push(unordered({ Effect, action, resource, rest }));
  };
  walk(resolved(value));
  return [...new Set(found)].sort();
};

/** Whether a named condition of a template holds where that needs no values; undefined where it does. */
export const constant = (name: string, template: Any): boolean | undefined => {
  const of = (condition: Any): boolean | undefined => {
    const [kind] = Object.keys(condition ?? {});
    const operand = condition?.[kind!];
    if (kind === 'Condition') return of(template.Conditions?.[operand]);
    if (kind === 'Fn::Not') return of(operand[0]) === undefined ? undefined : !of(operand[0]);
    if (kind === 'Fn::Equals') {
      return operand.some((each: Any) => typeof each === 'object')
        ? undefined
        : String(operand[0]) === String(operand[1]);
    }
    const values: (boolean | undefined)[] = (operand ?? []).map(of);
    if (kind === 'Fn::Or') return values.includes(true) ? true : values.includes(undefined) ? undefined : false;
    if (kind === 'Fn::And') return values.includes(false) ? false : values.includes(undefined) ? undefined : true;
    return undefined;
  };
  return of({ Condition: name });
};
