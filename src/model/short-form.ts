import { get, isList, isString, type JsonMap } from './tree.ts';

/** `!Ref x`, `!GetAtt x.y` or `!Sub 'x'`, where a map is one of these functions with nothing nested. */
export const shortForm = (value: JsonMap): string | undefined => {
  const [name, ...more] = Object.keys(value);
  if (name === undefined || more.length > 0) return undefined;
  const operand = get(value, name);
  if (name === 'Fn::GetAtt' && isList(operand) && operand.every(isString)) return `!GetAtt ${operand.join('.')}`;
  if (!isString(operand)) return undefined;
  if (name === 'Ref') return `!Ref ${operand}`;
  return name === 'Fn::Sub' ? `!Sub '${operand.replace(/'/g, "''")}'` : undefined;
};
