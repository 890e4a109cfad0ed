import { replaceEnclosed } from '../../model/enclosed.ts';
import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, type Step } from '../../model/tree.ts';
import { isOpaque } from '../facts/templates/opaque.ts';
import { placeIn } from '../facts/templates/places.ts';
import { dynamicReferences } from '../facts/texts/dynamic-reference.ts';
import { mayHold } from '../facts/texts/source-text.ts';

/** The only properties that take a secure string of the parameter store, by their types. */
const secure: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::DirectoryService::MicrosoftAD', ['Password']],
  ['AWS::DirectoryService::SimpleAD', ['Password']],
  ['AWS::ElastiCache::ReplicationGroup', ['AuthToken']],
  ['AWS::IAM::User', ['LoginProfile.Password']],
  ['AWS::KinesisFirehose::DeliveryStream', ['RedshiftDestinationConfiguration.Password']],
  ['AWS::OpsWorks::App', ['AppSource.Password']],
  ['AWS::OpsWorks::Stack', ['CustomCookbooksSource.Password', 'RdsDbInstances.DbPassword']],
  ['AWS::RDS::DBCluster', ['MasterUserPassword']],
  ['AWS::RDS::DBInstance', ['MasterUserPassword']],
  ['AWS::Redshift::Cluster', ['MasterUserPassword']],
]);

export const cfnDynamicReference = defineTemplateRule({
  id: 'cfn-dynamic-reference',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Dynamic reference that cannot be resolved',
  description:
    'A dynamic reference is `{{resolve:ssm:name:version}}`, `{{resolve:ssm-secure:name:version}}` or `{{resolve:secretsmanager:id:SecretString:key:stage:version}}`; the version of a parameter and all of a secret but its id can be left out, and of stage and version there is one at the most. Secure strings of the parameter store are allowed in a few properties for passwords only, and secrets in properties of resources of AWS only: not in outputs, not in custom resources.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html',
  example: {
    in: 'function',
    fails: "Environment: {Variables: {PASSWORD: ‹'{{resolve:ssm-secure:/orders/password:1}}'›}}",
    passes: "Environment: {Variables: {TABLE: '{{resolve:ssm:/orders/table:1}}'}}",
  },
  messages: {
    open: "'{found}' has no end; a dynamic reference is closed by '}}'.",
    single: "'{found}' has single braces, so it is not a dynamic reference and is not replaced; write '{{resolve:…}}'.",
    blank: "'{found}' has white space in it, so it is not a dynamic reference; remove it.",
    service: "'{found}' names no service that can be resolved; it is ssm, ssm-secure or secretsmanager.",
    parameter:
      "'{found}' is not a reference to a parameter: '{service}' must be followed by the name and, optionally, a version number.",
    secret:
      "'{found}' is not a reference to a secret: the ID must be followed by SecretString, a key, a stage and a version, in that order.",
    both: "'{found}' names a stage and a version of the secret; only one of the two can be given.",
    secure:
      "CloudFormation does not resolve 'ssm-secure' here: a few properties for passwords take it. Use a secret of Secrets Manager, or read the parameter when the code runs.",
    place: "CloudFormation resolves secrets in properties of AWS's resources only, not in {where}.",
  },
  check(cx) {
    if (!mayHold(cx, /resolve\s*:/)) return;
    const outputs = get(cx.template, 'Outputs');
    for (const { id, type, properties, at } of cx.resources()) {
      walk(properties, at, [], (text, place, path) => judge(text, place, { id, type, path }, cx));
    }
    const parameters = get(cx.template, 'Parameters');
    for (const name of isMap(parameters) ? Object.keys(parameters) : []) {
      const standard = get(get(parameters, name), 'Default');
      if (isString(standard)) judgeForm(standard, cx.placeOf(get(parameters, name), 'Default'), cx);
    }
    if (isMap(outputs)) walk(outputs, undefined, [], (text, place) => judge(text, place, undefined, cx));
  },
});

/** A default may come to stand anywhere: only its form can be judged. */
const judgeForm = (text: string, at: Cause | undefined, cx: RuleContext): void => {
  for (const { service, found, fault } of dynamicReferences(text)) {
    if (fault) cx.report(fault, at, { data: { found, service } });
  }
};

interface Holder {
  readonly id: string;
  readonly type: string;
  readonly path: readonly Step[];
}

const judge = (text: string, at: Cause | undefined, holder: Holder | undefined, cx: RuleContext): void => {
  for (const { service, found, fault } of dynamicReferences(text)) {
    const own = holder ? { logicalId: holder.id } : {};
    const shown = replaceEnclosed(found, '${', '}', () => '…');
    if (fault) cx.report(fault, at, { data: { found: shown, service }, ...own });
    else if (service === 'ssm-secure' && !takesSecure(holder)) cx.report('secure', at, own);
    else if (service === 'secretsmanager' && (!holder || isCustom(holder.type))) {
      cx.report('place', at, { data: { where: holder ? 'custom resources' : 'outputs' }, ...own });
    }
  }
};

const isCustom = (type: string): boolean =>
  type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';

const takesSecure = (holder: Holder | undefined): boolean => {
  if (!holder) return false;
  const path = holder.path.filter((step) => isString(step) && !step.startsWith('Fn::')).join('.');
  return secure.get(holder.type)?.includes(path) ?? isModule(holder.type);
};

/** What a type of others does with its properties is not known. */
const isModule = (type: string): boolean => isOpaque(type) && !isCustom(type) && type !== 'AWS::SSM::Parameter';

const walk = (
  value: Json,
  at: Cause | undefined,
  path: readonly Step[],
  visit: (text: string, at: Cause | undefined, path: readonly Step[]) => void,
): void => {
  if (isString(value)) {
    if (value.includes('resolve')) visit(value, at, path);
  } else if (isList(value)) {
    for (const [step, item] of value.entries()) walk(item, placeIn(value, step) ?? at, path, visit);
  } else if (isMap(value)) {
    const joined = joinedText(value);
    if (joined !== undefined) {
      if (joined.includes('resolve')) visit(joined, placeIn(value, 'Fn::Join') ?? at, path);
      return;
    }
    for (const key of Object.keys(value)) walk(value[key]!, placeIn(value, key) ?? at, [...path, key], visit);
  }
};

/** The text of an `Fn::Join`, which may put a reference together, with `${}` for what is not a text. */
const joinedText = (value: JsonMap): string | undefined => {
  const join = get(value, 'Fn::Join');
  if (!isList(join) || !isString(join[0]) || !isList(join[1])) return undefined;
  return join[1].map((part) => (typeof part === 'object' ? '${}' : String(part))).join(join[0]);
};
