import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { isString } from '../../../model/tree.ts';
import { functionBehind } from '../functions/links.ts';
import { addTo } from '../templates/grouping.ts';
import { oncePerTemplate } from '../templates/once.ts';

/** A type of policies that are for resources which the policy names. */
interface PolicyType {
  readonly type: string;
  /** Where it names them. */
  readonly path: readonly string[];
  readonly target: string;
  /** The property with the name of a target. */
  readonly name: string;
}

const queue = { target: 'AWS::SQS::Queue', name: 'QueueName' };
const topic = { target: 'AWS::SNS::Topic', name: 'TopicName' };

const policyTypes: readonly PolicyType[] = [
  { type: 'AWS::SQS::QueuePolicy', path: ['Queues', '*'], ...queue },
  { type: 'AWS::SQS::QueueInlinePolicy', path: ['Queue'], ...queue },
  { type: 'AWS::SNS::TopicPolicy', path: ['Topics', '*'], ...topic },
  { type: 'AWS::SNS::TopicInlinePolicy', path: ['TopicArn'], ...topic },
  { type: 'AWS::S3::BucketPolicy', path: ['Bucket'], target: 'AWS::S3::Bucket', name: 'BucketName' },
  {
    type: 'AWS::Lambda::ResourcePolicy',
    path: ['ResourceArn'],
    target: 'AWS::Lambda::Function',
    name: 'FunctionName',
  },
];

/** The policies of the template for one resource, and those that may be for it. */
export interface ResourcePolicies {
  readonly own: readonly ResourceNode[];
  readonly perhaps: readonly ResourceNode[];
}

/** The policies that say who may use a queue, topic, bucket or function. */
export const resourcePolicies = (target: ResourceNode, view: TemplateView): ResourcePolicies => {
  const { ofResource, ofAny } = policies(view);
  return { own: ofResource.get(target) ?? [], perhaps: ofAny.get(target.type) ?? [] };
};

const policies = oncePerTemplate((view) => {
  const ofResource = new Map<ResourceNode, ResourceNode[]>();
  const ofAny = new Map<string, ResourceNode[]>();
  for (const { type, path, target, name } of policyTypes) {
    const policiesOfType = view.resources(type);
    const names = policiesOfType.length === 0 ? new Map<string, ResourceNode>() : namesOf(target, name, view);
    for (const policy of policiesOfType) {
      const meant = policy.all(...path);
      // A list that a function makes may name any.
      let isOpen = meant.length === 0;
      for (const { value } of meant) {
        const text = view.resolve(value);
        const named = isString(text) ? names.get(lastPart(text)) : view.target(value);
        const found = named && (functionBehind(view, named) ?? named);
        if (found?.type === target) addTo(ofResource, found, policy);
        else if (!isString(text)) isOpen = true;
      }
      if (isOpen) addTo(ofAny, target, policy);
    }
  }
  return { ofResource, ofAny };
});

const namesOf = (type: string, property: string, view: TemplateView): ReadonlyMap<string, ResourceNode> =>
  new Map(view.resources(type).flatMap((node) => node.strings(property).map(({ value }) => [value, node] as const)));

/** The name at the end of an ARN or URL. */
const lastPart = (text: string): string => text.slice(Math.max(text.lastIndexOf(':'), text.lastIndexOf('/')) + 1);
