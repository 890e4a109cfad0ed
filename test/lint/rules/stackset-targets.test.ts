import { stacksetTargets } from '../../../src/lint/rules/stackset-targets.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const set = (model: string, targets: string) => `Parameters:
  Units: {Type: CommaDelimitedList}
  Model: {Type: String}
Conditions:
  IsService: !Equals [!Ref Model, SERVICE_MANAGED]
Resources:
  Audit:
    Type: AWS::CloudFormation::StackSet
    Properties: {StackSetName: a, PermissionModel: ${model}, StackInstancesGroup: [{Regions: [us-east-1], DeploymentTargets: ${targets}}]}
`;

tester.run(stacksetTargets, {
  valid: [
    set('SERVICE_MANAGED', '{OrganizationalUnitIds: !Ref Units}'),
    set(
      'SERVICE_MANAGED',
      "{OrganizationalUnitIds: [ou-a], Accounts: ['111122223333'], AccountFilterType: DIFFERENCE}",
    ),
    set('SELF_MANAGED', "{Accounts: ['111122223333']}"),
    set('!Ref Model', "{Accounts: ['111122223333']}"),
    set('!If [IsService, SERVICE_MANAGED, SELF_MANAGED]', "{Accounts: ['111122223333']}"),
    set('SERVICE_MANAGED', '!Ref Units'),
    "Resources: {Audit: {Type: AWS::CloudFormation::StackSet, Properties: {StackInstancesGroup: [{DeploymentTargets: {Accounts: ['1']}}]}}}",
  ],
  invalid: [
    marked(set('SELF_MANAGED', "{Accounts: ['111122223333'], ‹OrganizationalUnitIds›: [ou-a]}"), 'accounts'),
    marked(set('SERVICE_MANAGED', "‹{Accounts: ['111122223333']}›"), 'units'),
    marked(set('SERVICE_MANAGED', "‹{Accounts: ['111122223333'], OrganizationalUnitIds: !Ref AWS::NoValue}›"), 'units'),
  ],
});
