import { integrationKey } from '../../../model/api-extensions.ts';
import { type RestOperation, restOperations } from '../../../model/channel.ts';
import { type Cause, shallowCopy, valueOrigin } from '../../../model/origin.ts';
import type { Contribution } from '../../../model/plugin.ts';
import { message } from '../../../model/problem.ts';
import { get, isMap, isNothing, isString, isTruthy, type JsonMap } from '../../../model/tree.ts';
import type { OpenApiDocument } from '../../../openapi/document.ts';
import type { ApiContext } from '../context.ts';
import type { Definition, DefinitionEdit } from '../definition.ts';
import { authOf, isImplicit } from '../settings.ts';
import { type AuthSurroundings, addEventAuth } from './auth.ts';
import { Fault } from './fault.ts';
import { addIntegration } from './integration.ts';
import { mergeInto } from './merge.ts';
import { addRequestModel } from './request-model.ts';
import { addRequestParameters } from './request-parameters.ts';

const SameRoute = message(
  'duplicate-route',
  'error',
  (method: string, path: string) =>
    `The API already has '${method}' on '${path}'; a method can have one integration only.`,
);
const EmptyStageName = message(
  'empty-stage-name',
  'error',
  () => "'StageName' is empty, so events cannot refer to the stage. Give it a name.",
);

const NothingThere = message(
  'override-without-method',
  'error',
  (method: string, path: string) =>
    `'OverrideApiAuth' changes '${method}' on '${path}', but 'DefinitionBody' has no such method.`,
);

/** How what events say about their methods is built into the definition. */
export const operationEdits = (cx: ApiContext, definition: Definition): DefinitionEdit[] => {
  const operations = cx.contributions(restOperations);
  if (operations.length === 0) return [];
  if (cx.props.StageName === '') return cx.fail(EmptyStageName(), cx.at('StageName'));
  const state = new Operations(cx, definition);
  return operations.map((operation) => ({ order: operation.order, apply: () => state.add(operation) }));
};

class Operations {
  readonly #cx: ApiContext;
  readonly #definition: Definition;
  readonly #resolvedAuth: JsonMap;
  /** References are resolved as soon as one event needs them to be. */
  #apiAuth: JsonMap;

  constructor(cx: ApiContext, definition: Definition) {
    const { Auth } = cx.props;
    this.#cx = cx;
    this.#definition = definition;
    this.#apiAuth = isMap(Auth) ? Auth : {};
    this.#resolvedAuth = authOf(cx) ?? {};
  }

  add(contribution: Contribution<RestOperation>): void {
    const { item, cause } = contribution;
    const { managed, document } = this.#definition;
    if (document === undefined) return;
    try {
      const merges = this.#cx.props.MergeDefinitions === true && item.integration.kind === 'function';
      if (merges) mergeInto(this.#cx, document, item, (scratch) => this.#build(scratch, item, cause));
      else if (managed) document.edit(() => this.#build(document, item, cause));
      if (!item.overridesAuth) return;
      const target = this.#definition.editable('Auth');
      checkOverride(target, item);
      target.edit(() => addEventAuth(target, item, this.#surroundings(item)));
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      this.#cx.blame(contribution, fault.message, fault.at ?? cause);
    }
  }

  #build(document: OpenApiDocument, item: RestOperation, cause: Cause | undefined): void {
    const { path, method, event } = item;
    if (document.hasIntegration(path, method))
      throw new Fault(SameRoute(method, path), valueOrigin(event, 'Path') ?? cause);
    addIntegration(document, item, { partition: this.#cx.partition, apiAuth: this.#authFor(event), cause });
    addEventAuth(document, item, this.#surroundings(item));
    if (item.integration.kind !== 'function') return;
    this.#addTimeout(document, item);
    if (item.model) addRequestModel(document, item, item.model);
    addRequestParameters(document, item);
  }

  /**
   * `Auth` of the API as the integration of an event has it. References in it are resolved together with the first
   * event's own `Auth`; only a value that is a `Ref` as a whole has been taken over by then.
   */
  #authFor(event: JsonMap): JsonMap {
    if (this.#apiAuth === this.#resolvedAuth || !isTruthy(get(event, 'Auth'))) return this.#apiAuth;
    const role = get(this.#apiAuth, 'InvokeRole');
    if (get(role, 'Ref') === undefined) return this.#resolvedAuth;
    const auth = shallowCopy(this.#resolvedAuth);
    auth['InvokeRole'] = role!;
    return auth;
  }

  #surroundings({ event }: RestOperation): AuthSurroundings {
    if (isTruthy(get(event, 'Auth'))) this.#apiAuth = this.#resolvedAuth;
    const { StageName } = this.#cx.props;
    const named = isString(StageName);
    const stageIsWritten = named && !isImplicit(this.#cx);
    return { apiAuth: this.#apiAuth, stage: named ? StageName : 'Stage', stageIsWritten };
  }

  #addTimeout(document: OpenApiDocument, { path, method, event }: RestOperation): void {
    const timeout = get(event, 'TimeoutInMillis');
    if (!isTruthy(timeout)) return;
    for (const definition of document.definitions(path, method)) {
      const value = document.history.written(timeout!, event, 'TimeoutInMillis');
      definition.dict(integrationKey)?.set('timeoutInMillis', value);
    }
  }
}

/** What an event overrides has to be in the author's definition. */
const checkOverride = (document: OpenApiDocument, { path, method, event }: RestOperation): void => {
  const auth = get(event, 'Auth');
  const onMethod = isTruthy(get(auth, 'Authorizer')) || !isNothing(get(auth, 'ApiKeyRequired'));
  const found = onMethod ? document.hasMethod(path, method) : document.paths.has(path);
  if (!found) throw new Fault(NothingThere(method, path), valueOrigin(event, 'Path'));
};
