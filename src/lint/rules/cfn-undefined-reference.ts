import { didYouMean, nearest } from '../../model/nearest.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { identifiersLeft, isNameOfLoop } from '../facts/intrinsics/loop-values.ts';
import { namesIn } from '../facts/sections/structure.ts';
import { mayBeGenerated } from '../facts/templates/faulty.ts';
import { isFunctionKey } from '../facts/templates/function-keys.ts';
import { mayBeInModule } from '../facts/templates/modules.ts';
import { pseudoParameters } from '../facts/templates/pseudo-parameters.ts';
import { type Reference, referencesOf } from '../facts/templates/references.ts';

/** A template with more wrong names has another fault; each is compared with all names there are. */
const maximumSuggestions = 100;

/** What a reference of some kind may name. */
class Candidates {
  readonly what: string;
  readonly #names: ReadonlySet<string>;
  /** Whether macros or loops give further names, which are not known here. */
  readonly #isOpen: boolean;
  readonly #nearest = new Map<string, string | undefined>();

  constructor(what: string, names: readonly string[]) {
    this.what = what;
    this.#names = new Set(names);
    this.#isOpen = names.some(isFunctionKey);
  }

  has(name: string): boolean {
    return this.#isOpen || this.#names.has(name);
  }

  /** The name that was meant. It is looked for once for each wrong one, and of very many only for the first. */
  nearest(name: string): string | undefined {
    if (!this.#nearest.has(name) && this.#nearest.size < maximumSuggestions) {
      this.#nearest.set(name, nearest(name, this.#names));
    }
    return this.#nearest.get(name);
  }
}

export const cfnUndefinedReference = defineTemplateRule({
  id: 'cfn-undefined-reference',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Reference to something that does not exist',
  description:
    '`Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn`, `Fn::If`, `Condition` and `Fn::FindInMap` must name a resource, parameter, condition or mapping of the template, or one of the pseudo parameters of AWS. Resources that the transform generates count as existing, and so does everything that a module, a macro or a loop of the template may hold. Conditions and rules are evaluated before there are resources, so they can name parameters only.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html',
  messages: {
    unknown: "{kind} names '{name}', but the template has no {what} of that name.",
    suggested: "{kind} names '{name}', but the template has no {what} of that name. Did you mean '{near}'?",
    variable: "'${{name}}' names nothing that 'Fn::Sub' could insert; write '${!{name}}' to keep the text unchanged.",
    early: "'{section}' is evaluated before there are resources, so {kind} cannot name the resource '{name}' there.",
    pseudo: "There is no pseudo parameter '{name}'.{near}",
    attribute: "'Ref' takes a name alone: write '!GetAtt {name}' for an attribute of '{id}'.",
  },
  example: {
    in: 'resources',
    fails: `
Subscription:
  Type: AWS::SNS::Subscription
  Properties: {TopicArn: !Ref ‹Orders›, Protocol: email, Endpoint: team@example.com}`,
    passes: `
Orders: {Type: AWS::SNS::Topic}
Subscription:
  Type: AWS::SNS::Subscription
  Properties: {TopicArn: !Ref Orders, Protocol: email, Endpoint: team@example.com}`,
  },
  check(cx) {
    if (Object.keys(cx.template).some(isFunctionKey)) return;
    const candidatesFor = candidatesOf(cx);
    const identifiers = identifiersLeft(cx);
    for (const reference of referencesOf(cx.template)) {
      const { kind, name, owner, section } = reference;
      if (isNameOfLoop(name, identifiers)) continue;
      const candidates = candidatesFor(reference);
      if (candidates.has(name) || pseudoParameters.has(name) || isFilledIn(reference)) continue;
      const { at } = reference;
      if (cx.reported(at)) continue;
      const found = faultOf(reference, candidates, cx);
      const logicalId = section === 'Resources' ? owner : undefined;
      if (found) cx.report(found.messageId, at, { data: { kind, name, ...found.data }, logicalId });
    }
  },
});

/** Whether a name is made at the deployment; of `DependsOn` none is. */
const isFilledIn = ({ kind, name }: Reference): boolean => name.includes('{{') && kind !== 'DependsOn';

const candidatesOf = (cx: RuleContext): ((reference: Reference) => Candidates) => {
  // What could not be expanded still exists: its own problem is reported elsewhere.
  const resources = [...new Set([...namesIn(cx.template, 'Resources'), ...cx.sources().map(({ id }) => id)])];
  const parameters = namesIn(cx.template, 'Parameters');
  const ofResources = new Candidates('resource', resources);
  const ofParameters = new Candidates('parameter', parameters);
  const ofBoth = new Candidates('resource or parameter', [...resources, ...parameters]);
  const ofConditions = new Candidates('condition', namesIn(cx.template, 'Conditions'));
  const ofMappings = new Candidates('mapping', namesIn(cx.template, 'Mappings'));
  return ({ kind, section }) => {
    if (kind === 'Condition') return ofConditions;
    if (kind === 'Fn::FindInMap') return ofMappings;
    if (kind === 'Fn::ValueOf') return ofParameters;
    if (!isName(kind)) return ofResources;
    return isEarly(section) ? ofParameters : ofBoth;
  };
};

const isName = (kind: Reference['kind']): boolean => kind === 'Ref' || kind === 'Fn::Sub';

/** Whether a section is evaluated before there are resources. */
const isEarly = (section: string): boolean => section === 'Conditions' || section === 'Rules';

const faultOf = ({ kind, name, section }: Reference, candidates: Candidates, cx: RuleContext) => {
  const id = name.split('.', 1)[0]!;
  const isResource = cx.resource(id) !== undefined || cx.written(id) !== undefined;
  if (kind === 'Fn::Sub' && !/^[\w.:]+$/.test(name)) return { messageId: 'variable', data: {} };
  if (isName(kind) && name.startsWith('AWS::')) {
    return { messageId: 'pseudo', data: { near: didYouMean(nearest(name, pseudoParameters)) } };
  }
  if (isName(kind) && isEarly(section) && isResource) return { messageId: 'early', data: { section } };
  if (mayBeInModule(name, cx) || mayBeGenerated(name, cx)) return undefined;
  if (kind === 'Ref' && isResource) {
    // What could not be expanded may have more to refer to than its name.
    return cx.resource(id) && { messageId: 'attribute', data: { id } };
  }
  const near = candidates.nearest(name);
  return { messageId: near === undefined ? 'unknown' : 'suggested', data: { what: candidates.what, near: near ?? '' } };
};
