import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { shortForm } from '../../model/short-form.ts';
import { isList, isMap, type Json } from '../../model/tree.ts';
import { type Choice, presentIn } from '../facts/templates/choices.ts';
import { elided, gap, partialText } from '../facts/texts/partial-text.ts';

const versionArn =
  /^(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+)$/;
const partsOfArn = 6;
const partitionPart = 1;
const regionPart = 3;
const accountPart = 4;
const anyAccount = '000000000000';

/** One layer that a function may have. */
interface Use extends Choice {
  /** Whether it stands in a branch of `Fn::If`. */
  readonly conditional: boolean;
}

export const lambdaLayerArnVersioned = defineRule({
  id: 'lambda-layer-arn-versioned',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Layer reference is not a version ARN or repeats a layer',
  description:
    'A function names versions of layers: `arn:aws:lambda:<region>:<account>:layer:<name>:<version>`, or a reference to a layer of the template. Each layer may be there once; Lambda refuses the same layer twice, in two versions too. `Globals` append to the layers of the function itself.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html (cfn-lint E3031, E3716)',
  messages: {
    noVersion: "'{found}' is a layer without a version; append it: {found}:<number>.",
    shape: "'{found}' is not the ARN of a layer version: arn:aws:lambda:<region>:<account>:layer:<name>:<version>.",
    twice: "'{id}' has the layer {found} already; a layer can be there only once.",
    versions: "'{id}' has the layer {found} in another version already; a layer can be there only once.",
  },
  example: {
    in: 'function',
    fails: "Layers: [‹'arn:aws:lambda:us-east-1:123456789012:layer:shared'›]",
    passes: "Layers: ['arn:aws:lambda:us-east-1:123456789012:layer:shared:4']",
  },
  on: ['AWS::Lambda::Function'],
  reads: ['Layers'],
  check(fn, cx) {
    for (const { value, at } of fn.all('Layers')) {
      if (!isList(value)) continue;
      const uses = value.flatMap((item, step) => usesOf(item, { value: item, at: cx.placeOf(value, step) ?? at }));
      for (const use of uses) checkShape(use, cx);
      checkRepetition(fn, uses, cx);
    }
  },
});

const usesOf = (item: Json, { value, at }: Choice): Use[] =>
  presentIn(value, at).map((choice) => ({ ...choice, conditional: choice.value !== item }));

const checkShape = ({ value, at }: Use, cx: RuleContext): void => {
  const found = partialText(value, cx);
  if (!found || found.includes('{{resolve:')) return;
  const parts = found.split(':');
  // A short ARN and a wrong account are the business of `arn-shape`.
  if (parts[0] === 'arn' && parts.length < partsOfArn) return;
  const text = parts.map(assumed).join(':');
  if (text.includes(gap) || versionArn.test(text)) return;
  const messageId = versionArn.test(`${text}:1`) ? 'noVersion' : 'shape';
  cx.report(messageId, at, { data: { found: elided(found) } });
};

/** A part of an ARN; what is known only at deploy time is taken to be in order where it cannot be anything else. */
const assumed = (part: string, index: number): string => {
  if (index === accountPart) return part === '' ? part : anyAccount;
  return part === gap && (index === partitionPart || index === regionPart) ? 'any' : part;
};

const checkRepetition = (fn: ResourceNode, uses: readonly Use[], cx: RuleContext): void => {
  const seen = new Map<string, Use & { readonly version: string }>();
  for (const use of uses) {
    const text = cx.resolve(use.value);
    const whole = typeof text === 'string' ? text : JSON.stringify(use.value);
    const [, layer = whole, version = ''] = /^(arn:.*:layer:[^:]+):(\d+)$/.exec(whole) ?? [];
    const first = seen.get(layer);
    if (!first) seen.set(layer, { ...use, version });
    else if (!first.conditional || !use.conditional) {
      const found = typeof text === 'string' ? `'${layer}'` : nameOf(use.value, cx);
      const messageId = first.version === version ? 'twice' : 'versions';
      cx.report(messageId, use.at, { data: { id: fn.id, found }, related: [first.at] });
    }
  }
};

const nameOf = (value: Json, cx: RuleContext): string => {
  const target = cx.target(value);
  return target
    ? `'${cx.owner(target.id, undefined).logicalId}'`
    : (isMap(value) && shortForm(value)) || JSON.stringify(value);
};
