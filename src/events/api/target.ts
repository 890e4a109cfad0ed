import { implicitApiIds } from '../../model/implicit-apis.ts';
import type { AnyEventContext } from '../../model/plugin.ts';
import { get, isString, isTruthy, type Json, type JsonMap } from '../../model/tree.ts';

const restApi = 'AWS::Serverless::Api';

/** The API that an event adds to. */
export interface TargetApi {
  readonly id: string;
  /** How the event refers to it. */
  readonly reference: Json;
  readonly properties: JsonMap;
  /** Its definition follows from the events alone. */
  readonly managed: boolean;
  /** The template has its definition, the author's or one that follows from events. */
  readonly inline: boolean;
  /** What events say goes into the definition that the author wrote. */
  readonly merges: boolean;
}

/**
 * The API of an event: the one it names or the implicit one. Undefined when it is not in the template, which has been
 * told by then.
 */
export const targetApi = (cx: AnyEventContext): TargetApi | undefined => {
  const named = Object.hasOwn(cx.properties, 'RestApiId');
  const reference = named ? cx.properties['RestApiId']! : { Ref: implicitApiIds.rest };
  const id = get(reference, 'Ref') ?? reference;
  const source = isString(id) ? cx.lookup(id) : undefined;
  if (source === undefined || source.type === 'AWS::Serverless::HttpApi') return undefined;
  const { properties, type } = source;
  const given = (name: string): boolean => isTruthy(get(properties, name));
  const managed = type === restApi && !given('DefinitionBody') && !given('DefinitionUri');
  return {
    id: source.id,
    reference,
    properties,
    managed,
    inline: managed || (type === restApi && given('DefinitionBody')),
    merges: type === restApi && given('MergeDefinitions') && given('DefinitionBody'),
  };
};
