import { defineRule } from '../../model/rule.ts';
import { isPlainMap, lacksEntry } from '../facts/templates/choices.ts';

export const stacksetTargets = defineRule({
  id: 'stackset-targets',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Service-managed stack set without organizational units',
  description:
    'A stack set with `PermissionModel: SERVICE_MANAGED` is deployed to organizational units. `Accounts` choose among the accounts of these units by `AccountFilterType`; targets of accounts alone are refused.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeploymentTargets.html',
  macros: 'silent',
  messages: {
    units: "A stack set with 'PermissionModel: SERVICE_MANAGED' needs 'OrganizationalUnitIds' in 'DeploymentTargets'.",
  },
  example: {
    in: 'resources',
    fails: `
Audit:
  Type: AWS::CloudFormation::StackSet
  Properties:
    StackSetName: audit
    PermissionModel: SERVICE_MANAGED
    TemplateURL: https://s3.amazonaws.com/shop-templates/audit.yaml
    StackInstancesGroup:
      - DeploymentTargets: ‹{Accounts: ['111122223333']}›
        Regions: [us-east-1]
`,
    passes: `
Audit:
  Type: AWS::CloudFormation::StackSet
  Properties:
    StackSetName: audit
    PermissionModel: SERVICE_MANAGED
    TemplateURL: https://s3.amazonaws.com/shop-templates/audit.yaml
    StackInstancesGroup:
      - DeploymentTargets:
          OrganizationalUnitIds: [ou-ab12-3c4d5e6f]
          Accounts: ['111122223333']
          AccountFilterType: INTERSECTION
        Regions: [us-east-1]
`,
  },
  on: ['AWS::CloudFormation::StackSet'],
  reads: ['PermissionModel'],
  check(set, cx) {
    const models = set.all('PermissionModel');
    if (models.length !== 1 || cx.resolve(models[0]!.value) !== 'SERVICE_MANAGED') return;
    for (const { value: targets, at } of set.all('StackInstancesGroup', '*', 'DeploymentTargets')) {
      if (!isPlainMap(targets) || !lacksEntry(targets, 'OrganizationalUnitIds')) continue;
      cx.report('units', at, { related: [models[0]!.at] });
    }
  },
});
