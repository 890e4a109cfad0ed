import { enumerated } from '../diff/words/nouns.ts';
import { type Answer, anyOf } from '../lint/facts/access/answer.ts';
import { mayCall } from '../lint/facts/access/index.ts';
import { actingTypes } from '../lint/facts/access/own-roles.ts';
import { callPlaces } from '../lint/facts/access/places.ts';
import { functionBehind } from '../lint/facts/functions/links.ts';
import { nearest } from '../model/nearest.ts';
import type { ResourceNode, TemplateView } from '../model/rule.ts';
import { get, isList, isMap, type Json } from '../model/tree.ts';
import { type Access, accessesOf, everything } from './access-edges.ts';
import { handedCalls } from './handed-calls.ts';
import type { Review } from './index.ts';
import { type Naming, namedByPolicy } from './policy-names.ts';
import { usesBy } from './uses.ts';

/** Whether one resource can call another one, and why. */
export interface CanCall {
  readonly answer: Answer | 'no such resource';
  readonly text: string;
}

/** Answers "can A call B?", of what is not called whether A may use it. An alias stands for its function. */
export const canCall = ({ side, calls: all }: Review, from: string, to: string): CanCall => {
  const view = side.facts();
  const [given, target] = [from, to].map((id) => view.resource(id)) as [
    ResourceNode | undefined,
    ResourceNode | undefined,
  ];
  if (!given || !target) {
    const missing = given ? to : from;
    const near = nearest(
      missing,
      view.resources().map(({ id }) => id),
    );
    return {
      answer: 'no such resource',
      text: `There is no resource '${missing}'.${near === undefined ? '' : ` Did you mean '${near}'?`}`,
    };
  }
  const caller = functionBehind(view, given) ?? given;
  const called = functionBehind(view, target) ?? target;
  const calls = all.filter((call) => call.from === caller.id && call.target === called.id);
  const own = mayCall(caller, called, view);
  const handed = caller === called ? { answer: 'no' as const, by: [] } : handedCalls(caller, called, view);
  const by = [...new Set([...calls.flatMap((call) => call.by), ...[...own.by, ...handed.by].map(({ id }) => id)])];
  const accesses = [...accessesOf(side)].filter((each) => each.from === caller.id && each.to === called.id);
  const uses = caller === called ? [] : usesBy(caller, called, view);
  const answered = anyOf([own.answer, handed.answer, ...calls.map(({ permitted }) => permitted)]);
  if (answered !== 'yes') {
    const free = verbsOf([...accesses.filter(isFree), ...uses.filter((use) => use.answer === 'yes')]);
    if (free.length > 0)
      return { answer: 'yes', text: `Yes: '${from}' ${enumerated(free)} '${to}', as ${grantorOf(caller)}.` };
    const perhaps = accesses.filter((access) => access.denied !== 'yes');
    if (perhaps.length > 0)
      return {
        answer: 'unknown',
        text: `Perhaps: '${from}' ${enumerated(verbsOf(perhaps))} '${to}', ${provisos(perhaps)}.`,
      };
  }
  const answer = anyOf([answered, ...uses.map((use) => use.answer)]);
  const naming = answer === 'no' && calls.length === 0 && caller !== called && namedByPolicy(caller, called, side);
  if (naming)
    return naming.isCertain
      ? { answer: 'yes', text: `Yes: ${policyText(naming, from, to)}.` }
      : {
          answer: 'unknown',
          text: `Perhaps: ${policyText(naming, from, to)}, if that acts for '${from}' and nothing denies it.`,
        };
  if (answer === 'no' && isServedBy(caller, called, view))
    return {
      answer: 'unknown',
      text: `Not known: CloudFormation calls '${to}' for '${from}' at each deployment that changes it, as far as the deployment may do that.`,
    };
  if (answer === 'no' && actsUnseen(caller))
    return {
      answer: 'unknown',
      text: `Not known: '--can' does not read what '${from}' (${caller.type}) may do. 'synth review' lists the permissions of all users and roles.`,
    };
  const how = calls.length > 0 ? ` by ${enumerated([...new Set(calls.map(({ what }) => what))])}` : '';
  const grants =
    by.length > 0 ? `; '${by[0]}'${by.length > 1 ? ` and ${by.length - 1} more permit` : ' permits'} it` : '';
  const deniers = named(
    accesses.filter(({ denied }) => denied === 'yes'),
    ({ by, boundaries }) => [...by, ...boundaries],
  );
  const texts: Readonly<Record<Answer, string>> = {
    yes: `Yes: '${from}' can call '${to}'${how}${grants}.`,
    no: `No: '${from}' cannot call '${to}'${how}; ${deniers === '' ? 'no permission, policy or role of the template allows it' : `${deniers} takes away what is allowed`}.`,
    unknown: `Not known: whether '${from}' can call '${to}'${how} depends on what the template does not show.`,
  };
  return { answer, text: texts[answer] };
};

