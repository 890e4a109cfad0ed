import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isList, isString } from '../../model/tree.ts';
import { arnParts } from '../facts/arns/parts.ts';
import { addDependsOn } from '../facts/edits/depends-on.ts';
import { attributeOf } from '../facts/templates/attribute.ts';
import { certainItems } from '../facts/templates/choices.ts';
import { dependsOn } from '../facts/templates/dependencies.ts';
import { groupBy } from '../facts/templates/grouping.ts';
import { oncePerTemplate } from '../facts/templates/once.ts';
import { headOf } from '../facts/templates/places.ts';

const maximumItems = 1;
const maximumPath = 160;
const mountPath = /^\/mnt\/[a-zA-Z0-9-_.]+$/;

export const lambdaEfsConfig = defineRule({
  id: 'lambda-efs-config',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Invalid file system config',
  description:
    'A function mounts one file system, by the ARN of an access point (not of the file system), at `/mnt/<name>` (at most 160 characters). Where the template makes the mount targets, the function must wait for them with `DependsOn`: Lambda tries the mount when it makes the function.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
  fixes: { wait: 'safe' },
  messages: {
    many: "'FileSystemConfigs' has {count} items; a function mounts {maximum}.",
    path: "'LocalMountPath' is '{value}'; it must be '/mnt/' and a name of letters, digits, '-', '_' and '.', {maximum} characters at most.",
    arn: "'Arn' is {found}; it must be the ARN of an access point.",
    wait: "The mount target '{target}' may not be there when '{fn}' is made; add 'DependsOn: {target}'.",
  },
  example: {
    in: 'function',
    fails: `
VpcConfig: {SubnetIds: [subnet-1a2b3c4d, subnet-1a2b3c4e], SecurityGroupIds: [sg-1a2b3c4d]}
FileSystemConfigs:
  - {Arn: 'arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/fsap-0123456789abcdef0', LocalMountPath: ‹/data›}`,
    passes: `
VpcConfig: {SubnetIds: [subnet-1a2b3c4d, subnet-1a2b3c4e], SecurityGroupIds: [sg-1a2b3c4d]}
FileSystemConfigs:
  - {Arn: 'arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/fsap-0123456789abcdef0', LocalMountPath: /mnt/data}`,
  },
  on: ['AWS::Lambda::Function'],
  reads: ['FileSystemConfigs'],
  check(fn, cx) {
    for (const { value, path } of fn.all('FileSystemConfigs')) {
      const count = isList(value) ? certainItems(value).length : 0;
      if (count > maximumItems) cx.report('many', headOf(fn, path), { data: { count, maximum: maximumItems } });
    }
    for (const { value, at } of fn.strings('FileSystemConfigs', '*', 'LocalMountPath')) {
      if (!mountPath.test(value) || value.length > maximumPath) {
        cx.report('path', at, { data: { value, maximum: maximumPath } });
      }
    }
    for (const found of fn.all('FileSystemConfigs', '*', 'Arn')) {
      const wrong = notAccessPoint(found, cx);
      if (wrong) cx.report('arn', found.at, { data: { found: wrong }, related: [cx.target(found.value)?.at] });
      else checkWaits(fn, found, cx);
    }
  },
});

/** What stands there instead of the ARN of an access point, where that can be told. */
const notAccessPoint = ({ value }: Found, cx: RuleContext): string | undefined => {
  const target = cx.target(value);
  if (target?.type === 'AWS::EFS::FileSystem') return `the file system '${target.id}'`;
  if (target?.type === 'AWS::EFS::AccessPoint') {
    return attributeOf(value) === 'Arn' ? undefined : `the id of '${target.id}' (use Fn::GetAtt ${target.id}.Arn)`;
  }
  const text = cx.resolve(value);
  if (isString(text) && /^fs(ap)?-/.test(text)) return `the id '${text}'`;
  const { service, resource } = arnParts(value, cx) ?? {};
  if (service === undefined) return undefined;
  if (service !== 'elasticfilesystem' && service !== 's3files') return `an ARN of '${service}'`;
  return resource?.includes('access-point/') === false ? `the ARN of '${resource}'` : undefined;
};

/** The mount targets of each file system of the template. */
const mountTargets = oncePerTemplate((cx) =>
  groupBy(cx.resources('AWS::EFS::MountTarget'), (target) => cx.target(target.get('FileSystemId'))),
);

const checkWaits = (fn: ResourceNode, { value, at }: Found, cx: RuleContext): void => {
  const system = cx.target(cx.target(value)?.get('FileSystemId'));
  if (!system) return;
  const targets = mountTargets(cx).get(system);
  if (!targets || targets.some(({ id }) => dependsOn(cx.template, fn.id, id))) return;
  const [target] = targets;
  const written = cx.written(fn.id);
  cx.report('wait', at, {
    data: { fn: fn.id, target: target!.id },
    related: targets.map((each) => each.at),
    fix: written && addDependsOn(written, target!.id),
  });
};
