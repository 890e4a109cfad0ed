import { expect, it } from 'vitest';
import { extended, output } from './helpers.ts';

const template = (globals: string) => `Parameters: {V: {Type: String, Default: live}, Unknown: {Type: String}}
Mappings: {Versions: {live: {openapi: 3.0.1}}}
Conditions: {IsLive: !Equals [!Ref V, live]}
Globals: ${globals}
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {Handler: i.h, Runtime: nodejs22.x, Events: {Get: {Type: Api, Properties: {Path: /a, Method: get}}}}
`;

it('puts known values into what Globals gives, as into what a resource says itself', () => {
  const functions = template(
    "{Function: {AutoPublishAlias: !Sub '${V}-x', CodeUri: !Sub 's3://b/${V}'}, Api: {OpenApiVersion: !If [IsLive, !FindInMap [Versions, !Ref V, openapi], 2.0]}}",
  );
  const values = template(
    "{Function: {AutoPublishAlias: live-x, CodeUri: 's3://b/live'}, Api: {OpenApiVersion: 3.0.1}}",
  );
  expect(output(functions)).toEqual(output(values));
});

it('leaves what is not known to the check of the property', () => {
  const { problems } = extended(template("{Function: {AutoPublishAlias: !Sub '${Unknown}-x', CodeUri: s3://b/c}}"));
  expect(problems.map(({ code, line }) => `${line}: ${code}`)).toEqual(['5: invalid-alias']);
});
