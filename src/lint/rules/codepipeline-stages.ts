import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isList } from '../../model/tree.ts';
import { isPlainMap } from '../facts/templates/choices.ts';
import { groupBy } from '../facts/templates/grouping.ts';
import { listLengths } from '../facts/templates/list-lengths.ts';

export const codepipelineStages = defineRule({
  id: 'codepipeline-stages',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Stages that CodePipeline refuses',
  description:
    'A pipeline has at least two stages. The first one has source actions and no others, and the others have none. The names of stages are unique in a pipeline, and those of actions in a stage. CodePipeline refuses other pipelines.',
  source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html',
  macros: 'silent',
  messages: {
    few: 'A pipeline needs at least two stages; this one has {count}.',
    first: 'The first stage of a pipeline has source actions only; this action is of the category {category}.',
    later: 'Only the first stage of a pipeline has source actions; move this one there.',
    stage: "The pipeline has a stage '{name}' in line {first} already; each needs a name of its own.",
    action: "The stage has an action '{name}' in line {first} already; each needs a name of its own.",
  },
  example: {
    in: 'resources',
    fails: `
Release:
  Type: AWS::CodePipeline::Pipeline
  Properties:
    RoleArn: !ImportValue role
    ArtifactStore: {Type: S3, Location: !ImportValue bucket}
    ‹Stages›:
      - Name: Source
        Actions:
          - Name: Fetch
            ActionTypeId: {Category: Source, Owner: AWS, Provider: S3, Version: '1'}
            Configuration: {S3Bucket: shop-source, S3ObjectKey: shop.zip}
            OutputArtifacts: [{Name: Code}]
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
    const stages = pipeline.all('Stages', '*');
    if (!stages.every(({ value }) => isPlainMap(value))) return;
    const [length] = listLengths(pipeline, 'Stages').filter(({ most }) => most < 2);
    if (length) cx.report('few', pipeline.keyPlace('Stages'), { data: { count: length.most } });
    checkSources(pipeline, cx);
    checkNames('stage', pipeline.strings('Stages', '*', 'Name'), cx);
    const actions = groupBy(pipeline.strings('Stages', '*', 'Actions', '*', 'Name'), ({ path }) => path[1]);
    for (const names of actions.values()) checkNames('action', names, cx);
  },
});

/** Where source actions stand; nothing where a condition chooses the first stage. */
const checkSources = (pipeline: ResourceNode, cx: RuleContext): void => {
  const stages = pipeline.get('Stages');
  if (!isList(stages) || !isPlainMap(stages[0])) return;
  for (const { value: category, at, path } of pipeline.strings(
    'Stages',
    '*',
    'Actions',
    '*',
    'ActionTypeId',
    'Category',
  )) {
    const isFirst = path[1] === 0;
    if (isFirst === (category === 'Source')) continue;
    if (isFirst) cx.report('first', at, { data: { category } });
    else cx.report('later', at);
  }
};

const checkNames = (messageId: 'stage' | 'action', names: readonly Found<string>[], cx: RuleContext): void => {
  const firsts = new Map<string, Found<string>>();
  for (const found of names.filter(({ path }) => !path.includes('Fn::If'))) {
    const first = firsts.get(found.value);
    if (!first) firsts.set(found.value, found);
    else cx.report(messageId, found.at, { data: { name: found.value, first: first.at ?? '' }, related: [first.at] });
  }
};
