import { ref, sub } from '../model/intrinsics.ts';
import type { Cause } from '../model/origin.ts';
import type { Attributes, ResourceContext } from '../model/plugin.ts';
import type { Json } from '../model/tree.ts';

/** What is to be called, and where that comes from. */
export interface AuthorizerFunction {
  /** The logical id of the permission. */
  readonly id: string;
  readonly functionArn: Json;
  readonly attributes?: Attributes;
  readonly cause: Cause | undefined;
}

/** Lets an HTTP or WebSocket API invoke the function of one of its authorizers. */
export const emitAuthorizerPermission = (
  cx: Omit<ResourceContext, 'props'>,
  { id, functionArn, attributes, cause }: AuthorizerFunction,
): void => {
  const arn = 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/authorizers/*';
  cx.emit({
    id,
    type: 'AWS::Lambda::Permission',
    properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: functionArn,
      Principal: 'apigateway.amazonaws.com',
      SourceArn: sub(arn, { __ApiId__: ref(cx.id) }),
    },
    ...(attributes === undefined ? {} : { attributes }),
    cause,
  });
};
