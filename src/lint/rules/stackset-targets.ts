import { defineRule } from '../../model/rule.ts';
import { isList } from '../../model/tree.ts';
import { isPlainMap, lacksEntry } from '../facts/templates/choices.ts';

export const stacksetTargets = defineRule({
  id: 'stackset-targets',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Targets of a stack set that its permission model does not take',
  description:
    'A stack set with `PermissionModel: SERVICE_MANAGED` is deployed to organizational units. `Accounts` choose among the accounts of these units by `AccountFilterType`; targets of accounts alone are refused. One with `SELF_MANAGED` is deployed to accounts, and takes no units.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeploymentTargets.html',
  macros: 'silent',
  messages: {
    accounts:
      "A stack set with 'PermissionModel: SELF_MANAGED' takes 'Accounts' in 'DeploymentTargets', not 'OrganizationalUnitIds'.",
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
    if (models.length !== 1) return;
    const model = cx.resolve(models[0]!.value);
    const related = [models[0]!.at];
    for (const { value: targets, at, path } of set.all('StackInstancesGroup', '*', 'DeploymentTargets')) {
      if (!isPlainMap(targets)) continue;
      const lacksUnits = lacksEntry(targets, 'OrganizationalUnitIds');
      if (model === 'SERVICE_MANAGED' && lacksUnits) cx.report('units', at, { related });
      if (model === 'SELF_MANAGED' && isList(targets['OrganizationalUnitIds'])) {
        cx.report('accounts', set.keyPlace(...path, 'OrganizationalUnitIds'), { related });
      }
    }
  },
});
