import { replaceEnclosed } from '../../../model/enclosed.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { isString } from '../../../model/tree.ts';
import { matchesAction } from '../policies/action-pattern.ts';
import { addTo } from '../templates/grouping.ts';
import { oncePerTemplate } from '../templates/once.ts';
import { type Answer, allOf, anyOf } from './answer.ts';
import { type ArnPattern, arnPattern, takesIn } from './arn.ts';
import { functionMeant, type MeantFunction } from './function-meant.ts';
import { segment } from './glob.ts';
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

/** The permissions of one function. */
interface Permissions {
  readonly all: Permission[];
  /** By what they name as their source: an API may have one for each of thousands of routes. */
  readonly bySource: Map<string, Permission[]>;
}

/** So many permissions are looked at for one call when none names just its source; with more it is unknown. */
const most = 200;

/** Whether a sender may invoke a function, by the permissions of the function. */
export const functionLetsIn = (called: MeantFunction, sender: Sender, view: TemplateView): Grants => {
  const { ofFunction, ofAny } = permissions(view);
  const own = ofFunction.get(called.fn);
  const { source, rest, owner } = sender;
  const named = source && own?.bySource.get(sourceKey(source.id, rest ?? ''));
  const others = [...(own?.all ?? []), ...ofAny];
  const by: ResourceNode[] = [];
  let beside: ResourceNode | undefined;
  for (const permission of [...(named ?? []), ...others.slice(0, most)]) {
    const lets = letsIn(permission, sender, view);
    if (lets === 'no') continue;
    const answer = allOf([lets, isFor(permission, called), standsBy(permission.node, owner)]);
    if (answer === 'yes') return { answer, by: [permission.node] };
    if (answer === 'no') beside ??= permission.node;
    else by.push(permission.node);
  }
  const isOpen = by.length > 0 || others.length > most || mayGetUnseen(called.fn.id, view);
  return isOpen ? { answer: 'unknown', by } : { answer: 'no', by, beside };
};

const withoutNames = (text: string): string =>
  replaceEnclosed(
    replaceEnclosed(text, '${', '}', () => '*'),
    '{',
    '}',
    () => '*',
  );

/** A source with what stands behind it, whatever the stage of an API and the variables of its path are. */
const sourceKey = (id: string, rest: string): string =>
  `${id} ${withoutNames(rest)
    .replaceAll(segment, '*')
    .replace(/^\/[^/]*/, '')}`;

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
  const ofFunction = new Map<ResourceNode, Permissions>();
  const ofAny: Permission[] = [];
  for (const node of view.resources('AWS::Lambda::Permission')) {
    const meanings = node.all('FunctionName').map(({ value }) => functionMeant(value, view));
    const functions = meanings.filter((each) => each !== 'other');
    if (functions.length === 0) continue;
    const permission: Permission = {
      node,
      functions,
      isForInvoking: allOf([
        anyOf(node.all('Action').map(({ value }) => isInvoking(view.resolve(value)))),
        isForServices(node, view),
      ]),
      principals: node
        .all('Principal')
        .map(({ value }) => view.resolve(value))
        .map((each) => (isString(each) ? each : undefined)),
      sources: node.all('SourceArn').map(({ value }) => arnPattern(value, view)),
    };
    if (functions.includes(undefined)) ofAny.push(permission);
    else for (const fn of new Set(functions.map((each) => each!.fn))) addPermission(ofFunction, fn, permission);
  }
  return { ofFunction, ofAny };
});

const addPermission = (found: Map<ResourceNode, Permissions>, fn: ResourceNode, permission: Permission): void => {
  const own: Permissions = found.get(fn) ?? { all: [], bySource: new Map() };
  found.set(fn, own);
  own.all.push(permission);
  for (const { text } of permission.sources) {
    const [, id, rest] = /\$\{([A-Za-z0-9]+)(?:\.[A-Za-z]+)?\}(.*)$/s.exec(text) ?? [];
    if (id !== undefined) addTo(own.bySource, sourceKey(id, rest!), permission);
  }
};

/** A permission for calls through the URL of the function lets no service in. */
const isForServices = (node: ResourceNode, view: TemplateView): Answer => {
  const values = node.all('InvokedViaFunctionUrl').map(({ value }) => view.resolve(value));
  return anyOf(
    values.length === 0
      ? ['yes']
      : values.map((each) => (each === undefined ? 'unknown' : String(each) === 'true' ? 'no' : 'yes')),
  );
};

const isInvoking = (action: unknown): Answer =>
  action === undefined
    ? 'unknown'
    : isString(action as never) && matchesAction(action as string, ['lambda:invokefunction'])
      ? 'yes'
      : 'no';
