import type { Acceptance } from '../../diff/accept.ts';
import { consequenceRules } from '../../diff/consequences/index.ts';
import { fileReader } from '../../files/reader.ts';
import { nearest } from '../../model/nearest.ts';
import { get, isList, isString, type Json } from '../../model/tree.ts';
import { parse } from '../../parse/index.ts';
import { UsageError } from '../usage.ts';

/** What a configuration accepts (`diff: {accept: [{consequence, resource, reason}]}`). */
export const acceptancesIn = (file: string | undefined): Acceptance[] => {
  if (file === undefined) return [];
  const text = fileReader('.').text(file);
  if (text === undefined) throw new UsageError(`The configuration '${file}' cannot be read.`);
  const { root } = parse(text, file);
  const list = get(get(root, 'diff'), 'accept');
  if (list === undefined) return [];
  if (!isList(list)) throw new UsageError(`'diff.accept' in '${file}' must be a list.`, shape);
  return list.map((each, at) => acceptance(each, `'diff.accept.${at}' in '${file}'`));
};

const shape = 'Write each item as {consequence: data-lost, resource: Orders, reason: why that is all right}.';

const acceptance = (item: Json, where: string): Acceptance => {
  const [consequence, resource, reason] = ['consequence', 'resource', 'reason'].map((key) => get(item, key));
  if (!isString(consequence) || !isString(reason) || (resource !== undefined && !isString(resource))) {
    throw new UsageError(
      `${where} needs 'consequence' and 'reason', and may have 'resource', all of them texts.`,
      shape,
    );
  }
  const ids = consequenceRules.map(({ id }) => id);
  if (consequence !== '*' && !ids.includes(consequence)) {
    const near = nearest(consequence, ids);
    throw new UsageError(`${where}: there is no consequence '${consequence}'.`, near && `Did you mean '${near}'?`);
  }
  return { consequence, resource, reason };
};
