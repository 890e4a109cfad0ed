import { defineTemplateRule } from '../../model/rule.ts';
import { policyDocuments } from '../facts/policies/documents.ts';
import { policyFaults } from '../facts/policies/faults.ts';

export const iamPolicyDocument = defineTemplateRule({
  id: 'iam-policy-document',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Malformed IAM policy document',
  description:
    'AWS refuses policy documents that break the grammar: unknown elements, statements without `Effect` or `Action`, a `Principal` in a policy of a role, a missing one in a policy of a queue, topic or bucket, actions without a service, resources and principals that are not ARNs, patterns for principals, services that are not named by their domain. Policies of queues, topics and buckets can have actions of their service only, and trust policies those of STS. A statement for users of an identity provider needs the action that these take a role with, or it never applies. Checked are the policies of roles, users and groups, managed policies, trust policies, and the policies on queues, topics, buckets, keys, secrets, APIs, event buses, search domains, backup vaults and more, generated ones included. Of documents as text only the JSON is checked.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  supersedes: ['iam-unknown-action'],
  messages: {
    document: 'The policy document is {found}; it must be a map.',
    text: 'The policy document is a text that is not JSON: expected {expected}, found {found}.',
    element: "A policy has no element '{name}' here. Allowed: {known}.",
    elementNear: "A policy has no element '{name}' here. Did you mean '{near}'?",
    version: "The policy version is '{found}'; it must be 2012-10-17 (or, for old policies, 2008-10-17).",
    noStatement: "The policy document has no 'Statement'.",
    statement: 'This statement is {found}; it must be a map.',
    noEffect: "The statement has no 'Effect'; say Allow or Deny.",
    effect: "'Effect' is '{found}'; it must be Allow or Deny.",
    both: "'{name}' and '{opposite}' exclude each other in a statement.",
    neither: "The statement needs '{name}' or '{opposite}'.",
    empty: "'{name}' is an empty list; a statement needs one item at least.",
    takingAction: "'{action}' does not take a role; a trust policy allows actions of STS only, such as sts:AssumeRole.",
    identity: "'{name}' is not allowed here: the policy applies to the role, user or group that has it.",
    trust: "'{name}' is not allowed here: a trust policy applies to the role itself.",
    sid: "The statement id '{sid}' may only have letters and digits.",
    sidTwice: "Two statements of this policy have the id '{sid}'.",
    action: "The action is {found}; it must be '<service>:<Action>' or '*'.",
    resource: "The resource is {found}; it must be an ARN or '*'.",
    resourceName:
      "{reference} ({type}) gives {given}, but the resource of a policy must be an ARN; use 'Fn::GetAtt' or 'Fn::Sub'.",
    foreignAction: "'{action}' is not an action of '{service}', which refuses it in the policy of its resource.",
    accountAction: "'{action}' is not on a single queue or topic, so it is refused here; allow it in a policy of IAM.",
    manyActions: 'The statement has {count} actions, and SQS takes {most}; make two statements of it.',
    service: "'{found}' is not the name of a service; write '{wanted}'.",
    federation:
      "Users of this identity provider take a role with '{action}' only, which the statement does not allow; allow it instead.",
    who: "'{name}' is {found}; it must be '*' or a map such as {Service: …} or {AWS: …}.",
    principalKind: "'{kind}' is not a kind of principal. Allowed: {known}.",
    principalValue: "A principal of the kind '{kind}' is {found}; it must be a text.",
    principalArn:
      "'{arn}' is not the ARN of a principal; write arn:aws:iam::<account>:root, or that of a role or user.",
    principalAccount:
      "'{text}' is not a principal of AWS; write an account of 12 digits, or the ARN of a role or user.",
    principalPattern:
      "'{arn}' is a pattern, and a principal takes none; name each role, or compare 'aws:PrincipalArn' in a condition.",
    condition: 'The condition is {found}; it must be a map of operators.',
    operator: "There is no condition operator '{operator}'.",
    operatorNear: "There is no condition operator '{operator}'. Did you mean '{near}'?",
    conditionValue: "The condition key '{key}' has {found} as a value; it must be a text, a number or a boolean.",
    conditionKeys: "The operator '{operator}' has {found}; it must have a map of condition keys.",
  },
  example: {
    in: 'function',
    fails: `
Policies:
  - Version: '2012-10-17'
    Statement: [{Effect: ‹allow›, Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders/*'}]`,
    passes: `
Policies:
  - Version: '2012-10-17'
    Statement: [{Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders/*'}]`,
  },
  check(cx) {
    for (const document of policyDocuments(cx)) {
      for (const { messageId, at, data } of policyFaults(document, cx)) {
        cx.report(messageId, at ?? document.owner.at, { data: data ?? {}, logicalId: document.owner.id });
      }
    }
  },
});
