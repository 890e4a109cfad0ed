import type { Cause } from '../../../model/origin.ts';
import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import { stepAround } from './step-around.ts';

/**
 * Whether the transform found an error in a resource, or in the one behind a place in it. It may then lack what the
 * transform would have given it, so a rule must not report that as missing.
 */
export const isIncomplete = (node: ResourceNode, at: Cause | undefined, cx: RuleContext): boolean =>
  cx.isFaulty(node.id) || cx.isFaulty(cx.owner(node.id, at).logicalId);

const eventHosts = ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'];

/**
 * Whether a place lies in an event of a function or state machine that the transform has not expanded, for an error in
 * the event, or because one in its host left all of that out.
 */
export const isInFaultyEvent = (at: Cause | undefined, cx: RuleContext): boolean =>
  at !== undefined &&
  cx.sources(...eventHosts).some((host) => {
    if (!cx.isFaulty(host.id)) return false;
    const event = stepAround(host.get('Events'), at);
    return event !== undefined && (cx.isFaulty(host.id, String(event)) || cx.resource(host.id) === undefined);
  });

/**
 * Whether a name may be that of a resource that the transform would have generated for one with an error: it begins with
 * the id of that, or is one that several resources of SAM share.
 */
export const mayBeGenerated = (name: string, cx: RuleContext): boolean =>
  cx
    .sources()
    .some(
      ({ id, type }) =>
        type.startsWith('AWS::Serverless::') && cx.isFaulty(id) && (name.startsWith(id) || shared.test(name)),
    );

const shared = /^(?:Serverless(?:RestApi|HttpApi|DeploymentApplication|UsagePlan|ApiKey)|CodeDeployServiceRole)/;
