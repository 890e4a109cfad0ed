import {
  any,
  boolean,
  enumOf,
  integer,
  list,
  loose,
  map,
  mapOf,
  object,
  oneOf,
  string,
} from '../../schema/property.ts';
import { resourcePolicyShape } from '../../schema/resource-policy.ts';

const identityShape = object({
  Header: loose(string, 'The header with the token; Authorization without it. Not of a REQUEST authorizer.'),
  ValidationExpression: loose(string, 'What a token must look like. Not of a REQUEST authorizer.'),
  Headers: loose(list, 'Headers that the answer depends on. Of a REQUEST authorizer.', { early: true }),
  QueryStrings: loose(list, 'Query parameters that the answer depends on. Of a REQUEST authorizer.', { early: true }),
  StageVariables: loose(list, 'Stage variables that the answer depends on. Of a REQUEST authorizer.', { early: true }),
  Context: loose(list, 'Context that the answer depends on. Of a REQUEST authorizer.', { early: true }),
  ReauthorizeEvery: loose(integer, 'How long an answer is kept, in seconds. Of a Lambda authorizer.', { early: true }),
});

const authorizerShape = object({
  UserPoolArn: loose(oneOf(string, list), 'The ARN of the user pool, or of several. Makes it a Cognito authorizer.'),
  FunctionArn: loose(string, 'The ARN of the function that decides.'),
  FunctionPayloadType: loose(enumOf('TOKEN', 'REQUEST'), 'What the function gets; TOKEN without it.', { early: true }),
  FunctionInvokeRole: loose(string, 'The role with which the function is called.'),
  DisableFunctionDefaultPermissions: loose(boolean, 'Leaves out the permission to call the function.', { early: true }),
  AuthorizationScopes: loose(list, 'The scopes that a token must have.'),
  Identity: loose(identityShape, 'What of a request the authorizer looks at.'),
});

const usagePlanShape = object({
  CreateUsagePlan: loose(enumOf('PER_API', 'SHARED', 'NONE'), 'Whose plan it is.', { early: true, required: true }),
  UsagePlanName: loose(string, 'The name of the plan.'),
  Description: loose(string, 'A description.'),
  Quota: loose(map, 'How many requests there may be in a period.'),
  Throttle: loose(map, 'How many requests there may be at a time.'),
  Tags: loose(list, 'Tags of the plan.'),
});

/** The shape of `Auth` of a REST API. */
export const apiAuthShape = object({
  Authorizers: loose(mapOf(authorizerShape), 'Authorizers by name.'),
  DefaultAuthorizer: loose(string, 'The authorizer of methods that name none, or AWS_IAM.', { early: true }),
  AddDefaultAuthorizerToCorsPreflight: loose(boolean, 'Whether OPTIONS methods take it too; on without it.', {
    early: true,
  }),
  ApiKeyRequired: loose(boolean, 'Whether methods require an API key.', { early: true }),
  AddApiKeyRequiredToCorsPreflight: loose(boolean, 'Whether OPTIONS methods require it too; on without it.', {
    early: true,
  }),
  InvokeRole: loose(any, 'The role with which functions are called under AWS_IAM.'),
  ResourcePolicy: loose(resourcePolicyShape, 'Who may call the API at all.'),
  UsagePlan: loose(usagePlanShape, 'A usage plan with an API key.'),
});
