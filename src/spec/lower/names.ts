import { entryOf } from '../../model/origin.ts';
import { hasOtherMacros } from '../../model/template-sections.ts';
import { get, getIn, isMap, isString, type Json, type JsonMap } from '../../model/tree.ts';
import { scalarText } from '../codecs/wrong.ts';
import { type Named, Names, type NamesOptions } from '../language/names.ts';
import { sections } from '../sections/index.ts';

/** What a compact file declares. */
export const namesOf = (
  root: JsonMap,
  parameters: JsonMap | undefined,
  inStage: Pick<NamesOptions, 'stage' | 'elsewhere' | 'removed'>,
): Names => {
  const named: Named[] = [];
  for (const id of Object.keys(parameters ?? {})) {
    const type = getIn(parameters, id, 'Type');
    named.push({
      id,
      section: 'parameters',
      type: isString(type) ? type : 'String',
      at: entryOf(parameters!, id)?.key,
    });
  }
  for (const { name, kinds } of sections) {
    const section = get(root, name);
    if (!isMap(section)) continue;
    for (const id of Object.keys(section)) {
      const entry = section[id]!;
      const wanted = get(entry, 'kind');
      const kind = kinds.find((each) => each.kind === wanted) ?? kinds[0]!;
      const facts = kind.facts?.(isMap(entry) ? entry : undefined, getIn(root, 'defaults', name)) ?? {};
      named.push({ id, section: name, kind: kind.kind, type: kind.type, at: entryOf(section, id)?.key, ...facts });
    }
  }
  for (const name of ['resources', 'Resources']) {
    const resources = get(root, name);
    if (!isMap(resources)) continue;
    for (const id of Object.keys(resources)) {
      const type = get(resources[id], 'type') ?? get(resources[id], 'Type');
      named.push({ id, section: 'resources', type: isString(type) ? type : '', at: entryOf(resources, id)?.key });
    }
  }
  for (const id of Object.keys(get(root, 'Parameters') ?? {})) {
    named.push({ id, section: 'parameters', type: scalarText(getIn(root, 'Parameters', id, 'Type')) });
  }
  return new Names(named, { open: hasUnseen(root), conditions: conditionsOf(root), ...inStage });
};

/** The names of all conditions; undefined where loops, includes and macros may add some. */
export const conditionsOf = (root: JsonMap): readonly string[] | undefined => {
  const sections = [get(root, 'conditions'), get(root, 'Conditions')];
  return hasUnseen(root) || sections.some(hasLoop)
    ? undefined
    : sections.flatMap((section) => (isMap(section) ? Object.keys(section) : []));
};

/** Whether names may exist that the file does not show: loops, and includes from elsewhere. */
export const hasUnseen = (root: JsonMap): boolean => {
  if (hasOtherMacros(get(root, 'transform') ?? get(root, 'Transform'))) return true;
  return ['resources', 'Resources'].some((name) => hasLoop(get(root, name)));
};

/** Whether a section has loops, or parts from elsewhere. */
const hasLoop = (section: Json | undefined): boolean =>
  isMap(section) && Object.keys(section).some((id) => id.startsWith('Fn::'));
