import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { oncePerTemplate } from '../templates/once.ts';

/** What of the expanded template belongs to one function, its aliases included. */
export interface FunctionLinks {
  readonly aliases: ResourceNode[];
  readonly versions: ResourceNode[];
  readonly permissions: ResourceNode[];
  readonly mappings: ResourceNode[];
  readonly schedules: ResourceNode[];
  readonly invokeConfigs: ResourceNode[];
}

/** The resources around each function of the expanded template, by the function's logical id. */
export const functionLinks = oncePerTemplate((cx): ReadonlyMap<string, FunctionLinks> => {
  const links = new Map<string, FunctionLinks>();
  for (const { id } of cx.resources('AWS::Lambda::Function')) {
    links.set(id, { aliases: [], versions: [], permissions: [], mappings: [], schedules: [], invokeConfigs: [] });
  }
  const add = (type: string, kind: keyof FunctionLinks, ...path: string[]) => {
    for (const node of cx.resources(type)) {
      for (const { value } of node.all(...path)) {
        const fn = functionBehind(cx, cx.target(value));
        if (fn) links.get(fn.id)?.[kind].push(node);
      }
    }
  };
  add('AWS::Lambda::Alias', 'aliases', 'FunctionName');
  add('AWS::Lambda::Version', 'versions', 'FunctionName');
  add('AWS::Lambda::Permission', 'permissions', 'FunctionName');
  add('AWS::Lambda::EventSourceMapping', 'mappings', 'FunctionName');
  add('AWS::Scheduler::Schedule', 'schedules', 'Target', 'Arn');
  add('AWS::Lambda::EventInvokeConfig', 'invokeConfigs', 'FunctionName');
  return links;
});

/** The function that a function, alias or version stands for. */
export const functionBehind = (cx: TemplateView, node: ResourceNode | undefined): ResourceNode | undefined => {
  if (node?.type !== 'AWS::Lambda::Alias' && node?.type !== 'AWS::Lambda::Version') {
    return node?.type === 'AWS::Lambda::Function' ? node : undefined;
  }
  const target = cx.target(node.get('FunctionName'));
  return target?.type === 'AWS::Lambda::Function' ? target : undefined;
};
