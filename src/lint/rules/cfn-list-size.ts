import { defineTemplateRule } from '../../model/rule.ts';
import { specFaults } from '../facts/templates/spec-faults.ts';
import { boundsText } from '../facts/values/wording.ts';

export const cfnListSize = defineTemplateRule({
  id: 'cfn-list-size',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'List with too few or too many entries',
  description:
    'The schema of the resource type says how many entries this list or map takes. Entries that a condition may leave out are not counted against the most.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-type-schemas.html',
  general: true,
  macros: 'silent',
  messages: { wrong: "'{path}' of {type} has {count}; it takes {bounds}." },
  example: {
    in: 'resources',
    fails: `
Poll:
  Type: AWS::Lambda::EventSourceMapping
  Properties:
    FunctionName: orders
    SelfManagedEventSource: {Endpoints: {KafkaBootstrapServers: ['a.example.com:9092']}}
    StartingPosition: LATEST
    Topics: ‹[orders, returns]›
`,
    passes: `
Poll:
  Type: AWS::Lambda::EventSourceMapping
  Properties:
    FunctionName: orders
    SelfManagedEventSource: {Endpoints: {KafkaBootstrapServers: ['a.example.com:9092']}}
    StartingPosition: LATEST
    Topics: [orders]
`,
  },
  check(cx) {
    for (const fault of specFaults(cx)) {
      if (fault.kind !== 'size') continue;
      const { found, bounds, node, at, path } = fault;
      cx.report('wrong', at, {
        data: {
          path,
          type: node.type,
          count: `${found} ${found === 1 ? 'entry' : 'entries'}`,
          bounds: boundsText(bounds),
        },
        logicalId: node.id,
      });
    }
  },
});
