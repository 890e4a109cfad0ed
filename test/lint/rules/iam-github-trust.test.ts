import { iamGithubTrust } from '../../../src/lint/rules/iam-github-trust.ts';
import { marked } from '../marked.ts';
import { resource } from '../templates.ts';
import { tester } from '../tester.ts';

const arn = "'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'";
const provider =
  '  Github: {Type: AWS::IAM::OIDCProvider, Properties: {Url: https://token.actions.githubusercontent.com}}\n  Other: {Type: AWS::IAM::OIDCProvider, Properties: {Url: https://oidc.example.com}}\n';
const trust = (principal: string, more = '', effect = 'Allow') =>
  resource(
    'AWS::IAM::Role',
    `AssumeRolePolicyDocument: {Statement: [{Effect: ${effect}, Action: 'sts:AssumeRoleWithWebIdentity', Principal: {Federated: ${principal}}${more}}]}`,
    provider,
  );
const sub = (value: string, operator = 'StringLike') =>
  `, Condition: {StringEquals: {'token.actions.githubusercontent.com:aud': a}, ${operator}: {'token.actions.githubusercontent.com:sub': ${value}}}`;

tester.run(iamGithubTrust, {
  valid: [
    trust(arn, sub("'repo:our-company/orders:*'")),
    trust(arn, sub("[!Sub 'repo:${Owner}/*', !Ref Subjects]")),
    trust(arn, ", Condition: {StringEquals: {'token.actions.githubusercontent.com:job_workflow_ref': a}}"),
    trust(arn, ', Condition: !Ref Condition'),
    trust(arn, ', Condition: {StringEquals: !Ref Keys}'),
    trust(arn, '', 'Deny'),
    trust('!Ref Other'),
    trust('cognito-identity.amazonaws.com'),
    'Resources: {Role: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: !Ref Trust}}}\n',
  ],
  invalid: [
    marked(trust(`‹${arn}›`), { messageId: 'open', data: { id: 'Thing' } }),
    marked(
      trust('‹!Ref Github›', ", Condition: {StringEquals: {'token.actions.githubusercontent.com:aud': a}}"),
      'open',
    ),
    marked(trust("‹!Sub 'arn:aws:iam::${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com'›"), 'open'),
    marked(trust(arn, sub("['repo:our-company/orders:*', ‹'repo:*'›]")), {
      messageId: 'pattern',
      data: { value: 'repo:*' },
    }),
    marked(trust('!GetAtt Github.Arn', sub("‹'*'›")), 'pattern'),
  ],
});
