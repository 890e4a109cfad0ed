import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { account } from './cloud.ts';
import type { StackRecord, Storage } from './services.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type JsonMap = { [key: string]: Json };
type Resource = { readonly Type: string; readonly Properties?: JsonMap };

/** What became of a resource: what `Ref` gives, and its attributes. */
interface Made {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const region = 'eu-west-1';
const pseudo: Readonly<Record<string, string>> = {
  'AWS::AccountId': account,
  'AWS::Region': region,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'stack',
};

/** Where tables and queues are. */
export interface Endpoints {
  readonly dynamodb: string;
  readonly sqs: string;
}

/** Asks a service that takes JSON. */
export const ask = async (endpoint: string, target: string, body: object): Promise<JsonMap> => {
  const service = target.startsWith('DynamoDB') ? 'dynamodb' : 'sqs';
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': target,
      authorization: `AWS4-HMAC-SHA256 Credential=a/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      'x-amz-date': '20260101T000000Z',
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${target}: ${response.status} ${text}`);
  return text === '' ? {} : (JSON.parse(text) as JsonMap);
};

/** The resources of deployed stacks, as far as functions, queues, tables and nested stacks go. */
export class World {
  readonly #storage: Storage;
  readonly #endpoints: Endpoints;
  readonly #functions = new Map<string, JsonMap>();
  readonly #mappings: { readonly queue: string; readonly fn: string }[] = [];
  readonly #queues = new Map<string, string>();

  constructor(storage: Storage, endpoints: Endpoints) {
    this.#storage = storage;
    this.#endpoints = endpoints;
  }

  async deploy({ template, parameters }: Pick<StackRecord, 'template' | 'parameters'>): Promise<void> {
    const { Resources, Parameters = {} } = JSON.parse(template) as {
      Resources: Record<string, Resource>;
      Parameters?: JsonMap;
    };
    const values: Record<string, string> = { ...pseudo };
    for (const [name, body] of Object.entries(Parameters))
      values[name] = parameters[name] ?? String((body as JsonMap)['Default']);
    const made = new Map<string, Promise<Made>>();
    const make = (id: string): Promise<Made> => {
      const known = made.get(id);
      if (known) return known;
      const making = this.#make(id, Resources[id]!, (value) => this.#evaluate(value, values, make));
      made.set(id, making);
      return making;
    };
    for (const id of Object.keys(Resources)) await make(id);
  }

