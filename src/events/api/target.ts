import { nearest } from '../../model/nearest.ts';
import type { AnyEventContext } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { get, isString, type Json, kindOf } from '../../model/tree.ts';

const NoApi = message(
  'api-not-in-template',
  'error',
  (found: string, near: string | undefined) =>
    `'RestApiId' is ${found}; it must be a '!Ref' to an AWS::Serverless::Api of this template.${near === undefined ? '' : ` Did you mean '!Ref ${near}'?`}`,
);

const implicitApi = 'ServerlessRestApi';

/** The API that an event adds to. */
export interface TargetApi {
  readonly id: string;
  /** How the event refers to it. */
  readonly reference: Json;
}

/** The API of an event: the one it names or the implicit one. The event is given up when it is not in the template. */
export const targetApi = (cx: AnyEventContext): TargetApi => {
  const reference = Object.hasOwn(cx.properties, 'RestApiId') ? cx.properties['RestApiId']! : { Ref: implicitApi };
  const id = get(reference, 'Ref') ?? reference;
  if (!isString(id)) return cx.fail(NoApi(kindOf(id), undefined), cx.at('RestApiId'));
  const source = cx.lookup(id);
  if (source === undefined || source.type === 'AWS::Serverless::HttpApi') {
    const found =
      source === undefined ? `'${id}', which is not there` : `'${id}', which is an AWS::Serverless::HttpApi`;
    return cx.fail(NoApi(found, candidate(cx, id)), cx.at('RestApiId'));
  }
  return { id, reference };
};

const candidate = (cx: AnyEventContext, name: string): string | undefined => {
  const ids: string[] = [];
  for (const { id, type } of cx.sources()) if (type === 'AWS::Serverless::Api') ids.push(id);
  return nearest(name, ids);
};
