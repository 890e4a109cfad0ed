import { type Cause, type Entry, entryOf, type Source } from '../../model/origin.ts';
import type { Finding } from '../../model/problem.ts';
import { get, isList, isMap, isString, type Json, type JsonMap } from '../../model/tree.ts';
import { positionOf } from '../../report/position.ts';
import { MalformedMetadata, type Suppression, type Suppressions } from './suppression.ts';

/** The lines that a list of rules is for. */
interface Extent {
  readonly source: Source | undefined;
  readonly firstLine: number;
  readonly lastLine: number;
}

const everything: Extent = { source: undefined, firstLine: 1, lastLine: Number.MAX_SAFE_INTEGER };

/** `Metadata: {synth: {ignore: [rule, {rule, reason}]}}` of a resource or of the template. */
export const inMetadata = (root: JsonMap): Suppressions => {
  const list: Suppression[] = [];
  const malformed: Finding[] = [];
  const add = (owner: Json, extentOf: () => Extent): void => {
    const settings = get(get(owner, 'Metadata'), 'synth');
    const ignore = get(settings, 'ignore');
    if (ignore === undefined) return;
    const extent = extentOf();
    const at = entryOf(settings, 'ignore')?.value;
    if (!isList(ignore)) {
      malformed.push({ ...MalformedMetadata("'ignore' must be a list of rules."), span: at });
      return;
    }
    ignore.forEach((item, index) => {
      const place = entryOf(ignore, index)?.value ?? at;
      const found = place && suppressionOf(item, place, extent);
      if (found) list.push(found);
      else malformed.push({ ...MalformedMetadata('An item must name a rule.'), span: place });
    });
  };
  add(root, () => everything);
  const resources = get(root, 'Resources');
  for (const id of isMap(resources) ? Object.keys(resources) : []) {
    const entry = entryOf(resources, id);
    if (entry) add((resources as JsonMap)[id]!, () => linesOf(entry));
  }
  return { list, malformed };
};

const linesOf = ({ key, value }: Entry): Extent => ({
  source: key.source,
  firstLine: positionOf(key).line,
  lastLine: positionOf(value).endLine,
});

const suppressionOf = (item: Json, at: Cause, extent: Extent): Suppression | undefined => {
  const rule = isString(item) ? item : get(item, 'rule');
  if (!isString(rule)) return undefined;
  const reason = isString(item) || isString(get(item, 'reason'));
  return { rule, at, ...extent, reason, used: false };
};
