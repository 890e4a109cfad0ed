import type { Json } from './tree.ts';

/**
 * Two templates that show a code: documentation prints them and a test runs them. `‹` and `›` stand around each place at
 * which the code is found. A text that is too long to be read is given as a function.
 */
export interface Example {
  /** In what both stand; nothing is around them when not given. */
  readonly in?: Scaffold;
  readonly fails: ExampleText;
  readonly passes: ExampleText;
  /** The local files beside the template, by path; what is found can stand in one of them. */
  readonly files?: Readonly<Record<string, string>>;
  /** False where no files can be looked at, as in a browser. */
  readonly reader?: false;
  readonly parameters?: Readonly<Record<string, Json>>;
  readonly region?: string;
  /** The day of the check, as `YYYY-MM-DD`; 2026-11-30 when not given. */
  readonly today?: string;
  /** Whether only an expansion finds it, and the linter does not; no time is given then. */
  readonly expanded?: true;
  /** Sizes in bytes of local code, by path. */
  readonly sizes?: Readonly<Record<string, { readonly packed: number; readonly unpacked: number }>>;
}

export type ExampleText = string | (() => string);

/**
 * - `resources`: entries of `Resources`
 * - `function`: further properties of an `AWS::Serverless::Function` called `Orders`
 * - `api`: properties of an `AWS::Serverless::Api` called `Shop`
 * - `http-api`: properties of an `AWS::Serverless::HttpApi` called `Shop`
 * - `state-machine`: properties of an `AWS::Serverless::StateMachine` called `Flow`, beside its definition
 * - `alias`: the properties of an `AWS::Lambda::Alias` of a function and its version
 * - `api-of-function`: further properties of an `AWS::Serverless::Api` called `Shop`, which a function has a route in
 * - `cache-behavior`: further settings of the `DefaultCacheBehavior` of a distribution
 * - `consumed-queue`: an `AWS::SQS::Queue` called `Queue`, which a function with a `Timeout` of 10 seconds reads
 * - `consumer`: further properties of a function that reads a queue
 * - `distribution`: further settings of an `AWS::CloudFront::Distribution`
 * - `edge-association`: the ARN by which a distribution runs a function
 * - `edge-function`: further properties of a function that a distribution runs
 * - `express-state`: the one state of an express state machine with logs
 * - `permission`: further properties of an `AWS::Lambda::Permission` to invoke a function
 * - `state`: the one state of a state machine
 * - `queue-event`: further properties of an event by which a queue starts a function
 * - `network`: entries of `Resources` beside a VPC with two subnets
 * - `mock-api`: further properties of an `AWS::Serverless::Api` called `Shop` with one route
 * - `packed-function`: further properties of a function whose code is in S3
 * - `configuration`: no template, but a `synth.config.yaml`
 */
export type Scaffold =
  | 'resources'
  | 'function'
  | 'api'
  | 'http-api'
  | 'state-machine'
  | 'alias'
  | 'api-of-function'
  | 'cache-behavior'
  | 'consumed-queue'
  | 'consumer'
  | 'distribution'
  | 'edge-association'
  | 'edge-function'
  | 'express-state'
  | 'permission'
  | 'state'
  | 'queue-event'
  | 'network'
  | 'mock-api'
  | 'packed-function'
  | 'configuration';
