import { get, isMap, isString, type Json, type JsonMap } from './tree.ts';

/** Types that CloudFormation only makes once that was agreed to, and the property that gives them a name of one's own. */
const iamNames: Readonly<Record<string, string | undefined>> = {
  'AWS::IAM::AccessKey': undefined,
  'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::InstanceProfile': 'InstanceProfileName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Policy': undefined,
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
  'AWS::IAM::UserToGroupAddition': undefined,
};

/** The capability that CloudFormation asks for because of a resource. */
export const capabilityOf = (body: Json): 'CAPABILITY_IAM' | 'CAPABILITY_NAMED_IAM' | undefined => {
  const type = get(body, 'Type');
  if (!isString(type) || !Object.hasOwn(iamNames, type)) return undefined;
  const name = iamNames[type];
  const isNamed = name !== undefined && get(get(body, 'Properties'), name) !== undefined;
  return isNamed ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM';
};

/** The capabilities that the deployment of some templates together needs, as the AWS CLI takes them. */
export const capabilitiesOf = (templates: readonly JsonMap[]): string[] => {
  const needed = new Set<string>();
  for (const template of templates) {
    if (get(template, 'Transform') !== undefined) needed.add('CAPABILITY_AUTO_EXPAND');
    const resources = get(template, 'Resources');
    for (const body of isMap(resources) ? Object.values(resources) : []) {
      const capability = capabilityOf(body);
      if (capability !== undefined) needed.add(capability);
    }
  }
  // The one for names covers the other.
  if (needed.has('CAPABILITY_NAMED_IAM')) needed.delete('CAPABILITY_IAM');
  return [...needed].sort();
};
