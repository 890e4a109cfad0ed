import { originOf } from '../model/origin.ts';
import type { TemplateView } from '../model/rule.ts';
import { get, isMap, type JsonMap } from '../model/tree.ts';
import type { Subject } from './index.ts';
import { knownToRules } from './known.ts';
import type { LocalFiles } from './local-files.ts';
import { Node } from './nodes.ts';
import { Owners } from './owners.ts';
import { Reach } from './reach.ts';
import type { Known } from './resolve.ts';
import { Scenarios } from './scenarios.ts';
import { TemplateIndex } from './template-index.ts';
import { View, type ViewParts } from './view.ts';

/** What of a subject a view needs. */
type Seen = Omit<Subject, 'declarations' | 'findings'>;

/** The resources as the author wrote them, `Globals` merged in. */
export const writtenResources = (
  { resources, source, known: values }: Pick<Subject, 'resources' | 'source' | 'known'>,
  known = knownToRules(values, source),
): TemplateIndex =>
  new TemplateIndex(resources.map(({ id, body, properties, cause }) => new Node(id, body, properties, cause, known)));

/** The expansion as those see it who ask about it without being a rule; local files can be looked at where they are given. */
export const expandedView = (given: Seen, files?: LocalFiles): TemplateView => {
  const parts = partsOf(given, files);
  return new View(parts, given.expanded, indexOf(given.expanded, parts));
};

/** What the views of both stages share. */
export const partsOf = (subject: Seen, files: LocalFiles | undefined): ViewParts => {
  const { source, region, partition, made } = subject;
  const known = knownIn(subject);
  const written = writtenResources(subject, known);
  const owners = new Owners(made, (id) => written.byId(id));
  const scenarios = new Scenarios(subject.expanded, known.values);
  return { source, region, partition, known, written, owners, files, scenarios };
};

/** What rules may take for known, and where. */
const knownIn = ({ known: values, source, expanded, resources }: Seen): Known => {
  const known = knownToRules(values, source);
  let reach: Reach | undefined;
  const excludes: Known['excludes'] = (value, within) => {
    reach ??= new Reach(expanded, known.values, bodiesOf(expanded, resources));
    return reach.excludes(value, within);
  };
  return { ...known, excludes };
};

/** The resources of an expanded template, and those that were written. */
const bodiesOf = (expanded: JsonMap, written: Subject['resources']): readonly JsonMap[] => {
  const made = get(expanded, 'Resources');
  return [
    ...(isMap(made) ? Object.values(made).filter(isMap) : []),
    ...written.map(({ body, properties }) => ({ ...body, Properties: properties })),
  ];
};

/** The resources of an expanded template. */
export const indexOf = (template: JsonMap, { written, known }: ViewParts): TemplateIndex => {
  const resources = get(template, 'Resources');
  if (!isMap(resources)) return new TemplateIndex([]);
  const nodes = Object.keys(resources).flatMap((id) => {
    const body = resources[id]!;
    if (!isMap(body)) return [];
    const source = written.byId(id);
    const at = source?.body === body ? source.at : originOf(body);
    return [new Node(id, body, get(body, 'Properties'), at, known)];
  });
  return new TemplateIndex(nodes);
};
