import { isList, isMap, type Json } from '../../../model/tree.ts';
import { isFalse, isTrue, scalarNumber, scalarText } from '../texts/scalar.ts';

/** What a key of a policy holds: a form of value, or a map of keys. */
export type Held = keyof typeof forms | Readonly<Record<string, keyof typeof forms>>;

const isCount = (value: Json): boolean => Number.isInteger(scalarNumber(value)) && scalarNumber(value)! >= 0;

/** The forms of values, each with what it is in messages. */
export const forms = {
  boolean: { words: 'true or false', holds: (value: Json) => isTrue(value) || isFalse(value) },
  count: { words: 'a whole number', holds: isCount },
  percent: {
    words: 'a whole number of 0 to 100',
    holds: (value: Json) => isCount(value) && scalarNumber(value)! <= 100,
  },
  duration: {
    words: 'a duration such as PT15M or PT1H30M',
    holds: (value: Json) => /^PT(?=\d)(\d+H)?(\d+M)?(\d+S)?$/.test(scalarText(value) ?? ''),
  },
  text: { words: 'a text', holds: (value: Json) => scalarText(value) !== undefined },
  list: { words: 'a list', holds: isList },
  map: { words: 'a map', holds: isMap },
} as const;

const scaling: Readonly<Record<string, Held>> = {
  AutoScalingReplacingUpdate: { WillReplace: 'boolean' },
  AutoScalingRollingUpdate: {
    MaxBatchSize: 'count',
    MinActiveInstancesPercent: 'percent',
    MinInstancesInService: 'count',
    MinSuccessfulInstancesPercent: 'percent',
    PauseTime: 'duration',
    SuspendProcesses: 'list',
    WaitOnResourceSignals: 'boolean',
  },
  AutoScalingScheduledAction: { IgnoreUnmodifiedGroupSizeProperties: 'boolean' },
};
const signal: Readonly<Record<string, Held>> = { ResourceSignal: { Count: 'count', Timeout: 'duration' } };
const upgrade: Readonly<Record<string, Held>> = { EnableVersionUpgrade: 'boolean' };

/**
 * What the two attributes take, by type. Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html
 * and https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-creationpolicy.html
 */
export const policyAttributes: ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, Held>>>> = new Map([
  [
    'UpdatePolicy',
    new Map<string, Readonly<Record<string, Held>>>([
      ['AWS::AppStream::Fleet', { StopBeforeUpdate: 'map', StartAfterUpdate: 'map' }],
      ['AWS::AutoScaling::AutoScalingGroup', scaling],
      ['AWS::ElastiCache::ReplicationGroup', { UseOnlineResharding: 'boolean' }],
      ['AWS::Elasticsearch::Domain', upgrade],
      [
        'AWS::Lambda::Alias',
        {
          CodeDeployLambdaAliasUpdate: {
            ApplicationName: 'text',
            DeploymentGroupName: 'text',
            AfterAllowTrafficHook: 'text',
            BeforeAllowTrafficHook: 'text',
          },
        },
      ],
      ['AWS::OpenSearchService::Domain', upgrade],
    ]),
  ],
  [
    'CreationPolicy',
    new Map<string, Readonly<Record<string, Held>>>([
      ['AWS::AppStream::Fleet', { StartFleet: 'map' }],
      [
        'AWS::AutoScaling::AutoScalingGroup',
        { AutoScalingCreationPolicy: { MinSuccessfulInstancesPercent: 'percent' }, ...signal },
      ],
      ['AWS::CloudFormation::WaitCondition', signal],
      ['AWS::EC2::Instance', signal],
    ]),
  ],
]);
