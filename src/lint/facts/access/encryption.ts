import type { Cause } from '../../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isString } from '../../../model/tree.ts';
import type { Answer } from './answer.ts';
import type { Call } from './calls.ts';
import { keyLetsIn } from './key-policy.ts';
import type { Way } from './permission.ts';
import { mayDecrypt } from './reader-key.ts';
import type { Read } from './reads.ts';
import { roleBehind } from './role.ts';

/** A key that something is encrypted with, and whether it lets somebody send or read there. */
export interface KeyUse {
  /** The key, where it stands in the template. */
  readonly key: ResourceNode | undefined;
  /** The name of a key of AWS, whose policy cannot be changed. */
  readonly managed: string | undefined;
  /** Where the encrypted resource names it. */
  readonly at: Cause | undefined;
  readonly answer: Answer;
}

/** The keys of AWS for queues and topics. They let no service in. */
const managed = /^(alias|arn:.*:alias)\/aws\/(sqs|sns)$/;

/**
 * The keys of an encrypted queue or topic, and whether they let in the service that sends to it by the policy of that; a
 * role needs permissions of its own.
 */
export const sendKeys = ({ target, sender }: Call, way: Way, view: TemplateView): KeyUse[] =>
  (way === 'queue' || way === 'topic' ? (target?.all('KmsMasterKeyId') ?? []) : []).flatMap(
    ({ value, at }): KeyUse[] => {
      const name = view.resolve(value);
      if (isString(name) && managed.test(name)) return [{ key: undefined, managed: name, at, answer: 'no' }];
      const key = keyBehind(view.target(value), view);
      return key ? [{ key, managed: undefined, at, answer: keyLetsIn(key, sender.service, view) }] : [];
    },
  );

/** Where the key of what is read stands. */
const readKeyPaths: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::Kinesis::Stream', ['StreamEncryption', 'KeyId']],
  ['AWS::SQS::Queue', ['KmsMasterKeyId']],
]);

/** The role that reads a queue or stream, where there is one. */
export const readingRole = ({ reader }: Read, view: TemplateView): ResourceNode | undefined => {
  const roles = reader.all(reader.type === 'AWS::Pipes::Pipe' ? 'RoleArn' : 'Role');
  return roles.length === 1 ? roleBehind(roles[0]!.value, view) : undefined;
};

/** The keys of an encrypted queue or stream, and whether the role that reads it may decrypt with them. */
export const readKeys = (read: Read, view: TemplateView): KeyUse[] => {
  const path = readKeyPaths.get(read.source.type);
  const role = readingRole(read, view);
  if (!path || !role) return [];
  return read.source.all(...path).flatMap(({ value, at }): KeyUse[] => {
    const key = keyBehind(view.target(value), view);
    return key ? [{ key, managed: undefined, at, answer: mayDecrypt(role, key, view) }] : [];
  });
};

/** The key that a key or an alias of one stands for. */
export const keyBehind = (node: ResourceNode | undefined, view: TemplateView): ResourceNode | undefined => {
  const key = node?.type === 'AWS::KMS::Alias' ? view.target(get(node.properties, 'TargetKeyId')) : node;
  return key?.type === 'AWS::KMS::Key' ? key : undefined;
};