  /** Runs the code that was deployed for a function, in a process of its own, and gives what its handler gives. */
  async invoke(id: string, event: object): Promise<Json> {
    const properties = this.#functions.get(id)!;
    const { S3Bucket, S3Key } = properties['Code'] as Record<string, string>;
    const folder = mkdtempSync(join(tmpdir(), 'synth-function-'));
    for (const [name, bytes] of Object.entries(unzipSync(this.#storage.objects.get(`${S3Bucket}/${S3Key}`)!))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    const [, file, name] = /^(.*)\.([^.]+)$/.exec(String(properties['Handler']))!;
    const variables = ((properties['Environment'] as JsonMap | undefined)?.['Variables'] ?? {}) as Record<
      string,
      string
    >;
    const script = `
      const fs = require('node:fs');
      const file = ['.mjs', '.js', '.cjs'].map((end) => ${JSON.stringify(join(folder, file!))} + end).find(fs.existsSync);
      import(file).then((module) => (module[${JSON.stringify(name)}] ?? module.default[${JSON.stringify(name)}])(${JSON.stringify(event)}))
        .then((result) => process.stdout.write(JSON.stringify(result ?? null)));`;
    return JSON.parse(
      await output(script, { ...variables, AWS_ENDPOINT_URL_DYNAMODB: this.#endpoints.dynamodb }),
    ) as Json;
  }

  /** Hands what waits in queues to the functions that read from them; gives how many messages there were. */
  async poll(): Promise<number> {
    let count = 0;
    for (const { queue, fn } of this.#mappings) {
      const QueueUrl = this.#queues.get(queue)!;
      const { Messages = [] } = await ask(this.#endpoints.sqs, 'AmazonSQS.ReceiveMessage', {
        QueueUrl,
        MaxNumberOfMessages: 10,
      });
      const messages = Messages as { MessageId: string; Body: string; ReceiptHandle: string }[];
      if (messages.length === 0) continue;
      const Records = messages.map(({ MessageId, Body }) => ({
        messageId: MessageId,
        body: Body,
        eventSourceARN: queue,
      }));
      await this.invoke(fn, { Records });
      for (const { ReceiptHandle } of messages)
        await ask(this.#endpoints.sqs, 'AmazonSQS.DeleteMessage', { QueueUrl, ReceiptHandle });
      count += messages.length;
    }
    return count;
  }

  async send(body: object): Promise<void> {
    for (const QueueUrl of this.#queues.values()) {
      await ask(this.#endpoints.sqs, 'AmazonSQS.SendMessage', { QueueUrl, MessageBody: JSON.stringify(body) });
    }
  }

  async #make(
    id: string,
    { Type, Properties = {} }: Resource,
    evaluate: (value: Json) => Promise<Json>,
  ): Promise<Made> {
    const properties = (await evaluate(Properties)) as JsonMap;
    const plain = { ref: id, attributes: { Arn: `arn:aws:x:${region}:${account}:${id}` } };
    switch (Type) {
      case 'AWS::DynamoDB::Table': {
        const { KeySchema, AttributeDefinitions, BillingMode } = properties;
        await ask(this.#endpoints.dynamodb, 'DynamoDB_20120810.CreateTable', {
          TableName: id,
          KeySchema,
          AttributeDefinitions,
          BillingMode: BillingMode ?? 'PAY_PER_REQUEST',
        });
        return plain;
      }
      case 'AWS::SQS::Queue': {
        const { QueueUrl } = await ask(this.#endpoints.sqs, 'AmazonSQS.CreateQueue', { QueueName: id });
        const arn = `arn:aws:sqs:${region}:${account}:${id}`;
        this.#queues.set(arn, String(QueueUrl));
        return { ref: String(QueueUrl), attributes: { Arn: arn } };
      }
      case 'AWS::Lambda::Function':
        this.#functions.set(id, properties);
        return plain;
      case 'AWS::Lambda::Alias':
        return { ...plain, ref: String(properties['FunctionName']) };
      case 'AWS::Lambda::EventSourceMapping':
        this.#mappings.push({ queue: String(properties['EventSourceArn']), fn: String(properties['FunctionName']) });
        return plain;
      case 'AWS::CloudFormation::Stack': {
        const path = new URL(String(properties['TemplateURL'])).pathname.slice(1);
        const template = Buffer.from(this.#storage.objects.get(path)!).toString();
        await this.deploy({ template, parameters: (properties['Parameters'] ?? {}) as Record<string, string> });
        return plain;
      }
      default:
        return plain;
    }
  }

  async #evaluate(
    value: Json,
    values: Readonly<Record<string, string>>,
    make: (id: string) => Promise<Made>,
  ): Promise<Json> {
    const inner = (each: Json): Promise<Json> => this.#evaluate(each, values, make);
    if (Array.isArray(value)) return Promise.all(value.map(inner));
    if (typeof value !== 'object' || value === null) return value;
    const [[name, operand] = ['', null], ...rest] = Object.entries(value);
    const referred = async (path: string): Promise<string> => {
      const [id, ...attribute] = path.split('.');
      if (Object.hasOwn(values, path)) return values[path]!;
      const made = await make(id!);
      return attribute.length === 0
        ? made.ref
        : (made.attributes[attribute.join('.')] ?? `${id}.${attribute.join('.')}`);
    };
    if (rest.length === 0 && name === 'Ref') return referred(String(operand));
    if (rest.length === 0 && name === 'Fn::GetAtt')
      return referred(Array.isArray(operand) ? operand.join('.') : String(operand));
    if (rest.length === 0 && name === 'Fn::Join')
      return ((await inner((operand as Json[])[1]!)) as string[]).join(String((operand as Json[])[0]));
    if (rest.length === 0 && name === 'Fn::Sub') {
      const [text, own] = Array.isArray(operand) ? operand : [operand, {}];
      let result = String(text);
      for (const [whole, path] of String(text).matchAll(/\$\{([^!}]+)\}/g)) {
        const local = (own as JsonMap)[path!];
        result = result.replace(whole, String(local === undefined ? await referred(path!) : await inner(local)));
      }
      return result;
    }
    const entries = await Promise.all(
      Object.entries(value).map(async ([key, each]) => [key, await inner(each)] as const),
    );
    return Object.fromEntries(entries);
  }
}

const output = (script: string, env: Readonly<Record<string, string>>): Promise<string> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, ['-e', script], { env: { PATH: process.env['PATH'], ...env } });
    let out = '';
    let err = '';
    child.stdout.on('data', (bytes) => {
      out += bytes;
    });
    child.stderr.on('data', (bytes) => {
      err += bytes;
    });
    child.on('close', (code) => (code === 0 ? done(out) : fail(new Error(err))));
  });
