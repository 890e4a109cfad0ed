import { append } from '../model/lists.ts';
import type { Sizes } from '../model/rule.ts';
import { get, isList, isMap, type Json, type JsonMap } from '../model/tree.ts';
import { pathMethods } from './facts/apis/document.ts';
import { functionTypes } from './facts/functions/local-code.ts';
import { maximumUnpacked, packageSize } from './facts/functions/package-size.ts';
import { utf8Length } from './facts/texts/utf8.ts';
import type { Subject } from './index.ts';
import { targetId } from './resolve.ts';
import type { TemplateIndex } from './template-index.ts';

/** One documented limit and how much of it a template uses. */
export interface BudgetLine {
  readonly name: string;
  /** Whose budget it is: the template's, or one resource's. */
  readonly owner: string;
  readonly used: number;
  readonly limit: number;
}

/** What one resource of the source becomes. */
export interface BudgetShare {
  readonly id: string;
  readonly type: string;
  readonly resources: number;
  readonly bytes: number;
}

/** What a template uses of the documented limits, and which resources use how much of it. */
export interface Budget {
  readonly lines: readonly BudgetLine[];
  readonly shares: readonly BudgetShare[];
}

const bytesOf = (value: Json | undefined): number => (value === undefined ? 0 : utf8Length(JSON.stringify(value)));

const countOf = (value: Json | undefined): number => (isMap(value) ? Object.keys(value).length : 0);

/**
 * How much of CloudFormation's and Lambda's limits a template uses once it is expanded, and which resources use it.
 * @param written the resources of the source, `Globals` merged in
 * @param sizes how large local code is; without it that is left out
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export const budgetOf = (
  { source, expanded, made }: Pick<Subject, 'source' | 'expanded' | 'made'>,
  written: TemplateIndex,
  sizes: Sizes | undefined,
): Budget => {
  const lines = limitsUsed(expanded);
  if (sizes) append(lines, packageLines(written, sizes));
  return { lines, shares: sharesOf(source, expanded, made) };
};

/** How much of the limits that need no local code an expanded template uses. */
export const limitsUsed = (expanded: JsonMap): BudgetLine[] => {
  const resources = get(expanded, 'Resources');
  const template = (name: string, used: number, limit: number): BudgetLine => ({
    name,
    owner: 'template',
    used,
    limit,
  });
  const bytes = bytesOf(expanded);
  const lines = [
    template('resources', countOf(resources), 500),
    template('bytes in a request', bytes, 51_200),
    template('bytes through S3', bytes, 1_048_576),
    template('parameters', countOf(get(expanded, 'Parameters')), 200),
    template('outputs', countOf(get(expanded, 'Outputs')), 200),
    template('mappings', countOf(get(expanded, 'Mappings')), 200),
  ];
  if (isMap(resources)) append(lines, resourceLines(resources));
  return lines;
};

const resourceLines = (resources: JsonMap): BudgetLine[] => {
  const lines: BudgetLine[] = [];
  const policies = new Map<string, number>();
  for (const id of Object.keys(resources)) {
    const body = resources[id];
    const properties = get(body, 'Properties');
    const line = (name: string, used: number, limit: number) => lines.push({ name, owner: id, used, limit });
    switch (get(body, 'Type')) {
      case 'AWS::Lambda::Function': {
        const variables = get(get(properties, 'Environment'), 'Variables');
        if (isMap(variables)) line('environment bytes', environmentBytes(variables), 4096);
        break;
      }
      case 'AWS::Lambda::Permission': {
        const fn = referred(get(properties, 'FunctionName'));
        policies.set(fn, (policies.get(fn) ?? 0) + statementBytes(properties));
        break;
      }
      case 'AWS::IAM::Role': {
        const inline = get(properties, 'Policies');
        if (isList(inline)) {
          line(
            'inline policy bytes',
            inline.reduce<number>((sum, each) => sum + bytesOf(get(each, 'PolicyDocument')), 0),
            10_240,
          );
        }
        break;
      }
      case 'AWS::ApiGateway::RestApi':
        line('API resources', restResources(get(get(properties, 'Body'), 'paths')), 300);
        break;
      case 'AWS::ApiGatewayV2::Api':
        line('API routes', routesOf(get(get(properties, 'Body'), 'paths')), 300);
        break;
    }
  }
  for (const [owner, used] of policies) lines.push({ name: 'resource policy bytes', owner, used, limit: 20_480 });
  return lines;
};

const packageLines = (written: TemplateIndex, sizes: Sizes): BudgetLine[] =>
  written.ofTypes(functionTypes).flatMap((fn) => {
    const size = packageSize(fn, sizes, (reference) => written.byId(targetId(reference) ?? ''));
    return size ? [{ name: 'unzipped bytes', owner: fn.id, used: size.bytes, limit: maximumUnpacked }] : [];
  });

const environmentBytes = (variables: JsonMap): number =>
  Object.entries(variables).reduce(
    (sum, [name, value]) => sum + utf8Length(name) + (typeof value === 'object' ? 0 : utf8Length(String(value))),
    0,
  );

/** What Lambda writes of a permission: an id, the action, the principal and the conditions. */
const statementBytes = (properties: Json | undefined): number => 120 + bytesOf(properties);

const referred = (value: Json | undefined): string => {
  const id = get(value, 'Ref') ?? (get(value, 'Fn::GetAtt') as Json[] | undefined)?.[0];
  return typeof id === 'string' ? id : typeof value === 'string' ? value : 'functions elsewhere';
};

/** REST APIs have a resource for every part of every path. */
const restResources = (paths: Json | undefined): number => {
  const resources = new Set<string>(['/']);
  for (const path of isMap(paths) ? Object.keys(paths) : []) {
    const parts = path.split('/').filter((part) => part !== '');
    for (let length = 1; length <= parts.length; length++) resources.add(parts.slice(0, length).join('/'));
  }
  return resources.size;
};

const routesOf = (paths: Json | undefined): number =>
  (isMap(paths) ? Object.values(paths) : []).reduce<number>(
    (sum, item) =>
      sum + (isMap(item) ? Object.keys(item).filter((key) => pathMethods.has(key.toLowerCase())).length : 0),
    0,
  );

const sharesOf = (source: JsonMap, expanded: JsonMap, made: ReadonlyMap<string, readonly string[]>): BudgetShare[] => {
  const resources = get(expanded, 'Resources');
  const written = get(source, 'Resources');
  const shares: BudgetShare[] = [];
  const share = (id: string, type: Json | undefined, ids: readonly string[]) => {
    const present = ids.filter((each) => get(resources, each) !== undefined);
    const bytes = present.reduce((sum, each) => sum + bytesOf(get(resources, each)), 0);
    shares.push({ id, type: typeof type === 'string' ? type : '', resources: present.length, bytes });
  };
  for (const id of isMap(written) ? Object.keys(written) : [])
    share(id, get(get(written, id), 'Type'), made.get(id) ?? [id]);
  const owned = new Set(shares.flatMap(({ id }) => made.get(id) ?? [id]));
  const shared = (isMap(resources) ? Object.keys(resources) : []).filter((id) => !owned.has(id));
  if (shared.length > 0) share('(shared)', undefined, shared);
  return shares.sort((left, right) => right.resources - left.resources || right.bytes - left.bytes);
};
