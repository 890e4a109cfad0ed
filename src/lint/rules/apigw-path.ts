import { nearest } from '../../model/nearest.ts';
import { defineTemplateRule, type RuleContext, type RuleReport } from '../../model/rule.ts';
import { anyMethod, pathMethods } from '../facts/apis/document.ts';
import { pathFaults, pathMessages, variableOf } from '../facts/apis/path-grammar.ts';
import { checkPathParts, partMessages } from '../facts/apis/path-parts.ts';
import { Siblings } from '../facts/apis/path-siblings.ts';
import { PathTree } from '../facts/apis/path-tree.ts';
import { type ApiPath, documentPaths, type PathSet, type RoutePlace, routePaths } from '../facts/apis/paths.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';

/** What a path item may have beside its methods. */
const shared = new Set(['parameters', 'summary', 'description', 'servers', '$ref']);
const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'];
/** What API Gateway takes, though one can doubt it. */
const doubtful: ReadonlySet<string> = new Set(['double', 'repeated']);

export const apigwPath = defineTemplateRule({
  id: 'apigw-path',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: [
    'AWS::ApiGatewayV2::Route',
    'AWS::ApiGateway::RestApi',
    'AWS::ApiGatewayV2::Api',
    'AWS::ApiGateway::Resource',
  ],
  title: 'API path or route that API Gateway refuses',
  description:
    "Paths of routes begin with '/', their braces are paired, and `{name+}` is allowed at the end only. In REST APIs a variable is a whole part between slashes, other parts have letters, digits and `. _ - : ,`, and all variables at one place of the tree of paths have one name: `/a/{x}` and `/a/{y}/b` exclude each other. In HTTP APIs that holds for routes of one method. Methods are those of HTTP, or ANY. Empty parts and a variable that comes twice in one path are warnings. Checked are events, `paths` of definitions, `AWS::ApiGateway::Resource` and `AWS::ApiGatewayV2::Route`.",
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html',
  fixes: { slash: 'safe', slashInPart: 'safe' },
  messages: {
    ...pathMessages,
    ...partMessages,
    sibling:
      "'{part}' in '{path}' and '{other}' in '{otherPath}' are at the same place; {kind} APIs allow only one variable name there.",
    method: "'{method}' is not an HTTP method; write {allowed}.",
    methodNear: "'{method}' is not an HTTP method. Did you mean '{near}'?",
    routeKey: "The route key '{key}' of an HTTP API is '$default', or a method and a path, such as 'GET /items'.",
  },
  example: {
    in: 'function',
    fails: `
Events:
  Get: {Type: Api, Properties: {Path: ‹orders›, Method: get}}`,
    passes: `
Events:
  Get: {Type: Api, Properties: {Path: /orders, Method: get}}`,
  },
  check(cx) {
    const { sets, broken } = routePaths(cx);
    for (const { key, ...place } of broken) report(cx, 'routeKey', place, { data: { key } });
    for (const set of [...documentPaths(cx), ...sets]) checkPaths(set, cx);
    checkPathParts(cx, (messageId, place, more) => report(cx, messageId, place, more));
  },
});

const report = (cx: RuleContext, messageId: string, { at, ...owner }: RoutePlace, more: RuleReport): void => {
  if (!cx.reported(at)) cx.report(messageId, at, { ...more, ...owner });
};

const checkPaths = ({ kind, paths }: PathSet, cx: RuleContext): void => {
  const siblings = new Siblings<PathTree, ApiPath>();
  const root = new PathTree();
  const sound: ApiPath[] = [];
  for (const path of paths) {
    if (path.path.startsWith('x-') || /^\/?\$default$/.test(path.path)) continue;
    const faults = pathFaults(path.path, kind);
    for (const { messageId, data } of faults) {
      const fix =
        messageId === 'slash' ? replaceLiteral({ at: path.at, value: path.path }, `/${path.path}`) : undefined;
      const level = doubtful.has(messageId) ? ('warning' as const) : undefined;
      report(cx, messageId, path, { data, fix, ...(level && { level }) });
    }
    for (const method of path.methods) checkMethod(method, cx);
    if (faults.length === 0) sound.push(path);
  }
  // The later one of two is the one to speak of.
  const inOrder = sound.sort((left, right) => (left.at?.start ?? 0) - (right.at?.start ?? 0));
  for (const path of inOrder) checkSiblings(path, kind, root, siblings, cx);
};

const checkMethod = ({ name, ...place }: ApiPath['methods'][number], cx: RuleContext): void => {
  const method = name.toLowerCase();
  if (pathMethods.has(method) || shared.has(name) || name.startsWith('x-') || name.startsWith('…')) return;
  const inDocument = place.eventId === undefined && cx.resource(place.logicalId)?.type !== 'AWS::ApiGatewayV2::Route';
  if (method === 'any' && !inDocument) return;
  const near = method === 'any' ? anyMethod : nearest(name, inDocument ? [...pathMethods, ...shared] : verbs);
  const data = { method: name, near: near ?? '', allowed: verbs.join(', ') };
  // Other keys of a definition are left out by API Gateway, which warns and goes on.
  const level = inDocument ? ('warning' as const) : undefined;
  report(cx, near === undefined ? 'method' : 'methodNear', place, { data, ...(level && { level }) });
};

const checkSiblings = (
  path: ApiPath,
  kind: PathSet['kind'],
  root: PathTree,
  siblings: Siblings<PathTree, ApiPath>,
  cx: RuleContext,
): void => {
  // An HTTP API keeps the routes of each method apart, and a variable for all the rest beside one for a part.
  const trees = kind === 'REST' ? [''] : path.methods.map(({ name }) => name.toUpperCase());
  for (const tree of trees) {
    let place = root.below(tree);
    for (const part of path.path.split('/').slice(1)) {
      const name = variableOf(part);
      if (name !== undefined && !name.includes('…') && (kind === 'REST' || !name.endsWith('+'))) {
        const rival = siblings.add(place, name, path);
        if (rival) {
          const { item, name: other } = rival;
          const data = { part, path: path.path, other: `{${other}}`, otherPath: item.path, kind };
          return report(cx, 'sibling', path, { data, related: [item.at], ...sureOf(path, item, kind) });
        }
      }
      place = place.below(name === undefined ? part : '{}');
    }
  }
};

/** That routes of an HTTP API meet is sure only where their paths differ in nothing but names of variables. */
const sureOf = (left: ApiPath, right: ApiPath, kind: PathSet['kind']): { level?: 'warning' } => {
  const shape = ({ path }: ApiPath): string => path.replace(/\{[^{}]*\}/g, '{}');
  return kind === 'REST' || shape(left) === shape(right) ? {} : { level: 'warning' };
};
