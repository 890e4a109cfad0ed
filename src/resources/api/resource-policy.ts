import { anyMethod } from '../../model/api-extensions.ts';
import { canonicalJson } from '../../model/hash.ts';
import { type Cause, valueOrigin } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import {
  get,
  isList,
  isMap,
  isNothing,
  isString,
  isTruthy,
  type Json,
  type JsonMap,
  kindOf,
} from '../../model/tree.ts';
import type { OpenApiDocument } from '../../openapi/document.ts';
import { type Dict, type Node, plain, toJson } from '../../openapi/fingerprint/index.ts';
import { isBlank } from '../../openapi/node.ts';

const policyKey = 'x-amazon-apigateway-policy';

const AccountsNotList = message(
  'wrong-type',
  'error',
  (name: string, found: string) => `'${name}' of 'ResourcePolicy' is ${found}; it must be a list of accounts.`,
);
const NotStrings = message(
  'wrong-type',
  'error',
  (name: string, instead: string) =>
    `'${name}' of 'ResourcePolicy' must be a list of strings; for intrinsic functions use '${instead}'.`,
);

/**
 * The resource policy inside a definition, to which one `ResourcePolicy` of the template is added, path by path.
 */
export class ResourcePolicy {
  readonly #document: OpenApiDocument;
  readonly #settings: JsonMap;
  readonly #stage: Node;
  readonly #cause: Cause | undefined;
  readonly #policy: Dict;

  constructor(document: OpenApiDocument, settings: JsonMap, stage: Node, cause: Cause | undefined) {
    this.#document = document;
    this.#settings = settings;
    this.#stage = stage;
    this.#cause = cause;
    const existing = isBlank(document.root.get(policyKey)) ? undefined : document.root.dict(policyKey);
    this.#policy = existing ?? document.history.dict(cause);
  }

  /** Adds the statements for all methods of a path. */
  addFor(path: string): void {
    const resources = this.#resources(path);
    this.#addAccounts('AwsAccountWhitelist', 'Allow', resources);
    this.#addAccounts('AwsAccountBlacklist', 'Deny', resources);
    this.#addRanges('IpRangeWhitelist', 'NotIpAddress', resources);
    this.#addRanges('IpRangeBlacklist', 'IpAddress', resources);
    this.#addNetworks('Blacklist', 'StringEquals', resources);
    this.#addNetworks('Whitelist', 'StringNotEquals', resources);
    this.#save();
  }

