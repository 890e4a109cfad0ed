import { apiPathConditions, apiRoutes, managedApis } from '../../model/channel.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, isString, isTruthy, type Json, type JsonMap, kindOf } from '../../model/tree.ts';
import { OpenApiDocument } from '../../openapi/document.ts';
import { History } from '../../openapi/fingerprint/index.ts';
import { isVersion3, versionText } from '../../openapi/version.ts';
import { unreadDefinition } from '../unread-definition.ts';
import type { ApiContext } from './context.ts';

const BothDefinitions = message(
  'exclusive-properties',
  'error',
  () => "The API has both 'DefinitionBody' and 'DefinitionUri'; keep one of them.",
);
const MergeWithUri = message(
  'exclusive-properties',
  'error',
  () => "'MergeDefinitions' requires 'DefinitionBody'; it cannot be used with 'DefinitionUri'.",
);
const BadVersion = message(
  'wrong-value',
  'error',
  (found: string) => `'OpenApiVersion' is ${found}; it must be of the form '3.0.1' or '2.0'.`,
);
const NeedsBody = message(
  'definition-not-inline',
  'error',
  (property: string) =>
    `'${property}' is added to the definition, so it needs 'DefinitionBody' or a definition that is built from events.`,
);
const NotADefinition = message(
  'invalid-definition',
  'error',
  (property: string) =>
    `'${property}' cannot be added to the definition: 'DefinitionBody' needs 'paths' and either 'swagger' or 'openapi' (version 3.x).`,
);

/** A change of a definition that an event asks for, and its place among those of all events. */
export interface DefinitionEdit {
  readonly order: number;
  apply(): void;
}

/** The definition of an API while it is being put together. */
export class Definition {
  readonly #cx: ApiContext;
  readonly #document: OpenApiDocument | undefined;
  /** The definition follows from events alone. */
  readonly managed: boolean;
  #checked = false;

  constructor(cx: ApiContext, document: OpenApiDocument | undefined, managed: boolean) {
    this.#cx = cx;
    this.#document = document;
    this.managed = managed;
  }

  /** The document as far as the template has one, whatever it holds. */
  get document(): OpenApiDocument | undefined {
    return this.#document;
  }

  /**
   * The document, when it is one that can be edited; otherwise the API is dropped.
   * @param property what shall be built into it
   */
  editable(property: string): OpenApiDocument {
    const document = this.#document;
    if (document === undefined) return this.#cx.fail(NeedsBody(property), this.#cx.at(property));
    this.#refuseUnread(property);
    if (!this.isValid()) return this.#cx.fail(NotADefinition(property), this.#cx.at(property));
    if (!this.#checked) {
      this.#checked = true;
      if (!this.managed) for (const path of document.paths.keys()) document.pathItems(path);
    }
    return document;
  }

  #refuseUnread(property: string): void {
    const { props, beforeBuild } = this.#cx;
    const unread = unreadDefinition(props.DefinitionBody, `'${property}'`, beforeBuild);
    if (unread) this.#cx.fail(unread, this.#cx.at(property));
  }

  isValid(): boolean {
    return this.#document !== undefined && (this.managed || isDefinition(this.#cx.props.DefinitionBody));
  }
}

/** Whether something is a Swagger or OpenAPI definition at all. */
const isDefinition = (body: Json | null | undefined): boolean => {
  if (!isMap(body) || !isMap(get(body, 'paths'))) return false;
  return isTruthy(get(body, 'swagger')) || isVersion3(versionText(body, 'openapi'));
};

/** The definition before anything is built into it, with the routes that events add. */
export const definitionOf = (cx: ApiContext): Definition => {
  const managed = cx.contributions(managedApis).length > 0;
  checkSource(cx, managed);
  const body = cx.props.DefinitionBody;
  if (managed) return new Definition(cx, managedDocument(cx), true);
  return new Definition(cx, isMap(body) && isTruthy(body) ? OpenApiDocument.of(body, cx.report) : undefined, false);
};

const checkSource = (cx: ApiContext, managed: boolean): void => {
  const { DefinitionBody, DefinitionUri, MergeDefinitions, OpenApiVersion } = cx.props;
  if (isTruthy(DefinitionUri) && (managed || isTruthy(DefinitionBody))) {
    return cx.fail(BothDefinitions(), cx.at('DefinitionUri'));
  }
  if (isTruthy(DefinitionUri) && MergeDefinitions === true) {
    return cx.fail(MergeWithUri(), cx.at('MergeDefinitions'));
  }
  const version = versionText(cx.properties, 'OpenApiVersion');
  const wellFormed = /^[2-3](\.\d)(\.\d)?$/.test(version);
  const isText = isString(OpenApiVersion) || (managed && isVersion3(version));
  if (isTruthy(OpenApiVersion ?? null) && !(wellFormed && isText)) {
    const found = isString(OpenApiVersion)
      ? `'${OpenApiVersion}'`
      : isMap(OpenApiVersion)
        ? kindOf(OpenApiVersion)
        : `the number ${version}`;
    cx.report(BadVersion(found), cx.at('OpenApiVersion'));
  }
};

/** A definition that the transform writes: a frame, and the routes of all events. */
const managedDocument = (cx: ApiContext): OpenApiDocument => {
  const history = new History();
  const title: JsonMap = { Ref: 'AWS::StackName' };
  const info = history.dictOf({ version: '1.0', title }, cx.cause);
  const root = history.dictOf({ swagger: '2.0', info, paths: history.dict(cx.cause) }, cx.cause);
  const document = new OpenApiDocument(root, cx.report);
  for (const { item, cause } of cx.contributions(apiRoutes)) {
    document.edit(() => document.addMethod(item.path, item.method, cause, item.written));
  }
  document.edit(() => {
    for (const { item } of cx.contributions(apiPathConditions)) {
      const condition = item.combined ? item.condition : history.written(item.condition);
      document.makePathConditional(item.path, condition);
    }
  });
  const version = versionText(cx.properties, 'OpenApiVersion');
  if (isVersion3(version)) {
    const written = typeof cx.props.OpenApiVersion === 'string';
    root.set('openapi', written ? history.written(version, cx.properties, 'OpenApiVersion') : version);
    root.delete('swagger');
  }
  return document;
};
