import {
  api,
  fn,
  httpApi,
  machine,
  policy,
  resources,
  type Shape,
  shape,
  statement,
  states,
  topic,
  topicHead,
} from './builders.ts';

/** What a single long text can be made of. */
const units: Readonly<Record<string, (size: number) => string>> = {
  '${ never closed': (size) => '${'.repeat(size),
  '${a}': (size) => '${a}'.repeat(size),
  '{a never closed': (size) => `/${'{a'.repeat(size)}`,
  '/{a}': (size) => '/{a}'.repeat(size),
  quotes: (size) => "'a".repeat(size),
  'digits and a letter': (size) => `${'1'.repeat(size)}a`,
  slashes: (size) => `${'/'.repeat(size)}a`,
  wildcards: (size) => `s3:${'*?'.repeat(size)}zz`,
  'stars and letters': (size) => `s3:${'*a'.repeat(size)}b`,
  blanks: (size) => `a${' '.repeat(size)}b`,
  lines: (size) => `${'\n'.repeat(size)}a`,
  colons: (size) => `arn:aws:${'a:'.repeat(size)}!`,
  'dynamic references': (size) => '{{resolve:ssm:a'.repeat(size),
  'lines of imports': (size) => '\rexport\t'.repeat(size),
  'calls of require': (size) => "require('a')".repeat(size),
  backslashes: (size) => `${'\\'.repeat(size)}a`,
  'functions of states': (size) => "States.Format('a".repeat(size),
  'JSON that is not closed': (size) => `{"a":${'['.repeat(size)}`,
  'strings of JSON': (size) => `{"a":"${'\\"'.repeat(size)}`,
};

const event = (type: string, properties: object) => ({ Events: { E: { Type: type, Properties: properties } } });

const task = (text: string) => ({
  Type: 'Task',
  Resource: text,
  InputPath: text,
  ResultSelector: { 'a.$': text },
  Parameters: { 'b.$': `States.${text}` },
});

const trust = (text: string) => ({
  Version: '2012-10-17',
  Statement: statement({ Action: text, Principal: { Service: text } }),
});

/** A template that has a text in every place that is looked at closely. */
const everywhere = (text: string): string => {
  const sub = { 'Fn::Sub': text };
  const uri = { 'x-amazon-apigateway-integration': { type: 'aws_proxy', uri: sub } };
  const DefinitionBody = { swagger: '2.0', paths: { [`/${text}`]: { get: uri } } };
  const Domain = { DomainName: text, CertificateArn: text, BasePath: [text] };
  const FilterCriteria = { Filters: [{ Pattern: text }] };
  return resources(
    {
      Sub: topic({ TopicName: sub, DisplayName: text }),
      Names: topic({ TopicName: { Ref: text }, DisplayName: { 'Fn::GetAtt': text } }),
      Path: fn(event('Api', { Path: text, Method: 'get' })),
      HttpPath: fn(event('HttpApi', { Path: text, Method: 'get' })),
      Schedule: fn(event('Schedule', { Schedule: text })),
      Filter: fn(event('SQS', { Queue: text, FilterCriteria })),
      Code: fn({ InlineCode: text }),
      Python: fn({ InlineCode: text, Runtime: 'python3.13' }),
      Variables: fn({ Environment: { Variables: { PASSWORD: text, A: sub } } }),
      Location: fn({ Handler: text, Runtime: text, InlineCode: undefined, CodeUri: `s3://b/${text}`, Layers: [text] }),
      Policy: policy([statement({ Action: text }), statement({ Resource: sub })]),
      Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust(text) } },
      Trusting: fn({ Role: { 'Fn::GetAtt': ['Role', 'Arn'] } }),
      Numbers: { Type: 'AWS::Lambda::Function', Properties: { MemorySize: text, Timeout: sub } },
      States: machine(states(1, () => task(text))),
      Jsonata: machine({ QueryLanguage: 'JSONata', ...states(1, () => ({ Type: 'Pass', Output: `{% ${text} %}` })) }),
      Definition: { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString: sub, RoleArn: 'r' } },
      Domain: httpApi({ Domain }),
      Api: api({ Cors: "'*'", DefinitionBody }),
    },
    { Description: text, Metadata: { [text]: text } },
  );
};

/** A text as a value without quotes, and in comments. */
const plain = (text: string): string => {
  const line = text.replace(/[\n\r]/g, ' ');
  return `${topicHead}    Properties: # ${line}\n      # ${line}\n      TopicName: ${line}\n`;
};

export const texts: readonly Shape[] = Object.entries(units).flatMap(([name, make]) => [
  shape(`${name} everywhere`, 3000, (size) => everywhere(make(size))),
  shape(`${name} in YAML`, 10_000, (size) => plain(make(size))),
]);
