import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { roleBehind } from './role.ts';

/** Where a resource has the role that its own code or definition acts with, by its type. */
export const ownRoles: ReadonlyMap<string, string> = new Map([
  ['AWS::Lambda::Function', 'Role'],
  ['AWS::StepFunctions::StateMachine', 'RoleArn'],
]);

/** The types whose roles are known. */
export const actingTypes: readonly string[] = [
  ...ownRoles.keys(),
  'AWS::EC2::Instance',
  'AWS::IAM::InstanceProfile',
  'AWS::IAM::Role',
];

/**
 * The roles that a resource acts with: those of code and definitions, and of the programs on an instance; a role itself.
 * Undefined stands for one that the template does not have.
 */
export const rolesOf = (node: ResourceNode, view: TemplateView): readonly (ResourceNode | undefined)[] => {
  switch (node.type) {
    case 'AWS::IAM::Role':
      return [node];
    case 'AWS::IAM::InstanceProfile':
      return node.all('Roles', '*').map(({ value }) => roleBehind(value, view));
    case 'AWS::EC2::Instance':
      // A launch template may give one, too.
      if (node.lacks('IamInstanceProfile')) return node.lacks('LaunchTemplate') ? [] : [undefined];
      return node.all('IamInstanceProfile').flatMap(({ value }) => {
        const profile = view.target(value);
        return profile?.type === 'AWS::IAM::InstanceProfile' ? rolesOf(profile, view) : [undefined];
      });
    default: {
      const property = ownRoles.get(node.type);
      return property === undefined ? [] : node.all(property).map(({ value }) => roleBehind(value, view));
    }
  }
};
