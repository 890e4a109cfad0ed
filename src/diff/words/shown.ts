import { get, intrinsicName, isList, isMap, isString, type Json, type JsonMap } from '../../model/tree.ts';

/** Longer texts are cut in reports. */
const longest = 120;

/**
 * A value as a report shows it: references as `${Name.Attribute}`, everything else as JSON, cut where it is long.
 * @param shorten what makes its text shorter before that
 */
export const shown = (value: Json | undefined, shorten = withoutHashes): string => {
  const text = value === undefined ? 'nothing' : shorten(symbolic(value));
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
};

const withoutHashes = (text: string): string => text.replace(/\b[0-9a-f]{64}\b/g, (hash) => `${hash.slice(0, 12)}…`);

/** A value in its plainest form as one text: what is known only at the deployment stands as `${…}` in it. */
export const symbolic = (value: Json): string => {
  if (isString(value)) return value;
  if (!isMap(value)) return isList(value) ? `[${value.map(symbolic).join(', ')}]` : String(value);
  const name = intrinsicName(value);
  if (name === undefined) return written(value);
  return functionText(name, value[name]!) ?? written(value);
};

const functionText = (name: string, operand: Json): string | undefined => {
  switch (name) {
    case 'Ref':
      return isString(operand) ? `\${${operand}}` : undefined;
    case 'Fn::GetAtt':
      return isList(operand) && operand.every(isString) ? `\${${operand.join('.')}}` : undefined;
    case 'Fn::Join':
      return isList(operand) && operand[0] === '' && isList(operand[1]) ? operand[1].map(symbolic).join('') : undefined;
    case 'Fn::ToJsonString':
      return symbolic(operand);
    case 'Fn::If':
      return isList(operand) && operand.length === 3
        ? `${symbolic(operand[1]!)} or ${symbolic(operand[2]!)}`
        : undefined;
    case 'Fn::ImportValue':
      return `the import ${symbolic(operand)}`;
    default:
      return undefined;
  }
};

const written = (map: JsonMap): string =>
  `{${Object.keys(map)
    .map((key) => `${key}: ${symbolic(get(map, key)!)}`)
    .join(', ')}}`;
