import { get, getIn, isMap, isString, type Json, type JsonMap } from '../../model/tree.ts';
import { type Named, Names } from '../language/names.ts';
import { conditionsOf, hasUnseen } from '../lower/names.ts';
import { kindOfType } from '../sections/index.ts';

/** What a SAM template declares, as a compact file with the same entries would. */
export const namesOfTemplate = (root: JsonMap): Names => {
  const named: Named[] = [];
  const parameters = get(root, 'Parameters');
  for (const id of Object.keys(isMap(parameters) ? parameters : {})) {
    const type = getIn(parameters, id, 'Type');
    named.push({ id, section: 'parameters', type: isString(type) ? type : 'String' });
  }
  const resources = get(root, 'Resources');
  for (const id of Object.keys(isMap(resources) ? resources : {})) {
    const type = getIn(resources, id, 'Type');
    const found = isString(type) ? kindOfType(type) : undefined;
    named.push({
      id,
      section: found?.section.name ?? 'resources',
      kind: found?.kind.kind,
      type: isString(type) ? type : '',
      ...found?.kind.facts?.(asEntry(get(resources, id)), globalsOf(root, found.kind.globals)),
    });
  }
  return new Names(named, { open: hasUnseen(root), conditions: conditionsOf(root) });
};

/** Facts are read off an entry: SAM's properties may stand in one. */
const asEntry = (body: Json | undefined): JsonMap | undefined => {
  const properties = get(body, 'Properties');
  return isMap(properties) ? properties : undefined;
};

const globalsOf = (root: JsonMap, name: string | undefined): Json | undefined =>
  name === undefined ? undefined : getIn(root, 'Globals', name);
