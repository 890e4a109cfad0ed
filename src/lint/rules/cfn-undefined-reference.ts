import { nearest } from '../../model/nearest.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { get, isMap, type JsonMap } from '../../model/tree.ts';
import { referencesOf } from '../facts/templates/references.ts';

const namesIn = (template: JsonMap, section: string): string[] => {
  const content = get(template, section);
  return isMap(content) ? Object.keys(content) : [];
};

/** A template with more wrong names has another fault; each is compared with all names there are. */
const maximumSuggestions = 100;

/** What a reference of some kind may name. */
class Candidates {
  readonly what: string;
  readonly names: ReadonlySet<string>;
  readonly #nearest = new Map<string, string | undefined>();

  constructor(what: string, names: Iterable<string>) {
    this.what = what;
    this.names = new Set(names);
  }

  /** The name that was meant. It is looked for once for each wrong one, and of very many only for the first. */
  nearest(name: string): string | undefined {
    if (!this.#nearest.has(name) && this.#nearest.size < maximumSuggestions) {
      this.#nearest.set(name, nearest(name, this.names));
    }
    return this.#nearest.get(name);
  }
}

export const cfnUndefinedReference = defineTemplateRule({
  id: 'cfn-undefined-reference',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Reference to something that does not exist',
  description:
    '`Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn`, `Fn::If`, `Condition` and `Fn::FindInMap` must name a resource, parameter, condition or mapping of the template. Resources that the transform generates count as existing.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html',
  messages: {
    unknown: "{kind} names '{name}', but the template has no {what} of that name.",
    suggested: "{kind} names '{name}', but the template has no {what} of that name. Did you mean '{near}'?",
  },
  check(cx) {
    // What could not be expanded still exists: its own problem is reported elsewhere.
    const resources = new Set([...namesIn(cx.template, 'Resources'), ...cx.sources().map(({ id }) => id)]);
    if ([...resources].some((id) => id.startsWith('Fn::ForEach::'))) return;
    const parameters = namesIn(cx.template, 'Parameters');
    const ofResources = new Candidates('resource', resources);
    const ofBoth = new Candidates('resource or parameter', [...resources, ...parameters]);
    const ofConditions = new Candidates('condition', namesIn(cx.template, 'Conditions'));
    const ofMappings = new Candidates('mapping', namesIn(cx.template, 'Mappings'));
    const byKind = { Ref: ofBoth, 'Fn::Sub': ofBoth, Condition: ofConditions, 'Fn::FindInMap': ofMappings };
    for (const { kind, name, at, owner, section } of referencesOf(cx.template)) {
      const candidates = kind === 'Fn::GetAtt' || kind === 'DependsOn' ? ofResources : byKind[kind];
      if (name.startsWith('AWS::') || name.includes('{{') || candidates.names.has(name)) continue;
      if (kind === 'Ref' && resources.has(name.split('.', 1)[0]!)) continue;
      if (cx.reported(at)) continue;
      const near = candidates.nearest(name);
      const data = { kind, name, what: candidates.what, near: near ?? '' };
      const logicalId = section === 'Resources' ? { logicalId: owner } : {};
      cx.report(near === undefined ? 'unknown' : 'suggested', at, { data, ...logicalId });
    }
  },
});
