import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { isString } from '../../../model/tree.ts';
import { matchesAction } from '../policies/action-pattern.ts';
import { addTo } from '../templates/grouping.ts';
import { oncePerTemplate } from '../templates/once.ts';
import { type Answer, allOf, anyOf } from './answer.ts';
import { type ArnPattern, arnPattern, takesIn } from './arn.ts';
import { functionMeant, type MeantFunction } from './function-meant.ts';
import { namesService } from './principal.ts';
import { type Grants, type Sender, standsBy } from './sender.ts';
import { mayGetUnseen } from './unseen.ts';

/** An `AWS::Lambda::Permission`, read. */
interface Permission {
  readonly node: ResourceNode;
  /** The functions it is for; undefined where that cannot be told. */
  readonly functions: readonly (MeantFunction | undefined)[];
  readonly isForInvoking: Answer;
  readonly principals: readonly (string | undefined)[];
  /** Empty where every source is good. */
  readonly sources: readonly ArnPattern[];
}

/** Whether a sender may invoke a function, by the permissions of the function. */
export const functionLetsIn = (called: MeantFunction, sender: Sender, view: TemplateView): Grants => {
  const { ofFunction, ofAny } = permissions(view);
  const by: ResourceNode[] = [];
  let beside: ResourceNode | undefined;
  for (const permission of [...(ofFunction.get(called.fn) ?? []), ...ofAny]) {
    const lets = letsIn(permission, sender, view);
    if (lets === 'no') continue;
    const answer = allOf([lets, isFor(permission, called), standsBy(permission.node, sender.owner)]);
    if (answer === 'yes') return { answer, by: [permission.node] };
    if (answer === 'no') beside ??= permission.node;
    else by.push(permission.node);
  }
  const isOpen = by.length > 0 || mayGetUnseen(called.fn.id, view);
  return isOpen ? { answer: 'unknown', by } : { answer: 'no', by, beside };
};

const letsIn = ({ isForInvoking, principals, sources }: Permission, sender: Sender, view: TemplateView): Answer => {
  const { service, source, rest } = sender;
  const fromService = anyOf(
    principals.map((each) => (each === undefined ? 'unknown' : namesService(each, service) ? 'yes' : 'no')),
  );
  if (fromService === 'no' || sources.length === 0) return allOf([isForInvoking, fromService]);
  const fromSource = source ? anyOf(sources.map((each) => takesIn(each, source, view, rest))) : 'unknown';
  return allOf([isForInvoking, fromService, fromSource]);
};

/** A permission holds for the alias or version that it names, or for the function as such, and for nothing else. */
const isFor = ({ functions }: Permission, { fn, qualifier }: MeantFunction): Answer =>
  anyOf(
    functions.map((each) => {
      if (each && each.fn !== fn) return 'no';
      if (each?.qualifier === qualifier && qualifier !== undefined) return 'yes';
      return [each?.qualifier, qualifier].some((one) => one === undefined || one.includes('{')) ? 'unknown' : 'no';
    }),
  );

const permissions = oncePerTemplate((view) => {
  const ofFunction = new Map<ResourceNode, Permission[]>();
  const ofAny: Permission[] = [];
  for (const node of view.resources('AWS::Lambda::Permission')) {
    const meanings = node.all('FunctionName').map(({ value }) => functionMeant(value, view));
    const functions = meanings.filter((each) => each !== 'other');
    if (functions.length === 0) continue;
    const permission: Permission = {
      node,
      functions,
      isForInvoking: anyOf(node.all('Action').map(({ value }) => isInvoking(view.resolve(value)))),
      principals: node
        .all('Principal')
        .map(({ value }) => view.resolve(value))
        .map((each) => (isString(each) ? each : undefined)),
      sources: node.all('SourceArn').map(({ value }) => arnPattern(value, view)),
    };
    if (functions.includes(undefined)) ofAny.push(permission);
    else for (const fn of new Set(functions.map((each) => each!.fn))) addTo(ofFunction, fn, permission);
  }
  return { ofFunction, ofAny };
});

const isInvoking = (action: unknown): Answer =>
  action === undefined
    ? 'unknown'
    : isString(action as never) && matchesAction(action as string, ['lambda:invokefunction'])
      ? 'yes'
      : 'no';
