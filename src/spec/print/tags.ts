import { intrinsicName, isList, isMap, isString, type Json, type JsonMap } from '../../model/tree.ts';

/** An intrinsic function under its short tag. */
export interface Tagged {
  readonly tag: string;
  /** What stands behind the tag. */
  readonly value: Json;
}

/** The short form of a function; undefined where it has none: inside another short form, and for loops. */
export const shortForm = (value: Json): Tagged | undefined => {
  const name = intrinsicName(value);
  if (
    name === undefined ||
    !/^(?:Ref|Condition|Fn::[A-Z][A-Za-z0-9]*)$/.test(name) ||
    /^Fn::(?:Transform|Ref|Condition)$/.test(name)
  )
    return undefined;
  const inner = (value as JsonMap)[name]!;
  const tag = `!${name.replace('Fn::', '')}`;
  if (name === 'Fn::GetAtt') return getAtt(inner);
  if (name === 'Ref' || name === 'Condition') return isString(inner) ? { tag, value: inner } : undefined;
  // YAML has no tag on a tagged value, and what no tag may stand for keeps the long form.
  if (intrinsicName(inner) !== undefined || inner === null || typeof inner === 'number' || typeof inner === 'boolean')
    return undefined;
  if ((isList(inner) || isMap(inner)) && Object.keys(inner).length === 0) return { tag, value: inner };
  return { tag, value: inner };
};

const getAtt = (inner: Json): Tagged | undefined => {
  if (!isList(inner) || inner.length !== 2) return undefined;
  const [id, attribute] = inner;
  if (!isString(id) || !isString(attribute) || id === '' || id.includes('.')) return undefined;
  return { tag: '!GetAtt', value: `${id}.${attribute}` };
};
