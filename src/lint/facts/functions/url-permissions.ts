import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import type { Json } from '../../../model/tree.ts';
import { type Answer, anyOf } from '../access/answer.ts';
import { functionMeant } from '../access/function-meant.ts';
import { resourcePolicies } from '../access/resource-policies.ts';
import { mayGetUnseen } from '../access/unseen.ts';
import { oncePerTemplate } from '../templates/once.ts';
import { scalarText } from '../texts/scalar.ts';
import { functionBehind } from './links.ts';

/** A permission that the principal `*` needs to call a function through its URL. */
export interface UrlNeed {
  readonly name: string;
  readonly action: string;
  readonly property: string;
  readonly value: Json;
  /** Whether a permission without the property gives it, too. */
  readonly isOptional?: boolean;
}

const byUrl: UrlNeed = {
  name: 'Url',
  action: 'lambda:InvokeFunctionUrl',
  property: 'FunctionUrlAuthType',
  value: 'NONE',
};

/** @see https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
const urlNeeds: readonly UrlNeed[] = [
  byUrl,
  {
    name: 'Invoke',
    action: 'lambda:InvokeFunction',
    property: 'InvokedViaFunctionUrl',
    value: true,
    isOptional: true,
  },
];

/** Whether a permission gives what is needed, or may give it: what cannot be resolved is taken as right. */
const grantsByUrl = (
  permission: ResourceNode,
  { action, property, value, isOptional = false }: UrlNeed,
  view: TemplateView,
): boolean => {
  const may = (name: string, ...wanted: Json[]) =>
    permission.all(name).some((each) => {
      const found = view.resolve(each.value);
      const text = scalarText(found);
      return found === undefined || (text !== undefined && wanted.some((one) => scalarText(one) === text));
    });
  const isNarrowed = !isOptional || !permission.lacks(property);
  return may('Action', action, 'lambda:*') && may('Principal', '*') && (!isNarrowed || may(property, value));
};

/** The permissions that give each need, in their order: those on a function, and those of which that is not known. */
interface UrlGrants {
  readonly certain: ReadonlyMap<ResourceNode, readonly ResourceNode[][]>;
  readonly perhaps: readonly ResourceNode[][];
}

const urlGrants = oncePerTemplate((view): UrlGrants => {
  const certain = new Map<ResourceNode, ResourceNode[][]>();
  const perhaps = urlNeeds.map((): ResourceNode[] => []);
  for (const permission of view.resources('AWS::Lambda::Permission')) {
    const meant = permission.all('FunctionName').map(({ value }) => functionMeant(value, view));
    const fns = new Set(meant.flatMap((each) => (each === undefined || each === 'other' ? [] : [each.fn])));
    for (const [at, need] of urlNeeds.entries()) {
      if (!grantsByUrl(permission, need, view)) continue;
      for (const fn of fns) {
        const own = certain.get(fn) ?? urlNeeds.map(() => []);
        own[at]!.push(permission);
        certain.set(fn, own);
      }
      if (meant.includes(undefined)) perhaps[at]!.push(permission);
    }
  }
  return { certain, perhaps };
});

/** What the callers of a public URL of a function need, and no permission of the template can give them. */
export const missingForUrl = (fn: ResourceNode, view: TemplateView): UrlNeed[] => {
  const { certain, perhaps } = urlGrants(view);
  return urlNeeds.filter((_, at) => perhaps[at]!.length === 0 && (certain.get(fn)?.[at] ?? []).length === 0);
};

/** Whether anyone on the internet can call a function through a URL. */
export interface OpenUrl {
  readonly answer: Answer;
  /** The permissions that let them in. */
  readonly by: readonly ResourceNode[];
}

/** Both count: that the URL asks for no authorization, and that the function permits the calls. */
export const openUrl = (url: ResourceNode, view: TemplateView): OpenUrl => {
  const asksNothing = anyOf(
    url.all('AuthType').map(({ value }) => {
      const type = view.resolve(value);
      return type === undefined ? 'unknown' : type === 'NONE' ? 'yes' : 'no';
    }),
  );
  if (asksNothing === 'no') return { answer: 'no', by: [] };
  const fn = functionBehind(view, view.target(url.get('TargetFunctionArn')));
  if (!fn) return { answer: 'unknown', by: [] };
  const { certain, perhaps: doubtful } = urlGrants(view);
  const by = certain.get(fn)?.[urlNeeds.indexOf(byUrl)] ?? [];
  if (by.length > 0) return { answer: asksNothing, by };
  const { own, perhaps } = resourcePolicies(fn, view);
  const isDoubtful = doubtful[urlNeeds.indexOf(byUrl)]!.length > 0;
  const isOpen = isDoubtful || own.length > 0 || perhaps.length > 0 || mayGetUnseen(fn.id, view);
  return { answer: isOpen ? 'unknown' : 'no', by };
};
