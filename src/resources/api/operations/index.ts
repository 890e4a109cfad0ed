import { type RestOperation, restOperations } from '../../../model/channel.ts';
import { type Cause, valueOrigin } from '../../../model/origin.ts';
import type { Contribution } from '../../../model/plugin.ts';
import { message } from '../../../model/problem.ts';
import { get, isMap, isNothing, isString, isTruthy, type JsonMap, kindOf } from '../../../model/tree.ts';
import { integrationKey, type OpenApiDocument } from '../../../openapi/document.ts';
import type { ApiContext } from '../context.ts';
import type { Definition } from '../definition.ts';
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
  (method: string, path: string) => `The API has '${method}' on '${path}' already; a method can have one integration.`,
);
const EmptyStageName = message(
  'empty-stage-name',
  'error',
  () => "'StageName' is empty; events cannot refer to such a stage.",
);
const AuthNotMap = message(
  'invalid-auth',
  'error',
  (found: string) => `'Auth' is ${found}; it must be a map of authorizers and their use.`,
);
const NothingToOverride = message(
  'nothing-to-override',
  'error',
  () =>
    "'OverrideApiAuth' needs what to override: 'Authorizer', 'ApiKeyRequired' or 'ResourcePolicy' in the same 'Auth'.",
);

/** Builds what events say about their methods into the definition. */
export const addOperations = (cx: ApiContext, definition: Definition): void => {
  const operations = cx.contributions(restOperations);
  if (operations.length === 0) return;
  if (cx.props.StageName === '') return cx.fail(EmptyStageName(), cx.at('StageName'));
  const state = new Operations(cx, definition);
  for (const operation of operations) state.add(operation);
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
    const document = this.#definition.document;
    const auth = get(item.event, 'Auth') ?? null;
    const guard = (work: () => void): void => {
      try {
        work();
      } catch (fault) {
        if (!(fault instanceof Fault)) throw fault;
        this.#cx.blame(contribution, fault.message, fault.at ?? cause);
      }
    };
    guard(() => {
      if (!isNothing(auth) && !isMap(auth)) throw new Fault(AuthNotMap(kindOf(auth)), valueOrigin(item.event, 'Auth'));
      if (document === undefined) return;
      const merge = this.#cx.props.MergeDefinitions === true && item.integration.kind === 'function';
      if (merge) mergeInto(this.#cx, document, item, (scratch) => this.#build(scratch, item, cause));
      else if (this.#definition.managed) document.edit(() => this.#build(document, item, cause));
      if (isTruthy(get(auth, 'OverrideApiAuth')) && item.integration.kind === 'function') {
        const target = this.#definition.editable('Auth');
        if (!['Authorizer', 'ApiKeyRequired', 'ResourcePolicy'].some((name) => isTruthy(get(auth, name)))) {
          throw new Fault(NothingToOverride(), valueOrigin(auth, 'OverrideApiAuth'));
        }
        target.edit(() => addEventAuth(target, item, this.#auth(item, cause)));
      }
    });
  }

  #build(document: OpenApiDocument, item: RestOperation, cause: Cause | undefined): void {
    const { path, method, event } = item;
    if (document.hasIntegration(path, method))
      throw new Fault(SameRoute(method, path), valueOrigin(event, 'Path') ?? cause);
    addIntegration(document, item, { partition: this.#cx.partition, apiAuth: this.#apiAuth, cause });
    addEventAuth(document, item, this.#auth(item, cause));
    if (item.integration.kind !== 'function') return;
    this.#addTimeout(document, item);
    addRequestModel(document, item, this.#cx.props.Models);
    addRequestParameters(document, item);
  }

  #auth({ event }: RestOperation, cause: Cause | undefined): AuthSurroundings {
    if (isTruthy(get(event, 'Auth'))) this.#apiAuth = this.#resolvedAuth;
    const { StageName } = this.#cx.props;
    const named = isString(StageName);
    const stageIsWritten = named && !isImplicit(this.#cx);
    return { apiAuth: this.#apiAuth, stage: named ? StageName : 'Stage', stageIsWritten, cause };
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
