import { type Cause, entryOf } from '../../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isIntrinsic, isMap, isString, type Json } from '../../../model/tree.ts';
import { callsOf } from '../access/calls.ts';
import { certainFunction } from '../access/function-meant.ts';
import { itemsOf } from '../templates/choices.ts';
import { placeIn } from '../templates/places.ts';
import { type Rollout, rolloutsOf } from './rollouts.ts';

/** A place that names what is rolled out gradually, but not by the alias that the rollout moves. */
export interface Bypass {
  readonly rollout: Rollout;
  readonly owner: ResourceNode;
  readonly at: Cause | undefined;
  /** What does so, as a message begins: `The variable 'WORKER'`. */
  readonly what: string;
  /** The service that calls, where one does. */
  readonly service?: string;
}

/** Resources that go with a function, with the property that names it. */
const companions: readonly (readonly [type: string, property: string, what: string])[] = [
  ['AWS::Lambda::EventInvokeConfig', 'FunctionName', 'The configuration of asynchronous calls'],
  ['AWS::Lambda::EventSourceMapping', 'FunctionName', 'The event source mapping'],
  ['AWS::Lambda::Permission', 'FunctionName', 'The permission'],
  ['AWS::Lambda::Url', 'TargetFunctionArn', 'The function URL'],
];

/** Every place of the template that goes round a gradual deployment; events of SAM state machines apart. */
export const bypassesOf = (view: TemplateView): Bypass[] => {
  if (rolloutsOf(view).size === 0) return [];
  const calls = byCalls(view);
  return [...calls, ...byVariables(view), ...byConnectors(view), ...byCompanions(calls, view)];
};

const byCalls = (view: TemplateView): Bypass[] =>
  callsOf(view).flatMap(({ target, called, sender, at, what }) => {
    const rollout = target && rolloutsOf(view).get(target);
    const isAuthors = called ? called.qualifier === '' : view.written(sender.owner.id) !== undefined;
    if (!rollout || !isAuthors) return [];
    const begin = what.replace(/^./, (first) => first.toUpperCase());
    return [{ rollout, owner: sender.owner, at, what: begin, service: sender.service }];
  });

const byVariables = (view: TemplateView): Bypass[] =>
  view.resources('AWS::Lambda::Function').flatMap((owner) =>
    owner.all('Environment', 'Variables', '*').flatMap(({ value, at, path }) => {
      const target = isIntrinsic(value) ? view.target(value) : undefined;
      const rollout = target && target !== owner ? rolloutsOf(view).get(target) : undefined;
      return rollout ? [{ rollout, owner, at, what: `The variable '${path[2]}'` }] : [];
    }),
  );

const byConnectors = (view: TemplateView): Bypass[] =>
  view.sources().flatMap((owner) => {
    const embedded = get(owner.body, 'Connectors');
    const connectors: (readonly [name: string, properties: Json | undefined])[] = isMap(embedded)
      ? Object.keys(embedded).map((name) => [name, get(embedded[name], 'Properties')])
      : [];
    if (owner.type === 'AWS::Serverless::Connector') connectors.push([owner.id, owner.properties]);
    return connectors.flatMap(([name, properties]) =>
      itemsOf({ value: get(properties, 'Destination') ?? null, at: placeIn(properties, 'Destination') }).flatMap(
        (end) => {
          const id = get(end.value, 'Id');
          const target = isString(id) ? view.resource(id) : undefined;
          const rollout = target && rolloutsOf(view).get(target);
          const at = entryOf(end.value, 'Id')?.value ?? end.at;
          return rollout ? [{ rollout, owner, at, what: `The connector '${name}'` }] : [];
        },
      ),
    );
  });

/** A permission for a call that goes round a rollout is part of that. */
const byCompanions = (calls: readonly Bypass[], view: TemplateView): Bypass[] =>
  companions.flatMap(([type, property, what]) =>
    view.resources(type).flatMap((owner) => {
      if (view.written(owner.id)?.type !== type || !owner.lacks('Qualifier')) return [];
      return owner.all(property).flatMap(({ value, at }) => {
        const called = certainFunction(value, view);
        const rollout = called?.qualifier === '' ? rolloutsOf(view).get(called.fn) : undefined;
        const principals = owner.strings('Principal').map((each) => each.value.split('.', 1)[0]);
        const isTold = calls.some((call) => call.rollout === rollout && principals.includes(call.service));
        return rollout && !isTold ? [{ rollout, owner, at, what }] : [];
      });
    }),
  );
