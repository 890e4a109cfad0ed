import type { Cause } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import type { OpenApiDocument, Operation } from '../../openapi/document.ts';
import { Dict, type Node, openedMap } from '../../openapi/fingerprint/index.ts';
import { kindOfNode, placeOfNode } from '../../openapi/node.ts';
import { RequirementNotMap, SecurityNotList } from '../../openapi/problems.ts';

const DefinitionsNotMap = message(
  'invalid-definition',
  'error',
  (found: string) => `'securityDefinitions' of the definition is ${found}; it must be a map.`,
);

/** Parts of a path that are not methods. */
export const notMethods: ReadonlySet<string> = new Set(['summary', 'description', 'parameters']);

/** The security definitions of a document; undefined, and reported, when they are not a map. */
export const securityDefinitions = (document: OpenApiDocument): Dict | undefined => {
  const section = document.section('securityDefinitions');
  if (section) return section;
  const found = document.root.get('securityDefinitions');
  document.report(DefinitionsNotMap(kindOfNode(found)), document.root.entry('securityDefinitions')?.value);
  return undefined;
};

/** Adds a security definition of the transform's own, unless one of the name is there. */
const addDefinition = (
  document: OpenApiDocument,
  name: string,
  parts: { [key: string]: Node },
  cause?: Cause,
): void => {
  const section = securityDefinitions(document);
  if (!section || section.has(name)) return;
  const { history } = document;
  section.merge(history.dictOf({ [name]: history.dictOf(parts, cause) }));
};

/** Makes AWS Signature Version 4 available to methods. */
const addIamDefinition = (document: OpenApiDocument, cause: Cause | undefined): void =>
  addDefinition(
    document,
    'AWS_IAM',
    { 'x-amazon-apigateway-authtype': 'awsSigv4', type: 'apiKey', name: 'Authorization', in: 'header' },
    cause,
  );

/** Makes API keys available to methods. */
export const addApiKeyDefinition = (document: OpenApiDocument, cause: Cause | undefined): void =>
  addDefinition(document, 'api_key', { type: 'apiKey', name: 'x-api-key', in: 'header' }, cause);

/**
 * What a method asks of its callers: maps from security definitions to scopes. Undefined, and reported, when the
 * definition has something else there.
 */
export const requirementsOf = (
  document: OpenApiDocument,
  path: string,
  { method, definition }: Operation,
): Dict[] | undefined => {
  if (!definition.has('security')) return [];
  const list = definition.list('security');
  const at = definition.entry('security')?.value ?? definition.cause;
  if (list === undefined) {
    document.report(SecurityNotList(path, method, kindOfNode(definition.get('security'))), at);
    return undefined;
  }
  const requirements: Dict[] = [];
  for (const [index, item] of list.entries()) {
    const requirement = openedMap(item, document.history);
    if (!(requirement instanceof Dict)) {
      document.report(RequirementNotMap(path, method, kindOfNode(item)), placeOfNode(item) ?? at);
      return undefined;
    }
    list[index] = requirement;
    requirements.push(requirement);
  }
  return requirements;
};

/** Sets what a method asks of its callers. */
export const require = (
  document: OpenApiDocument,
  definition: Dict,
  requirements: readonly Dict[],
  cause: Cause | undefined,
): void => {
  definition.set('security', [...requirements], { entry: cause && { key: cause, value: cause } });
  if (requirements[0]?.has('AWS_IAM')) addIamDefinition(document, cause);
};
