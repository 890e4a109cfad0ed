import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isList } from '../../model/tree.ts';
import { architectures } from '../facts/functions/architectures.ts';
import { runtimeIds } from '../facts/functions/runtime-ids.ts';
import { listLengths } from '../facts/templates/list-lengths.ts';

const maximumRuntimes = 15;
const defaultArchitecture = 'x86_64';

type Used = Pick<Found<string>, 'value' | 'at'>;

/** What a function uses, and where a layer declares that it is for that. A misspelt runtime is another rule's business. */
const aspects = [
  {
    what: 'runtime',
    list: 'CompatibleRuntimes',
    known: runtimeIds,
    of: (fn: ResourceNode): Used[] => fn.strings('Runtime').filter(({ value }) => runtimeIds.has(value)),
  },
  {
    what: 'architecture',
    list: 'CompatibleArchitectures',
    known: architectures,
    of: (fn: ResourceNode): Used[] =>
      fn.lacks('Architectures')
        ? [{ value: defaultArchitecture, at: undefined }]
        : fn.strings('Architectures', '*').filter(({ value }) => architectures.has(value)),
  },
];

export const lambdaLayerCompat = defineRule({
  id: 'lambda-layer-compat',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Layer does not declare the function runtime/architecture',
  description:
    'A layer of the same template says what it is made for: the runtime of the function is one of its `CompatibleRuntimes`, the architecture (`x86_64` unless set) one of its `CompatibleArchitectures`. Compiled dependencies of another runtime or architecture fail when the function starts. A layer declares at most 15 runtimes.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-layerversion.html',
  messages: {
    excluded: "The layer '{layer}' is not declared for the {what} {found} of '{id}'; its '{list}' has {declared}.",
    many: "'CompatibleRuntimes' has {count} entries; a layer declares at most {maximum}.",
  },
  example: {
    in: 'resources',
    fails: `
Shared:
  Type: AWS::Serverless::LayerVersion
  Properties: {ContentUri: s3://layers/shared.zip, CompatibleRuntimes: [python3.13]}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Layers: [‹!Ref Shared›]`,
    passes: `
Shared:
  Type: AWS::Serverless::LayerVersion
  Properties: {ContentUri: s3://layers/shared.zip, CompatibleRuntimes: [nodejs24.x]}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Layers: [!Ref Shared]`,
  },
  on: ['AWS::Lambda::Function', 'AWS::Lambda::LayerVersion'],
  reads: ['Layers', 'CompatibleRuntimes'],
  check(node, cx) {
    if (node.type === 'AWS::Lambda::Function') checkFunction(node, cx);
    else {
      for (const { least: count, at } of listLengths(node, 'CompatibleRuntimes')) {
        if (count > maximumRuntimes) cx.report('many', at, { data: { count, maximum: maximumRuntimes } });
      }
    }
  },
});

const checkFunction = (fn: ResourceNode, cx: RuleContext): void => {
  for (const { value, at, path } of fn.all('Layers', '*')) {
    const layer = cx.target(value);
    if (layer?.type !== 'AWS::Lambda::LayerVersion') continue;
    for (const { list, what, known, of } of aspects) {
      const declared = declaredBy(layer, list, known);
      if (!declared) continue;
      const used = of(fn);
      const unfit = used.filter((each) => !declared.includes(each.value));
      // A layer chosen by a condition may be the one for what the same condition chooses.
      if (path.includes('Fn::If') && unfit.length < used.length) continue;
      for (const each of unfit) {
        const data = {
          id: fn.id,
          layer: nameOf(layer, cx),
          what,
          found: each.value,
          list,
          declared: declared.join(', '),
        };
        cx.report('excluded', at, { data, related: [each.at, layer.place(list)] });
      }
    }
  }
};

/** What a layer declares; undefined where it declares nothing, or something misspelt or known only at deploy time. */
const declaredBy = (layer: ResourceNode, list: string, known: ReadonlySet<string>): string[] | undefined => {
  const items = layer.all(list, '*');
  const texts = layer.strings(list, '*');
  const isComplete = items.length > 0 && texts.length === items.length && texts.every(({ value }) => known.has(value));
  return isComplete && layer.all(list).every(({ value }) => isList(value))
    ? texts.map(({ value }) => value)
    : undefined;
};

/** The layer in the author's terms: SAM appends a hash to its logical id. */
const nameOf = (layer: ResourceNode, cx: RuleContext): string => cx.owner(layer.id, undefined).logicalId;
