import { didYouMean, nearest } from '../../model/nearest.ts';
import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isIntrinsic, isList, isMap, isString, type Json, kindOf } from '../../model/tree.ts';
import { namesIn } from '../facts/sections/structure.ts';
import { placeIn } from '../facts/templates/places.ts';

const section = 'AWS::CloudFormation::Interface';

export const cfnInterface = defineTemplateRule({
  id: 'cfn-interface',
  level: 'error',
  category: 'correctness',
  stage: 'source',
  macros: 'silent',
  title: 'Metadata of the console that do not fit the parameters',
  description:
    '`AWS::CloudFormation::Interface` in `Metadata` groups parameters (`ParameterGroups`, a list of maps with `Label` and `Parameters`) and names them (`ParameterLabels`, a map of maps with `default`). A parameter that it names and the template does not have is a warning.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-interface.html',
  messages: {
    kind: '{where} must be {wanted}; found {found}.',
    key: "{where} has no key '{name}'. It knows: {allowed}.",
    unknown: "'{section}' names the parameter '{name}', which the template does not have.{near}",
  },
  example: {
    fails: `
Metadata:
  AWS::CloudFormation::Interface:
    ParameterLabels: {‹Stagee›: {default: Stage of the application}}
Parameters:
  Stage: {Type: String}
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref Stage}}
`,
    passes: `
Metadata:
  AWS::CloudFormation::Interface:
    ParameterLabels: {Stage: {default: Stage of the application}}
Parameters:
  Stage: {Type: String}
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref Stage}}
`,
  },
  check(cx) {
    const metadata = get(cx.document, 'Metadata');
    const content = get(metadata, section);
    if (content === undefined) return;
    const check = new Check(cx);
    const at = placeIn(metadata, section);
    if (!check.map(content, `'${section}'`, ['ParameterGroups', 'ParameterLabels'], at)) return;
    const groups = get(content, 'ParameterGroups');
    if (groups !== undefined) check.groups(groups, placeIn(content, 'ParameterGroups') ?? at);
    const labels = get(content, 'ParameterLabels');
    if (labels !== undefined) check.labels(labels, placeIn(content, 'ParameterLabels') ?? at);
  },
});

class Check {
  readonly #cx: RuleContext;
  readonly #parameters: readonly string[];

  constructor(cx: RuleContext) {
    this.#cx = cx;
    this.#parameters = namesIn(cx.document, 'Parameters');
  }

  groups(groups: Json, at: Cause | undefined): void {
    if (!this.#is(isList(groups), "'ParameterGroups'", 'a list', groups, at)) return;
    for (const [step, group] of (groups as Json[]).entries()) {
      const place = placeIn(groups, step) ?? at;
      if (!this.map(group, 'A group of parameters', ['Label', 'Parameters'], place)) continue;
      this.#label(get(group, 'Label'), placeIn(group, 'Label') ?? place);
      const names = get(group, 'Parameters');
      const around = placeIn(group, 'Parameters') ?? place;
      if (names === undefined || !this.#is(isList(names), "'Parameters' of a group", 'a list', names, around)) continue;
      for (const [index, name] of (names as Json[]).entries()) {
        if (isString(name)) this.#parameter(name, placeIn(names, index) ?? around);
        else
          this.#is(
            false,
            `Item ${index + 1} of 'Parameters'`,
            'the name of a parameter',
            name,
            placeIn(names, index) ?? around,
          );
      }
    }
  }

  labels(labels: Json, at: Cause | undefined): void {
    if (!this.#is(isMap(labels), "'ParameterLabels'", 'a map', labels, at)) return;
    for (const name of Object.keys(labels as object)) {
      this.#parameter(name, this.#cx.keyOf(labels, name));
      this.#label(get(labels, name), placeIn(labels, name) ?? at);
    }
  }

  #label(label: Json | undefined, at: Cause | undefined): void {
    if (label === undefined || !this.map(label, 'A label', ['default'], at)) return;
    const text = get(label, 'default');
    if (text !== undefined)
      this.#is(isString(text), "'default' of a label", 'a text', text, placeIn(label, 'default') ?? at);
  }

  map(value: Json, where: string, allowed: readonly string[], at: Cause | undefined): boolean {
    if (!this.#is(isMap(value) && !isIntrinsic(value), where, 'a map', value, at)) return false;
    for (const name of Object.keys(value as object)) {
      if (allowed.includes(name)) continue;
      this.#cx.report('key', this.#cx.keyOf(value, name), { data: { where, name, allowed: allowed.join(', ') } });
    }
    return true;
  }

  #is(isRight: boolean, where: string, wanted: string, value: Json | undefined, at: Cause | undefined): boolean {
    if (!isRight && value !== null) this.#cx.report('kind', at, { data: { where, wanted, found: kindOf(value) } });
    return isRight;
  }

  #parameter(name: string, at: Cause | undefined): void {
    if (this.#parameters.includes(name)) return;
    // CloudFormation takes no more parameters than this anyway.
    const near = didYouMean(nearest(name, this.#parameters.slice(0, 200)));
    this.#cx.report('unknown', at, { data: { section, name, near }, level: 'warning' });
  }
}
