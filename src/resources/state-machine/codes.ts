import type { CodeDocs } from '../../model/code-doc.ts';

const machine =
  'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html';

/** What is documented of the codes of `AWS::Serverless::StateMachine`. */
export const stateMachineCodes: CodeDocs = {
  'missing-definition': {
    title: 'State machine without a definition',
    why: 'The definition says what the state machine does.',
    cure: 'Add `Definition`, or a file with `DefinitionUri`.',
    source: machine,
    example: {
      in: 'resources',
      fails: '‹Flow›: {Type: AWS::Serverless::StateMachine, Properties: {Type: EXPRESS}}',
      passes:
        'Flow:\n  Type: AWS::Serverless::StateMachine\n  Properties: {Definition: {StartAt: Done, States: {Done: {Type: Succeed}}}}',
    },
  },
  'missing-alias': {
    title: 'Deployment settings without an alias',
    why: 'A gradual deployment moves the traffic of an alias from one version to the next.',
    cure: 'Add `AutoPublishAlias`.',
    source: machine,
    example: {
      in: 'state-machine',
      fails: 'DeploymentPreference: ‹{Type: ALL_AT_ONCE}›',
      passes: 'AutoPublishAlias: live\nDeploymentPreference: {Type: ALL_AT_ONCE}',
    },
  },
};
