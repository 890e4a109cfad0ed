import { type Answer, account, type Service, xml, xmlError } from './cloud.ts';

const expiration = '2099-01-01T00:00:00Z';

export const sts: Service = ({ form }) => {
  const action = form.get('Action')!;
  if (action === 'GetCallerIdentity')
    return xml(action, { Arn: `arn:aws:iam::${account}:user/u`, UserId: 'u', Account: account });
  const role = form.get('RoleArn')!;
  return xml(action, {
    Credentials: { AccessKeyId: 'a', SecretAccessKey: 's', SessionToken: 't', Expiration: expiration },
    AssumedRoleUser: { AssumedRoleId: 'r:s', Arn: role },
  });
};

/** Knows the version of the bootstrap stack. */
export const ssm: Service = ({ body }) => {
  const { Name } = JSON.parse(body.toString()) as { Name: string };
  return {
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify({ Parameter: { Name, Type: 'String', Value: '28', Version: 1 } }),
  };
};

/** A store of objects, by `bucket/key`. */
export class Storage {
  readonly objects = new Map<string, Uint8Array>();

  readonly service: Service = ({ method, url, body }) => {
    const path = decodeURIComponent(url.pathname).replace(/^\//, '');
    const isBucket = !path.replace(/\/$/, '').includes('/');
    if (isBucket) return this.#bucket(path, url.searchParams);
    if (method === 'PUT') {
      this.objects.set(path, Buffer.from(body));
      return { headers: { etag: '"e"' } };
    }
    const object = this.objects.get(path);
    if (object === undefined)
      return { status: 404, body: method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>' };
    const headers = {
      'content-length': String(object.length),
      etag: '"e"',
      'last-modified': 'Sat, 01 Jan 2000 00:00:00 GMT',
    };
    return method === 'HEAD' ? { headers } : { headers, body: object };
  };

  #bucket(name: string, asked: URLSearchParams): Answer {
    if (asked.has('location')) return { body: '<LocationConstraint>eu-west-1</LocationConstraint>' };
    if (asked.has('encryption')) {
      return {
        body: '<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>',
      };
    }
    const prefix = asked.get('prefix') ?? '';
    const keys = [...this.objects.keys()].filter((path) => path.startsWith(`${name.replace(/\/$/, '')}/${prefix}`));
    const contents = keys.map(
      (path) =>
        `<Contents><Key>${path.slice(path.indexOf('/') + 1)}</Key><Size>${this.objects.get(path)!.length}</Size></Contents>`,
    );
    return {
      body: `<ListBucketResult><KeyCount>${keys.length}</KeyCount><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`,
    };
  }
}

/** One stack as CloudFormation keeps it. */
export interface StackRecord {
  readonly name: string;
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly roleArn: string | null;
  readonly capabilities: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  status: string;
}

/** Makes stacks from change sets; `deploy` makes what the template says. */
export class Stacks {
  readonly stacks = new Map<string, StackRecord>();
  readonly #pending = new Map<string, StackRecord>();
  readonly #storage: Storage;
  readonly #deploy: (stack: StackRecord) => Promise<void>;

  constructor(storage: Storage, deploy: (stack: StackRecord) => Promise<void>) {
    this.#storage = storage;
    this.#deploy = deploy;
  }

  readonly service: Service = async ({ form }) => {
    const action = form.get('Action')!;
    const name = (form.get('StackName') ?? '').replace(/^arn:[^/]*\/([^/]+)\/.*$/, '$1');
    switch (action) {
      case 'DescribeStacks':
        return this.#describe(action, name);
      case 'CreateChangeSet':
        this.#pending.set(name, this.#recordFrom(name, form));
        return xml(action, { Id: arnOf('changeSet', form.get('ChangeSetName')!), StackId: arnOf('stack', name) });
      case 'DescribeChangeSet':
        return xml(action, {
          ChangeSetName: 'cdk-deploy-change-set',
          ChangeSetId: arnOf('changeSet', 'c'),
          StackId: arnOf('stack', name),
          StackName: name,
          Status: 'CREATE_COMPLETE',
          ExecutionStatus: 'AVAILABLE',
          CreationTime: '2026-01-01T00:00:00Z',
          Changes: [{ Type: 'Resource', ResourceChange: { Action: 'Add', LogicalResourceId: 'X', ResourceType: 'X' } }],
        });
      case 'ExecuteChangeSet': {
        const stack = this.#pending.get(name)!;
        this.stacks.set(name, stack);
        await this.#deploy(stack);
        stack.status = 'CREATE_COMPLETE';
        return xml(action, {});
      }
      case 'DescribeStackEvents':
      case 'DescribeEvents':
        return xml(action, { StackEvents: [], OperationEvents: [] });
      case 'DeleteChangeSet':
        return xml(action, {});
      case 'GetTemplate': {
        const stack = this.stacks.get(name);
        return stack ? xml(action, { TemplateBody: stack.template }) : missing(name);
      }
      case 'ListStackResources':
        return xml(action, { StackResourceSummaries: [] });
      default:
        return { status: 501, body: action };
    }
  };

  #describe(action: string, name: string): Answer {
    const stack = this.stacks.get(name);
    if (!stack) return missing(name);
    return xml(action, {
      Stacks: [
        {
          StackId: arnOf('stack', name),
          StackName: name,
          StackStatus: stack.status,
          CreationTime: '2026-01-01T00:00:00Z',
          Parameters: Object.entries(stack.parameters).map(([ParameterKey, ParameterValue]) => ({
            ParameterKey,
            ParameterValue,
          })),
          Tags: Object.entries(stack.tags).map(([Key, Value]) => ({ Key, Value })),
          Outputs: [],
        },
      ],
    });
  }

  #recordFrom(name: string, form: URLSearchParams): StackRecord {
    const list = (field: string, ...parts: string[]): string[][] => {
      const found: string[][] = [];
      for (let at = 1; form.has(`${field}.member.${at}${parts[0] ?? ''}`); at++) {
        found.push((parts.length === 0 ? [''] : parts).map((part) => form.get(`${field}.member.${at}${part}`) ?? ''));
      }
      return found;
    };
    const url = form.get('TemplateURL');
    const template = url === null ? form.get('TemplateBody')! : Buffer.from(this.#objectAt(url)).toString();
    return {
      name,
      template,
      parameters: Object.fromEntries(list('Parameters', '.ParameterKey', '.ParameterValue')),
      tags: Object.fromEntries(list('Tags', '.Key', '.Value')),
      capabilities: list('Capabilities').map(([each]) => each!),
      roleArn: form.get('RoleARN'),
      status: 'REVIEW_IN_PROGRESS',
    };
  }

  /** The object behind an address with the bucket in its host or in its path. */
  #objectAt(address: string): Uint8Array {
    const { host, pathname } = new URL(address);
    const inHost = /^(.+)\.s3\.[\w.-]+$/.exec(host)?.[1];
    const path = inHost === undefined ? pathname.slice(1) : `${inHost}${pathname}`;
    const object = this.#storage.objects.get(path);
    if (object === undefined) throw new Error(`there is no ${path}`);
    return object;
  }
}

const arnOf = (kind: string, name: string): string => `arn:aws:cloudformation:eu-west-1:${account}:${kind}/${name}/id`;

const missing = (name: string): Answer => xmlError('ValidationError', `Stack with id ${name} does not exist`);
