import { didYouMean, nearest } from '../../model/nearest.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { get, isMap, type JsonMap } from '../../model/tree.ts';
import { mayBeInModule } from '../facts/templates/modules.ts';
import { pseudoParameters } from '../facts/templates/pseudo-parameters.ts';
import { type Reference, referencesOf } from '../facts/templates/references.ts';

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

/** Whether a reference of this kind names a value: a parameter or a resource. */
const isName = (kind: Reference['kind']): kind is 'Ref' | 'Fn::Sub' => kind === 'Ref' || kind === 'Fn::Sub';

export const cfnUndefinedReference = defineTemplateRule({
  id: 'cfn-undefined-reference',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Reference to something that does not exist',
  description:
    '`Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn`, `Fn::If`, `Condition` and `Fn::FindInMap` must name a resource, parameter, condition or mapping of the template, or one of the pseudo parameters of AWS. Resources that the transform generates count as existing, and so does everything that a module of the template may hold. Conditions and rules are evaluated before there are resources, so they can name parameters only.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html',
  messages: {
    unknown: "{kind} names '{name}', but the template has no {what} of that name.",
    suggested: "{kind} names '{name}', but the template has no {what} of that name. Did you mean '{near}'?",
    early: "'{section}' is evaluated before there are resources, so {kind} cannot name the resource '{name}' there.",
    pseudo: "There is no pseudo parameter '{name}'.{near}",
    attribute: "'Ref' takes a name alone: write '!GetAtt {name}' for an attribute of '{id}'.",
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
    const ofParameters = new Candidates('parameter', parameters);
    for (const { kind, name, at, owner, section } of referencesOf(cx.template)) {
      if (name.includes('{{') || pseudoParameters.has(name) || cx.reported(at)) continue;
      const isEarly = section === 'Conditions' || section === 'Rules';
      const ofValues = isEarly ? ofParameters : byKind[kind as keyof typeof byKind];
      const candidates =
        kind === 'Fn::GetAtt' || kind === 'DependsOn' ? ofResources : isName(kind) ? ofValues : byKind[kind];
      if (candidates.names.has(name)) continue;
      const more = section === 'Resources' ? { logicalId: owner } : {};
      const report = (messageId: string, data: Readonly<Record<string, string>>): void =>
        cx.report(messageId, at, { data: { kind, name, ...data }, ...more });
      const id = name.split('.', 1)[0]!;
      if (isName(kind) && name.startsWith('AWS::')) {
        report('pseudo', { near: didYouMean(nearest(name, pseudoParameters)) });
      } else if (isEarly && isName(kind) && resources.has(id)) report('early', { section });
      else if (mayBeInModule(name, cx)) continue;
      else if (kind === 'Ref' && resources.has(id)) {
        // What could not be expanded may have more to refer to than its name.
        if (cx.resource(id)) report('attribute', { id });
      } else {
        const near = candidates.nearest(name);
        report(near === undefined ? 'unknown' : 'suggested', { what: candidates.what, near: near ?? '' });
      }
    }
  },
});