/** What the policy of the called says of the caller, in words. */
const policyText = ({ principal, actions }: Naming, from: string, to: string): string => {
  const who = principal.endsWith('.amazonaws.com') ? ` to ${principal} for '${from}'` : ` to '${from}'`;
  return `the policy of '${to}' allows ${enumerated(actions)}${who}`;
};

/** Whether a custom resource is made by another one: by a function, or by what listens to a topic. */
const isServedBy = (custom: ResourceNode, to: ResourceNode, view: TemplateView): boolean => {
  const server = view.target(custom.get('ServiceToken'));
  return server !== undefined && (functionBehind(view, server) ?? server) === to;
};

/** What allows the actions of a resource, in words. */
const grantorOf = ({ type }: ResourceNode): string =>
  type === 'AWS::IAM::Role' ? 'its policies allow' : 'its role allows';

/** By type: the properties with roles that are read, of those of calls; all of those whose roles act for their own code. */
const read: ReadonlyMap<string, ReadonlySet<string | undefined>> = callPlaces.reduce(
  (found, { type, role, ownRole }) => found.set(type, new Set([...(found.get(type) ?? []), role, ownRole])),
  new Map<string, ReadonlySet<string | undefined>>([
    ['AWS::ApiGateway::Method', new Set(['Credentials'])],
    ['AWS::ApiGatewayV2::Integration', new Set(['CredentialsArn'])],
    ['AWS::AppSync::DataSource', new Set(['ServiceRoleArn'])],
  ]),
);

/** Types that act by what their properties do not show: by policies of their own, or as what they run or make. */
const unseen: ReadonlySet<string> = new Set([
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::CloudFormation::CustomResource',
  'AWS::CloudFormation::Stack',
  'AWS::CloudFormation::StackSet',
  'AWS::EC2::EC2Fleet',
  'AWS::ECS::Service',
  'AWS::ECS::TaskSet',
  'AWS::IAM::Group',
  'AWS::IAM::User',
]);

/** Whether a resource may do things that nothing here reads; custom resources and modules do what others say. */
const actsUnseen = ({ type, body }: ResourceNode): boolean => {
  if (unseen.has(type) || !type.startsWith('AWS::')) return true;
  return !actingTypes.includes(type) && hasOtherRole(get(body, 'Properties'), read.get(type));
};

/** Whether a property, however deep, names a role that is not read. Those for logs call nothing. */
const hasOtherRole = (value: Json | undefined, known: ReadonlySet<string | undefined> | undefined): boolean => {
  if (isList(value)) return value.some((each) => hasOtherRole(each, known));
  return (
    isMap(value) &&
    Object.keys(value).some(
      (key) =>
        (/Role|InstanceProfile|^Credentials/.test(key) && !/Log/.test(key) && !known?.has(key)) ||
        (!key.startsWith('Fn::') && hasOtherRole(value[key], known)),
    )
  );
};

/** Whether nothing takes back what is allowed, and no condition decides about it. */
const isFree = ({ denied, conditional }: Access): boolean => denied === 'no' && !conditional;

/** What the code of a resource does, in words: `reads`. */
const verbsOf = (found: readonly { readonly verb: string }[]): string[] => {
  const verbs = new Set(found.map(({ verb }) => verb));
  return verbs.has(everything) ? [everything] : [...verbs];
};

/** What decides whether it does so, in words. */
const provisos = (accesses: readonly Access[]): string => {
  const open = accesses.filter(({ denied }) => denied === 'unknown');
  const deniers = named(open, ({ by }) => by);
  // A boundary always applies; what is open is what it allows.
  const boundaries = named(open, (access) => access.boundaries);
  return [
    ...(accesses.some(({ conditional }) => conditional) ? ['if a condition of its policies is met'] : []),
    ...(boundaries === '' ? [] : [`if ${boundaries} allows it`]),
    ...(deniers === '' ? [] : [`unless ${deniers} applies`]),
  ].join(', ');
};

const named = (accesses: readonly Access[], reasons: (access: Access) => readonly string[]): string =>
  enumerated([...new Set(accesses.flatMap(reasons))]);
