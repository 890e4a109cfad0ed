import { allow, assumeRolePolicy } from '../model/iam.ts';
import { getAtt } from '../model/intrinsics.ts';
import { carry, lacking } from '../model/origin.ts';
import type { AnyEventContext } from '../model/plugin.ts';
import { get, isTruthy, type Json, type JsonMap, newMap } from '../model/tree.ts';
import { propagateTags } from './propagate-tags.ts';

/** An inline policy of one statement. */
export const inlinePolicy = (name: string, statement: JsonMap): JsonMap => ({
  PolicyName: name,
  PolicyDocument: { Statement: [statement] },
});

/**
 * Makes the role that a service takes to invoke the event's host.
 * @param boundary the map that may have a `PermissionsBoundary`
 * @param property the property of the event that could name a role instead
 * @returns the ARN of the role
 */
export const emitServiceRole = (
  cx: AnyEventContext,
  service: string,
  policies: JsonMap[],
  boundary: JsonMap,
  property?: string,
): JsonMap => {
  const id = `${cx.id}Role`;
  const properties = newMap();
  properties['AssumeRolePolicyDocument'] = assumeRolePolicy(service);
  properties['Policies'] = policies;
  if (isTruthy(get(boundary, 'PermissionsBoundary'))) carry(boundary, 'PermissionsBoundary', properties);
  propagateTags(cx.host, properties);
  const cause = property === undefined ? cx.cause : lacking(cx.cause, property);
  cx.emit({ id, type: 'AWS::IAM::Role', properties, attributes: cx.host.inherited, cause });
  return getAtt(id, 'Arn');
};

/** The policy that lets a role start the state machine. */
export const startExecution = (cx: AnyEventContext, prefix: string): JsonMap =>
  inlinePolicy(`${prefix}StartExecutionPolicy`, allow('states:StartExecution', cx.host.arn, cx.cause));

/** Makes the role that a service takes to start the state machine; gives its ARN. */
export const startExecutionRole = (cx: AnyEventContext, service: string, property?: string): Json =>
  emitServiceRole(cx, service, [startExecution(cx, `${cx.id}Role`)], cx.host.properties, property);
