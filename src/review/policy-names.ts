import { holdersOf } from '../diff/permissions/holders.ts';
import type { Row } from '../diff/permissions/rows.ts';
import type { Side } from '../diff/side.ts';
import { rolesOf } from '../lint/facts/access/own-roles.ts';
import { functionBehind } from '../lint/facts/functions/links.ts';
import type { ResourceNode } from '../model/rule.ts';
import { isMap, type Json } from '../model/tree.ts';

/** What the policy of a resource says of somebody: the actions, and whether nothing else decides about them. */
export interface Naming {
  readonly isCertain: boolean;
  /** `cloudfront.amazonaws.com` */
  readonly principal: string;
  readonly actions: readonly string[];
}

/** The services whose principals are not called like the types of their resources. */
const services: Readonly<Record<string, string>> = {
  apigatewayv2: 'apigateway',
  kinesisfirehose: 'firehose',
  stepfunctions: 'states',
};

const serviceOf = ({ type }: ResourceNode): string => {
  const name = type.split('::')[1]?.toLowerCase() ?? '';
  return Object.hasOwn(services, name) ? services[name]! : name;
};

/** What the policies of a resource allow to another one: by its role, by a service that acts for it, or by its service. */
export const namedByPolicy = (from: ResourceNode, to: ResourceNode, side: Side): Naming | undefined => {
  const view = side.facts();
  const rows = [...holdersOf(side).values()]
    .filter(({ relation, id }) => {
      const node = relation === 'resource' ? view.resource(id) : undefined;
      return node !== undefined && (functionBehind(view, node) ?? node) === to;
    })
    .flatMap((holder) => holder.rows);
  const roles = rolesOf(from, view).flatMap((role) => role?.id ?? []);
  const isResource = (id: string): boolean => side.resources.has(id);
  const naming = rows.filter(
    (row) =>
      row.effect === 'Allow' && (isFor(row, [from.id, ...roles]) || isForService(row, serviceOf(from), isResource)),
  );
  if (naming.length === 0) return undefined;
  const isDenied = rows.some(({ effect }) => effect !== 'Allow');
  const certain = isDenied ? [] : naming.filter((row) => isFor(row, [from.id, ...roles]) && isClear(row));
  const told = certain.length > 0 ? certain : naming;
  const principal = told[0]!.principal;
  return {
    isCertain: certain.length > 0,
    principal: principal.slice(principal.indexOf(':') + 1),
    actions: [...new Set(told.filter((row) => row.principal === principal).map(({ action }) => action))],
  };
};

/** The resources that a text refers to. */
const namesIn = (text: string): string[] => [...text.matchAll(/\$\{(\w+)[.}]/g)].map(([, id]) => id!);

const isFor = ({ principal, condition }: Row, ids: readonly string[]): boolean =>
  namesIn(`${principal} ${condition}`).some((id) => ids.includes(id));

/** Whether a service is let in for whatever resource. */
const isForService = ({ principal, condition }: Row, service: string, isResource: (id: string) => boolean): boolean =>
  principal === `Service:${service}.amazonaws.com` && !namesIn(condition).some(isResource);

/** Whether a statement asks for nothing but who sends. */
const isClear = ({ kind, when, tests }: Row): boolean => kind === 'plain' && when === '' && onlyAsksSource(tests);

const onlyAsksSource = (tests: Json | undefined): boolean =>
  tests === undefined ||
  (isMap(tests) &&
    Object.entries(tests).every(
      ([operator, keys]) =>
        /^(?:String(?:Equals|Like)|Arn(?:Equals|Like))$/.test(operator) &&
        isMap(keys) &&
        Object.keys(keys).every((key) => /^aws:source(?:arn|account)$/i.test(key)),
    ));
