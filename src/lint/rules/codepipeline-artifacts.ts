import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isPlainMap } from '../facts/templates/choices.ts';
import { listed } from '../facts/texts/names.ts';

export const codepipelineArtifacts = defineRule({
  id: 'codepipeline-artifacts',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Artifact of a pipeline that no earlier action makes',
  description:
    'The name of an input artifact is that of an output artifact of an action before it: in a stage before, or in the same stage with a lower `RunOrder`. The names of output artifacts are unique in a pipeline. CodePipeline refuses pipelines that are otherwise.',
  source: 'https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_OutputArtifact.html',
  macros: 'silent',
  messages: {
    unknown: "No action makes the artifact '{name}'{known}.",
    later: "The artifact '{name}' is made in line {first}, by an action that does not run before this one.",
    twice: "The artifact '{name}' is made in line {first} already; each output artifact needs a name of its own.",
  },
  example: {
    in: 'resources',
    fails: `
Release:
  Type: AWS::CodePipeline::Pipeline
  Properties:
    RoleArn: !ImportValue role
    ArtifactStore: {Type: S3, Location: !ImportValue bucket}
    Stages:
      - Name: Source
        Actions:
          - Name: Fetch
            ActionTypeId: {Category: Source, Owner: AWS, Provider: S3, Version: '1'}
            Configuration: {S3Bucket: shop-source, S3ObjectKey: shop.zip}
            OutputArtifacts: [{Name: Code}]
      - Name: Build
        Actions:
          - Name: Build
            ActionTypeId: {Category: Build, Owner: AWS, Provider: CodeBuild, Version: '1'}
            Configuration: {ProjectName: shop}
            InputArtifacts: [{Name: ‹Source›}]
`,
    passes: `
Release:
  Type: AWS::CodePipeline::Pipeline
  Properties:
    RoleArn: !ImportValue role
    ArtifactStore: {Type: S3, Location: !ImportValue bucket}
    Stages:
      - Name: Source
        Actions:
          - Name: Fetch
            ActionTypeId: {Category: Source, Owner: AWS, Provider: S3, Version: '1'}
            Configuration: {S3Bucket: shop-source, S3ObjectKey: shop.zip}
            OutputArtifacts: [{Name: Code}]
      - Name: Build
        Actions:
          - Name: Build
            ActionTypeId: {Category: Build, Owner: AWS, Provider: CodeBuild, Version: '1'}
            Configuration: {ProjectName: shop}
            InputArtifacts: [{Name: Code}]
`,
  },
  on: ['AWS::CodePipeline::Pipeline'],
  reads: ['Stages'],
  check(pipeline, cx) {
    const outputs = artifactsOf(pipeline, 'OutputArtifacts');
    const actions = pipeline.all('Stages', '*', 'Actions', '*');
    // What a function makes may be an action with any output.
    if (!outputs || !actions.every(({ value }) => isPlainMap(value))) return;
    const makers = new Map<string, Found<string>>();
    for (const output of outputs) {
      const first = makers.get(output.value);
      if (!first) makers.set(output.value, output);
      else if (isCertain(first) && isCertain(output)) {
        cx.report('twice', output.at, { data: { name: output.value, first: first.at ?? '' }, related: [first.at] });
      }
    }
    for (const input of artifactsOf(pipeline, 'InputArtifacts') ?? []) checkInput(input, makers, pipeline, cx);
  },
});

const checkInput = (
  input: Found<string>,
  makers: ReadonlyMap<string, Found<string>>,
  pipeline: ResourceNode,
  cx: RuleContext,
): void => {
  const { value: name, at } = input;
  const maker = makers.get(name);
  if (!maker) {
    const known = makers.size === 0 ? '' : `; the actions make ${listed([...makers.keys()], 5)}`;
    return cx.report('unknown', at, { data: { name, known } });
  }
  if (!isCertain(maker) || !isCertain(input) || runsBefore(maker, input, pipeline) !== false) return;
  cx.report('later', at, { data: { name, first: maker.at ?? '' }, related: [maker.at], level: 'warning' });
};

/** The names of all input or output artifacts; undefined where not all of them are known. */
const artifactsOf = (pipeline: ResourceNode, list: string): readonly Found<string>[] | undefined => {
  const path = ['Stages', '*', 'Actions', '*', list, '*', 'Name'];
  const names = pipeline.strings(...path);
  return names.length === pipeline.all(...path).length ? names : undefined;
};

const isCertain = ({ path }: Found): boolean => !path.includes('Fn::If');

/** Whether the action of one artifact runs before that of another; undefined where their order is not known. */
const runsBefore = (one: Found, other: Found, pipeline: ResourceNode): boolean | undefined => {
  const [stage, otherStage] = [one, other].map(({ path }) => Number(path[1]));
  if (stage !== otherStage) return stage! < otherStage!;
  const [order, otherOrder] = [one, other].map(({ path }) => {
    const at = [...path.slice(0, 4), 'RunOrder'];
    return pipeline.lacks(...at) ? 1 : pipeline.numbers(...at)[0]?.value;
  });
  return order === undefined || otherOrder === undefined ? undefined : order < otherOrder;
};