  /** Adds the author's own statements. */
  addCustomStatements(): void {
    const statements = get(this.#settings, 'CustomStatements');
    if (!isTruthy(statements)) return;
    const { history } = this.#document;
    const written = history.written(statements!, this.#settings, 'CustomStatements');
    this.#policy.set('Version', '2012-10-17');
    if (this.#isNew()) this.#policy.set('Statement', written);
    else if (isList(statements)) {
      for (let at = 0; at < statements.length; at++) this.#addOnce(history.written(statements[at]!, statements, at));
    } else this.#addOnce(written);
    this.#save();
  }

  #save(): void {
    const at = this.#cause;
    this.#document.root.set(policyKey, this.#policy, { entry: at && { key: at, value: at } });
  }

  #isNew(): boolean {
    return isNothing(plain(this.#policy.get('Statement')));
  }

  #resources(path: string): Node[] {
    const { paths } = this.#document;
    const target = path.replace(/\{[a-zA-Z0-9._-]+\+?\}/g, '*');
    return this.#document.pathItems(path).flatMap((item) =>
      item.keys().map((key): Node => {
        const any = [anyMethod, 'any'].includes(key.toLowerCase());
        const text = `execute-api:/\${__Stage__}/${any ? '*' : key.toUpperCase()}${target}`;
        const written = paths.isWritten(path) || (!any && item.isWritten(key));
        return { 'Fn::Sub': [written ? this.#document.history.written(text) : text, { __Stage__: this.#stage }] };
      }),
    );
  }

  /** Allows or denies AWS accounts. */
  #addAccounts(name: string, effect: 'Allow' | 'Deny', resources: Node[]): void {
    const accounts = get(this.#settings, name);
    if (!isTruthy(accounts)) return;
    if (!isList(accounts) && !isMap(accounts)) {
      return this.#document.report(AccountsNotList(name, kindOf(accounts)), valueOrigin(this.#settings, name));
    }
    const { history } = this.#document;
    const principal = history.written(accounts, this.#settings, name);
    const statement = this.#statement(effect, resources, name);
    statement.set('Principal', history.dictOf({ AWS: isList(accounts) ? principal : [principal] }));
    this.#policy.set('Version', '2012-10-17');
    // One statement of this kind stands alone; it becomes a list with the second one.
    if (this.#isNew()) this.#policy.set('Statement', statement);
    else this.#add(statement);
  }

  /** Denies callers by their IP address. */
  #addRanges(name: string, operator: 'NotIpAddress' | 'IpAddress', resources: Node[]): void {
    const ranges = get(this.#settings, name);
    if (!isTruthy(ranges)) return;
    const written = this.#document.history.written(ranges!, this.#settings, name);
    this.#addPair(name, resources, { [operator]: { 'aws:SourceIp': isList(ranges) ? written : [written] } });
  }

  /** Denies callers by the VPC or the VPC endpoint they come through. */
  #addNetworks(kind: 'Whitelist' | 'Blacklist', operator: string, resources: Node[]): void {
    const { history } = this.#document;
    const names = { strings: `SourceVpc${kind}`, networks: `IntrinsicVpc${kind}`, endpoints: `IntrinsicVpce${kind}` };
    const strings = get(this.#settings, names.strings);
    if (!isNothing(strings) && iterated(strings)?.every(isString) !== true) {
      const at = valueOrigin(this.#settings, names.strings);
      return this.#document.report(NotStrings(names.strings, names.networks), at);
    }
    const listed = (name: string, prefix: string): Node[] => {
      const given = get(this.#settings, name) ?? [];
      return (iterated(given) ?? []).flatMap((item, at): Node[] => {
        if (prefix !== '' && !(isString(item) && item.startsWith(prefix))) return [];
        // The characters of a text are not texts of the template to the reference, as its hash shows.
        if (isString(given)) return [item as string];
        return [history.written(item, isList(given) ? given : undefined, at)];
      });
    };
    const condition = history.dict();
    const add = (key: string, items: Node[], given: boolean): void => {
      if (items.length > 0 || given)
        condition.set(key, [...((condition.get(key) as Node[] | undefined) ?? []), ...items]);
    };
    add('aws:SourceVpc', listed(names.strings, 'vpc-'), false);
    add('aws:SourceVpce', listed(names.strings, 'vpce-'), false);
    add('aws:SourceVpc', listed(names.networks, ''), !isNothing(get(this.#settings, names.networks)));
    add('aws:SourceVpce', listed(names.endpoints, ''), !isNothing(get(this.#settings, names.endpoints)));
    if (condition.keys().every((key) => isBlank(condition.get(key)))) return;
    const cause = [names.strings, names.networks, names.endpoints].find((name) => isTruthy(get(this.#settings, name)));
    this.#addPair(cause ?? names.strings, resources, { [operator]: condition });
  }

  /** A statement that allows all, and one that denies some of them. */
  #addPair(name: string, resources: Node[], condition: Node): void {
    const statement = (effect: 'Allow' | 'Deny'): Dict => {
      const made = this.#statement(effect, resources, name);
      made.set('Principal', '*');
      return made;
    };
    const deny = statement('Deny');
    deny.set('Condition', condition);
    this.#policy.set('Version', '2012-10-17');
    this.#addOnce(statement('Allow'));
    this.#addOnce(deny);
  }

  #statement(effect: string, resources: Node[], name: string): Dict {
    const parts = { Effect: effect, Action: 'execute-api:Invoke', Resource: resources };
    return this.#document.history.dictOf(parts, valueOrigin(this.#settings, name));
  }

  #statements(): Node[] {
    const statements = this.#policy.list('Statement');
    if (statements) return statements;
    const list = this.#isNew() ? [] : [this.#policy.get('Statement')!];
    this.#policy.set('Statement', list);
    return list;
  }

  #add(statement: Node): void {
    this.#statements().push(statement);
    present.get(this.#policy)?.add(identity(statement));
  }

  #addOnce(statement: Node): void {
    let known = present.get(this.#policy);
    if (!known) {
      known = new Set(this.#statements().map(identity));
      present.set(this.#policy, known);
    }
    if (!known.has(identity(statement))) this.#add(statement);
  }
}

/** What comes of a value that is taken for a list: the keys of a map, the characters of a text. */
const iterated = (value: Json): readonly Json[] | undefined => {
  if (isList(value)) return value;
  if (isString(value)) return [...value];
  return isMap(value) ? Object.keys(value) : undefined;
};

/** The statements of policies, so that none is added twice and none is compared twice. */
const present = new WeakMap<Dict, Set<string>>();

const identity = (statement: Node): string => canonicalJson(toJson(statement));
