import { expandedView } from '../lint/expanded-view.ts';
import { macroCall } from '../model/macros.ts';
import type { TemplateView } from '../model/rule.ts';
import type { Specs } from '../model/spec.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, newMap } from '../model/tree.ts';
import type { CompactOrigin } from '../parse/index.ts';
import type { Attempt } from '../transform/index.ts';
import { defaultRegion } from '../transform/options.ts';
import { Meaning } from './meaning/meaning.ts';

/** A resource of one of the two templates. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly body: JsonMap;
}

/** One of the two templates that are compared. */
export interface Side {
  /** How the template is called in messages. */
  readonly file: string | undefined;
  readonly attempt: Attempt;
  /** What there is of the compact spec that it was written as. */
  readonly compact: CompactOrigin | undefined;
  readonly template: JsonMap;
  readonly meaning: Meaning;
  /** Those that are there: without the ones whose condition is known not to hold. */
  readonly resources: ReadonlyMap<string, Resource>;
  /** The local templates of nested stacks: logical id → path from the folder of this template. */
  readonly localTemplates: ReadonlyMap<string, string>;
  /** Of a nested stack: the parameters that the stack around it gives values for. */
  readonly passed: ReadonlySet<string>;
  readonly isNested: boolean;
  /** The values that the deployment gives to parameters, as far as they are known. */
  readonly given: Readonly<Record<string, Json>>;
  /** What is known of it beyond single values: its routes, the functions behind aliases … */
  facts(): TemplateView;
}

/** What is given of a template from outside. */
export interface Given {
  readonly file?: string | undefined;
  readonly parameters?: Readonly<Record<string, Json>> | undefined;
  readonly region?: string | undefined;
  /** Whether facts count the defaults of parameters: where there is no other side in which they could differ. */
  readonly withDefaults?: boolean | undefined;
  readonly localTemplates?: ReadonlyMap<string, string> | undefined;
  readonly passed?: ReadonlySet<string> | undefined;
  readonly compact?: CompactOrigin | undefined;
}

/** A template that was expanded, made ready to be compared. Parameters that were not given stay unknown. */
export const sideOf = (
  attempt: Attempt,
  { file, parameters = {}, region, withDefaults = false, localTemplates = new Map(), passed, compact }: Given,
  specs: Specs | undefined,
): Side => {
  const template = attempt.expanded;
  const values = new Map<string, Json>();
  const declared = get(template, 'Parameters');
  for (const name of Object.keys(parameters)) values.set(name, typed(parameters[name]!, get(declared, name)));
  if (region !== undefined) {
    values.set('AWS::Region', region);
    values.set('AWS::Partition', attempt.partition);
  }
  const meaning = new Meaning(template, values, specs);
  let facts: TemplateView | undefined;
  return {
    file,
    attempt,
    compact,
    template,
    meaning,
    resources: resourcesOf(template, meaning),
    localTemplates,
    passed: passed ?? new Set(),
    isNested: passed !== undefined,
    given: parameters,
    facts: () => {
      facts ??= expandedView({
        ...attempt,
        resources: [...attempt.resources.values()],
        known: withDefaults ? attempt.known : values,
        file,
      });
      return facts;
    },
  };
};

const nothing: Attempt = {
  document: newMap(),
  source: newMap(),
  resources: new Map(),
  expanded: newMap(),
  made: new Map(),
  known: new Map(),
  region: defaultRegion,
  partition: 'aws',
};

/** The side on which there is no template: before it comes, or after it went. */
export const emptySide = (): Side => sideOf(nothing, {}, undefined);

/** The value of a list parameter is given as a text with commas. */
const typed = (value: Json, declaration: Json | undefined): Json => {
  const type = get(declaration, 'Type');
  const isListType = isString(type) && /^(?:CommaDelimitedList$|List<)/.test(type);
  return isListType && isString(value) ? value.split(',').map((each) => each.trim()) : value;
};

/** What a loop that only the deployment can run is taken for. */
export const loopType = 'Fn::ForEach';

/** What only the deployment makes resources of, as one resource. */
const madeAtDeployment = (id: string, type: string, property: string, value: Json): Resource => {
  const properties = Object.assign(newMap(), { [property]: value });
  return { id, type, body: Object.assign(newMap(), { Type: type, Properties: properties }) };
};

const resourcesOf = (template: JsonMap, meaning: Meaning): ReadonlyMap<string, Resource> => {
  const found = new Map<string, Resource>();
  const section = get(template, 'Resources');
  if (!isMap(section)) return found;
  for (const id of Object.keys(section)) {
    const body = section[id]!;
    if (isList(body)) found.set(id, madeAtDeployment(id, loopType, 'Loop', body));
    else if (id === macroCall) found.set(id, madeAtDeployment(id, macroCall, macroCall, body));
    else if (isMap(body) && meaning.condition(body) !== false) {
      const type = get(body, 'Type');
      found.set(id, { id, type: isString(type) ? type : '', body });
    }
  }
  return found;
};
