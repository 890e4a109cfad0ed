import { replaceEnclosed } from '../../../model/enclosed.ts';
import { formOf } from '../../../model/references.ts';
import type { TemplateView } from '../../../model/rule.ts';
import type { Json } from '../../../model/tree.ts';
import { shapeOf } from '../access/arn-shapes.ts';
import { overlap, segment } from '../access/glob.ts';
import { symbolicText } from '../texts/symbolic-text.ts';

/** What actions apply to: the ends of its ARNs behind the account, and how one is written in messages. */
interface Target {
  readonly ends: readonly string[];
  readonly shown: string;
}

interface Service {
  /** What all of its ARNs are like; undefined where its actions take ARNs of other services, too. */
  readonly any?: Target;
  /** Actions that take one kind only, in lower case. */
  readonly byAction?: ReadonlyMap<string, Target>;
}

const actionsOn = (target: Target, actions: string): [string, Target][] =>
  actions.split(' ').map((action) => [action.toLowerCase(), target]);

const anything = (shown: string): Target => ({ ends: ['*'], shown });

const objects: Target = { ends: ['*/*'], shown: '<bucket>/*' };
const buckets: Target = { ends: [segment], shown: '<bucket>' };
const key: Target = { ends: ['key/*'], shown: 'key/<id>' };
const fn: Target = { ends: ['function:*'], shown: 'function:<name>' };
const bus: Target = { ends: ['event-bus/*', 'event-busv2/*'], shown: 'event-bus/<name>' };
const machine: Target = { ends: ['stateMachine:*'], shown: 'stateMachine:<name>' };
const parameter: Target = { ends: ['parameter*'], shown: 'parameter/<name without its first slash>' };

const ofLambda = [
  'capacity-provider',
  'code-signing-config',
  'event-source-mapping',
  'function',
  'layer',
  'microvm-image',
  'network-connector',
];

/** Source: the actions and resource types of each service in the Service Authorization Reference. */
const services: ReadonlyMap<string, Service> = new Map<string, Service>([
  ['dynamodb', { any: { ends: ['table/*', 'global-table/*'], shown: 'table/<name>' } }],
  ['events', { byAction: new Map(actionsOn(bus, 'PutEvents')) }],
  ['firehose', { any: { ends: ['deliverystream/*'], shown: 'deliverystream/<name>' } }],
  [
    'kms',
    {
      any: { ends: ['key/*', 'alias/*'], shown: 'key/<id>' },
      // A key is not meant by its alias: what is compared is the ARN of the key.
      byAction: new Map(
        actionsOn(
          key,
          'Decrypt Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext ReEncryptFrom ReEncryptTo Sign Verify',
        ),
      ),
    },
  ],
  [
    'lambda',
    {
      any: { ends: ofLambda.map((kind) => `${kind}:*`), shown: 'function:<name>' },
      byAction: new Map(actionsOn(fn, 'InvokeAsync InvokeFunction InvokeFunctionUrl')),
    },
  ],
  ['logs', { any: anything('log-group:<name>:*') }],
  [
    's3',
    {
      any: anything('<bucket>'),
      byAction: new Map([
        ...actionsOn(
          objects,
          'AbortMultipartUpload DeleteObject DeleteObjectTagging DeleteObjectVersion GetObject GetObjectAcl GetObjectAttributes GetObjectTagging GetObjectVersion GetObjectVersionTagging ListMultipartUploadParts PutObject PutObjectAcl PutObjectTagging ReplicateDelete ReplicateObject ReplicateTags RestoreObject',
        ),
        ...actionsOn(
          buckets,
          'GetBucketAcl GetBucketCORS GetBucketLocation GetBucketNotification GetBucketPolicy GetBucketTagging GetBucketVersioning ListBucket ListBucketMultipartUploads ListBucketVersions PutBucketNotification PutBucketPolicy',
        ),
      ]),
    },
  ],
  ['secretsmanager', { any: { ends: ['secret:*'], shown: 'secret:<name>-??????' } }],
  ['sns', { any: anything('<topic>') }],
  ['sqs', { any: anything('<queue>') }],
  [
    'ssm',
    {
      byAction: new Map(
        actionsOn(
          parameter,
          'DeleteParameter GetParameter GetParameterHistory GetParameters GetParametersByPath PutParameter',
        ),
      ),
    },
  ],
  [
    'states',
    {
      any: anything('stateMachine:<name>'),
      byAction: new Map(actionsOn(machine, 'StartExecution StartSyncExecution')),
    },
  ],
]);

/** A `Resource` of a statement as a pattern; what is known only at deploy time may be anything. */
export const resourcePattern = (value: Json, view: TemplateView): string => {
  const text = symbolicText(value, view);
  const pattern = replaceEnclosed(
    replaceEnclosed(text, '{{', '}}', () => '*'),
    '${',
    '}',
    (reference) => ownPattern(reference, view),
  );
  // What a function gives that is not looked into.
  return pattern.includes('{') ? '*' : pattern;
};

/** Services whose names and ids hold more than one part. */
const mayHaveSlashes: ReadonlySet<string> = new Set(['execute-api', 'logs', 'secretsmanager']);

/** What a reference to a resource of the template gives, as a pattern: its ARN or its name, where that is known. */
const ownPattern = (reference: string, view: TemplateView): string => {
  const [, id = '', attribute] = /^([A-Za-z0-9]+)(?:\.([A-Za-z]+))?$/.exec(reference) ?? [];
  const node = view.resource(id);
  const shape = node && shapeOf(node.type);
  if (!node || !shape || mayHaveSlashes.has(shape.service)) return '*';
  const form = formOf(node.type, attribute);
  if (form === 'name') return segment;
  if (form !== 'arn' || !(attribute === undefined || /^(?:Topic)?Arn$/.test(attribute))) return '*';
  const { service, before = '', after = '' } = shape;
  // Of a bucket, neither Region nor account is there.
  const place = service === 's3' ? '::' : `${segment}:${segment}:`;
  return `arn:${segment}:${service}:${place}${before}${segment}${after}`;
};

/** What an action applies to; undefined where that is not known here. */
export const targetOf = (action: string): { readonly service: string; readonly target: Target } | undefined => {
  const [, prefix = '', name = ''] = /^([A-Za-z0-9-]+):(.+)$/.exec(action) ?? [];
  const service = prefix.toLowerCase();
  const known = services.get(service);
  const target = known?.byAction?.get(name.toLowerCase()) ?? known?.any;
  return target && { service, target };
};

/** Access points have a Region or an account in their ARN; those of Object Lambda, Outposts and directory buckets a service of their own. */
const accessPoint = /^arn:[^:]*:s3(?:[a-z-]+:|:[^:]+:|::[^:]+:)/;

/** Whether a pattern takes in something that has one of the ends behind the account. */
export const takesInAny = (pattern: string, service: string, { ends }: Target): boolean =>
  ends.some((end) => overlap(pattern, `arn:${segment}:${service}:${segment}:${segment}:${end}`)) ||
  (service === 's3' && accessPoint.test(pattern));

/** What the ARNs of the service in a pattern are like, where the pattern takes in none of them. */
export const brokenTarget = (pattern: string): { readonly service: string; readonly shown: string } | undefined => {
  const service = /^arn:[^:]*:([a-z0-9-]+):/.exec(pattern)?.[1] ?? '';
  const any = services.get(service)?.any;
  return any && !takesInAny(pattern, service, any) ? { service, shown: any.shown } : undefined;
};
