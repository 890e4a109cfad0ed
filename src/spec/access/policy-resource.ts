import { entryOf, originOf, place, shallowCopy, stamp } from '../../model/origin.ts';
import { isList, isMap, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import type { Key } from '../language/key.ts';
import { Spot } from '../language/spot.ts';
import { senderStatements } from './allow-senders.ts';
import { policyDocument } from './statement.ts';

/**
 * The key `policy` of a kind whose resource policy is a resource of its own, `<Entry>Policy`. A statement that names no
 * resource is about the entry itself.
 * @param type the type of that resource
 * @param example a statement
 * @param attach its property that names the entry, and whether that is a list
 * @param allows the action of the senders that the key `allow` names beside it
 */
export const policyResource = (
  type: string,
  attach: { readonly property: string; readonly list: boolean },
  example: string,
  allows?: string,
): Key => ({
  key: 'policy',
  to: [],
  doc: `Who may use it: statements of its resource policy, which becomes a resource \`<Entry>Policy\` (${type}). A statement without \`resource\` is about the entry itself.`,
  examples: [example],
  schema: () => policyDocument.schema(),
  codec: policyDocument,
  perEntry: true,
  lower: (spot, draft, cx) => {
    const document = policyDocument.read(spot, cx);
    const named = cx.names.get(draft.id);
    if (document === undefined || named === undefined) return;
    if (allows !== undefined && Object.hasOwn(spot.holder as JsonMap, 'allow') && isMap(document)) {
      const senders = senderStatements(new Spot(spot.holder, 'allow'), draft, allows, cx);
      document['Statement'] = [...((document['Statement'] ?? []) as Json[]), ...senders];
    }
    const own: Json = cx.names.form(named, 'arn')?.alone ?? { Ref: draft.id };
    const properties: JsonMap = newMap();
    const self: Json = stamp({ Ref: draft.id }, spot.keyAt);
    properties[attach.property] = attach.list ? [self] : self;
    properties['PolicyDocument'] = withResource(document, own);
    for (const key of Object.keys(properties)) place(properties, key, entryOf(spot.holder, spot.step));
    const body: JsonMap = { Type: type, Properties: stamp(properties, spot.whole) };
    cx.add(`${draft.id}Policy`, stamp(body, spot.whole), spot);
  },
  raise: () => undefined,
});

/** Statements about the thing itself where they name no resource. */
export const withResource = (document: Json, own: Json): Json => {
  const statements = isMap(document) ? document['Statement'] : undefined;
  if (!isMap(document) || !isList(statements)) return document;
  const copy = shallowCopy(document);
  copy['Statement'] = stamp(
    statements.map((statement) => {
      if (!isMap(statement) || Object.hasOwn(statement, 'Resource') || Object.hasOwn(statement, 'NotResource'))
        return statement;
      const full = shallowCopy(statement);
      full['Resource'] = own;
      return full;
    }),
    originOf(statements),
  );
  return copy;
};
