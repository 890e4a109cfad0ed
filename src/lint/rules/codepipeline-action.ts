import { inTable } from '../../model/in-table.ts';
import { nearest } from '../../model/nearest.ts';
import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { type ActionType, actionTypes } from '../facts/pipelines/action-types.ts';
import { isPlainMap } from '../facts/templates/choices.ts';
import { listLengths } from '../facts/templates/list-lengths.ts';
import { boundsText } from '../facts/values/wording.ts';

export const codepipelineAction = defineRule({
  id: 'codepipeline-action',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Action that CodePipeline refuses',
  description:
    'Each kind of action that AWS provides has a name in exact letters (`CodeBuild`), takes and makes a number of artifacts, and needs some keys in its `Configuration`: an action with CodeBuild has 1 to 5 input artifacts and a `ProjectName`, a source in S3 an `S3Bucket` and an `S3ObjectKey`. Actions of other owners are left alone.',
  source:
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-action-artifacts.html; https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference.html',
  macros: 'silent',
  messages: {
    provider: "AWS has no provider '{found}' of actions of the category {category}. Did you mean '{near}'?",
    artifacts: "'{list}' of an action with {provider} has {bounds} entries; found {count}.",
    missing: "The 'Configuration' of an action with {provider} needs '{key}'.",
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
            ‹Configuration›: {S3Bucket: shop-source}
            OutputArtifacts: [{Name: Code}]
      - Name: Build
        Actions:
          - Name: Build
            ActionTypeId: {Category: Build, Owner: AWS, Provider: CodeBuild, Version: '1'}
            Configuration: {ProjectName: shop}
            InputArtifacts: [{Name: Code}]
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
    for (const action of pipeline.all('Stages', '*', 'Actions', '*')) {
      if (isPlainMap(action.value)) checkAction(action, pipeline, cx);
    }
  },
});

/** An action of a kind that is known. */
interface Action extends Pick<Found, 'path' | 'at'> {
  readonly pipeline: ResourceNode;
  readonly provider: string;
  readonly type: ActionType;
}

const checkAction = ({ path, at }: Found, pipeline: ResourceNode, cx: RuleContext): void => {
  const [owner, category, provider] = ['Owner', 'Category', 'Provider'].map((name) => {
    const found = pipeline.strings(...path, 'ActionTypeId', name);
    return found.length === 1 && found[0]!.path.length === path.length + 2 ? found[0] : undefined;
  });
  const providers = category && inTable(actionTypes, category.value);
  if (owner?.value !== 'AWS' || !providers || !provider) return;
  const type = inTable(providers, provider.value);
  if (!type) return checkProvider(provider, category.value, Object.keys(providers), cx);
  const action: Action = { pipeline, path, at, provider: provider.value, type };
  checkArtifacts(action, 'InputArtifacts', type.inputs, cx);
  checkArtifacts(action, 'OutputArtifacts', type.outputs, cx);
  checkConfiguration(action, cx);
};

/** A name in other letters is certainly wrong; one that is alike may be of a kind that is new. */
const checkProvider = (
  { value: found, at }: Found<string>,
  category: string,
  known: readonly string[],
  cx: RuleContext,
): void => {
  const inOtherCase = known.find((each) => each.toLowerCase() === found.toLowerCase());
  const near = inOtherCase ?? nearest(found, known);
  if (near === undefined) return;
  cx.report('provider', at, { data: { found, category, near }, level: inOtherCase ? 'error' : 'warning' });
};

const checkArtifacts = (
  { pipeline, path, at, provider }: Action,
  list: string,
  [least, most]: ActionType['inputs'],
  cx: RuleContext,
): void => {
  const data = { provider, list, bounds: boundsText([least, most]) };
  if (pipeline.lacks(...path, list)) {
    if (least > 0) cx.report('artifacts', at, { data: { ...data, count: 'none' } });
    return;
  }
  for (const length of listLengths(pipeline, ...path, list)) {
    if (length.most >= least && length.least <= most) continue;
    cx.report('artifacts', pipeline.keyPlace(...path, list), { data: { ...data, count: length.most } });
  }
};

const checkConfiguration = ({ pipeline, path, at, provider, type }: Action, cx: RuleContext): void => {
  const isAbsent = pipeline.lacks(...path, 'Configuration');
  if (!isAbsent && !isPlainMap(pipeline.get(...path, 'Configuration'))) return;
  const place = isAbsent ? at : pipeline.keyPlace(...path, 'Configuration');
  for (const key of type.needs) {
    if (pipeline.lacks(...path, 'Configuration', key)) cx.report('missing', place, { data: { provider, key } });
  }
};
