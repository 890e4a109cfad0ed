import type { ResourceNode } from '../../../model/rule.ts';
import { get, isIntrinsic, isMap, isTruthy } from '../../../model/tree.ts';
import { given, isCertainlyNot, isGiven, type NoEffect, type NoEffectFinder, withoutTags } from './finding.ts';

/** What has no effect in a REST API. */
export const inApi: NoEffectFinder = function* (api) {
  yield* inAuth(api);
  yield* inDomain(api);
  yield* withoutTags(api);
};

function* inAuth(api: ResourceNode): Generator<NoEffect> {
  const auth = api.get('Auth');
  if (!isMap(auth) || isIntrinsic(auth)) return;
  if (!isTruthy(auth['DefaultAuthorizer'])) {
    yield* given(api, ['Auth'], ['AddDefaultAuthorizerToCorsPreflight'], "there is no 'DefaultAuthorizer'");
  }
  if (!isTruthy(auth['ApiKeyRequired'])) {
    yield* given(api, ['Auth'], ['AddApiKeyRequiredToCorsPreflight'], "'ApiKeyRequired' is not on");
  }
  if (get(auth['UsagePlan'], 'CreateUsagePlan') === 'NONE') {
    const names = ['UsagePlanName', 'Description', 'Quota', 'Throttle', 'Tags'];
    const because = ['Auth', 'UsagePlan', 'CreateUsagePlan'];
    yield* given(api, ['Auth', 'UsagePlan'], names, "with 'CreateUsagePlan: NONE' there is no plan", because);
  }
  const authorizers = auth['Authorizers'];
  if (isMap(authorizers)) for (const name of Object.keys(authorizers)) yield* inAuthorizer(api, name);
}

const ofFunctions = [
  'FunctionArn',
  'FunctionInvokeRole',
  'FunctionPayloadType',
  'DisableFunctionDefaultPermissions',
] as const;
const ofRequests = ['Headers', 'QueryStrings', 'StageVariables', 'Context'];
const ofTokens = ['Header', 'ValidationExpression'];

function* inAuthorizer(api: ResourceNode, name: string): Generator<NoEffect> {
  const path = ['Auth', 'Authorizers', name];
  const identity = [...path, 'Identity'];
  if (isGiven(api, ...path, 'UserPoolArn')) {
    const because = [...path, 'UserPoolArn'];
    const why = "'UserPoolArn' makes this a Cognito authorizer, and only Lambda authorizers have it";
    // The permission for the function is made all the same.
    yield* given(api, path, ofFunctions.slice(1, 3), why, because);
    yield* given(api, identity, [...ofRequests, 'ReauthorizeEvery'], why, because);
  } else if (api.get(...path, 'FunctionPayloadType') === 'REQUEST') {
    const why = 'a REQUEST authorizer has no token';
    yield* given(api, identity, ofTokens, why, [...path, 'FunctionPayloadType']);
  } else if (isCertainlyNot(api.get(...path, 'FunctionPayloadType'), 'REQUEST')) {
    yield* given(api, identity, ofRequests, "only authorizers with 'FunctionPayloadType: REQUEST' get it");
  }
}

function* inDomain(api: ResourceNode): Generator<NoEffect> {
  const domain = api.get('Domain');
  if (!isMap(domain) || isIntrinsic(domain)) return;
  const endpoint = domain['EndpointConfiguration'];
  if (isCertainlyNot(endpoint, 'PRIVATE')) {
    const why = "only a domain with 'EndpointConfiguration: PRIVATE' is reached through VPC endpoints";
    yield* given(api, ['Domain'], ['AccessAssociation'], why);
    yield* given(api, ['Domain', 'Route53'], ['VpcEndpointDomainName', 'VpcEndpointHostedZoneId'], why);
  } else if (endpoint === 'PRIVATE') {
    const why = 'a private domain has no mutual TLS';
    yield* given(api, ['Domain'], ['MutualTlsAuthentication'], why, ['Domain', 'EndpointConfiguration']);
  }
  if (isCertainlyNot(endpoint, 'EDGE')) {
    const why = "only a domain with 'EndpointConfiguration: EDGE' has a distribution in front";
    yield* given(api, ['Domain', 'Route53'], ['DistributionDomainName'], why);
  }
  if (!isGiven(api, 'Domain', 'BasePath')) {
    yield* given(api, ['Domain'], ['NormalizeBasePath'], "there is no 'BasePath'");
  }
}
