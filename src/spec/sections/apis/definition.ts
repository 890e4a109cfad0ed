import { isMap } from '../../../model/tree.ts';
import { location } from '../../codecs/location.ts';
import { valueAt } from '../../language/draft.ts';
import { type Key, set } from '../../language/key.ts';

const bodyKeys = ['openapi', 'swagger', 'paths', 'Fn::Transform'];

/** An OpenAPI document: in a file, or in the compact file itself, where it stands as it is. */
export const definitionKey: Key = {
  key: 'definition',
  to: ['DefinitionBody', 'DefinitionUri'],
  doc: 'The OpenAPI document: a file, its place in S3, or the document itself, in which no gaps are filled. Without it SAM writes it from the events.',
  examples: ['api/openapi.yaml', "{openapi: 3.0.1, info: {title: Shop, version: '1'}, paths: {}}"],
  schema: () => ({ anyOf: [{ type: 'object' }, { type: 'string' }] }),
  lower: (spot, draft, cx) => {
    const { value } = spot;
    if (isMap(value) && bodyKeys.some((key) => Object.hasOwn(value, key)))
      return set(draft, 'DefinitionBody', value, spot, cx);
    const file = location.read(spot, cx);
    if (file !== undefined) set(draft, 'DefinitionUri', file, spot, cx);
  },
  raise: (draft, cx) => {
    const body = valueAt(draft, 'DefinitionBody');
    if (body !== undefined) {
      return isMap(body) && bodyKeys.some((key) => Object.hasOwn(body, key))
        ? { value: body, says: ['DefinitionBody'] }
        : undefined;
    }
    const file = valueAt(draft, 'DefinitionUri');
    const value = file === undefined ? undefined : location.write(file, cx);
    return value === undefined ? undefined : { value, says: ['DefinitionUri'] };
  },
};
