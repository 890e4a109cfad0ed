import { entryOf, place } from '../../model/origin.ts';
import type { ResourceContext } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { hasScheme } from '../../model/s3.ts';
import { get, isMap, isNothing, isString, type Json, type JsonMap, kindOf, newMap } from '../../model/tree.ts';
import { neededValue, parameterIn } from '../needed-value.ts';
import type { applicationProperties } from './properties.ts';

export type ApplicationContext = ResourceContext<typeof applicationProperties>;

const MissingPart = message(
  'missing-property',
  'error',
  (name: string) =>
    `'Location' needs '${name}'; a repository application is named by 'ApplicationId' and 'SemanticVersion'.`,
);
const Unresolved = message(
  'unresolved-application',
  'error',
  (name: string) =>
    `'${name}' cannot be resolved before the deployment. Use a string, a 'Ref' to a parameter with a value, or 'Fn::FindInMap' with known keys.`,
);
const NoValue = message('unresolved-application', 'error', neededValue);
const NotText = message(
  'wrong-type',
  'error',
  (name: string, found: string) => `'${name}' is ${found}; it must be a string (put it in quotes).`,
);
const DynamicReference = message(
  'dynamic-reference',
  'error',
  () =>
    "'ApplicationId' has a dynamic reference ('{{resolve:…}}'), which the Serverless Application Repository does not read.",
);
const NotAvailable = message(
  'application-not-available',
  'error',
  (id: string, version: string) =>
    `The template of the application '${id}' in version '${version}' is not known. Give its URL with '--application ${id}@${version}=URL' (in the library 'resolveApplication').`,
);
const NoSuchTemplate = message(
  'template-not-found',
  'warning',
  (location: string) =>
    `'Location' is '${location}', which is neither a URL nor a local file; it becomes the 'TemplateURL' unchanged.`,
);

/** Where the template of a nested stack is, and the application it comes from. */
export interface TemplateSource {
  readonly url: Json;
  /** Tags that name the application. */
  readonly tags: JsonMap;
}

/** Reads `Location`. */
export const templateSource = (cx: ApplicationContext): TemplateSource => {
  const location = cx.props.Location;
  return isMap(location) ? fromRepository(location, cx) : { url: urlOf(location, cx), tags: newMap() };
};

const urlOf = (location: string, cx: ApplicationContext): Json => {
  if (!hasScheme(location)) cx.report(NoSuchTemplate(location), cx.at('Location'));
  return location;
};

const fromRepository = (location: JsonMap, cx: ApplicationContext): TemplateSource => {
  const id = textOf(location, 'ApplicationId', cx);
  const version = textOf(location, 'SemanticVersion', cx);
  if (id?.includes('{{resolve:')) cx.report(DynamicReference(), cx.at('Location', 'ApplicationId'));
  else if (id !== undefined && version !== undefined) {
    const url = cx.application(id, version);
    if (url === undefined) cx.report(NotAvailable(id, version), cx.at('Location', 'ApplicationId'));
    else return { url, tags: tagsOf(location, id, version) };
  }
  // What is missing has been reported.
  return { url: '', tags: newMap() };
};

const textOf = (location: JsonMap, name: string, cx: ApplicationContext): string | undefined => {
  const at = cx.at('Location', name);
  const given = get(location, name);
  if (isNothing(given) || given === '') return void cx.report(MissingPart(name), at);
  const value = cx.findInMap(cx.resolve(given));
  if (isMap(value)) {
    const parameter = parameterIn(value, cx);
    return void cx.report(parameter === undefined ? Unresolved(name) : NoValue(name, parameter), at);
  }
  if (isNothing(value) || value === '') return void cx.report(MissingPart(name), at);
  return isString(value) ? value : void cx.report(NotText(name, kindOf(value)), at);
};

const tagsOf = (location: JsonMap, id: string, version: string): JsonMap => {
  const tags = newMap();
  for (const [key, name, value] of [
    ['serverlessrepo:applicationId', 'ApplicationId', id],
    ['serverlessrepo:semanticVersion', 'SemanticVersion', version],
  ] as const) {
    tags[key] = value;
    place(tags, key, entryOf(location, name));
  }
  return tags;
};
