import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isIntrinsic, isString, type Json } from '../../model/tree.ts';
import { policyDocuments, policyTypes } from '../facts/policies/documents.ts';
import { providersIn } from '../facts/policies/federation.ts';
import { type Choice, entryChoices, entryItems, isPlainMap } from '../facts/templates/choices.ts';
import { symbolicText } from '../facts/texts/symbolic-text.ts';

export const iamGithubTrust = defineTemplateRule({
  id: 'iam-github-trust',
  level: 'warning',
  category: 'security',
  stage: 'expanded',
  needs: policyTypes,
  title: 'Role that any repository of GitHub can take',
  description:
    'All workflows of GitHub have tokens of the same identity provider, `token.actions.githubusercontent.com`. A trust policy for it whose condition does not say which repository is meant, by `token.actions.githubusercontent.com:sub`, lets the workflows of any repository in the world take the role; so does a pattern such as `repo:*`.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub',
  messages: {
    open: "Any repository of GitHub can take '{id}': its condition does not say which one; compare 'token.actions.githubusercontent.com:sub' with 'repo:<owner>/<name>:…'.",
    pattern:
      "Any repository of GitHub can take '{id}', for '{value}' takes in all of them; name the owner and the repository.",
  },
  example: {
    in: 'resources',
    fails: `
Deploy:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement:
        Effect: Allow
        Action: sts:AssumeRoleWithWebIdentity
        Principal: {Federated: ‹!Sub 'arn:aws:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com'›}
        Condition: {StringEquals: {'token.actions.githubusercontent.com:aud': sts.amazonaws.com}}`,
    passes: `
Deploy:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement:
        Effect: Allow
        Action: sts:AssumeRoleWithWebIdentity
        Principal: {Federated: !Sub 'arn:aws:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com'}
        Condition:
          StringEquals: {'token.actions.githubusercontent.com:aud': sts.amazonaws.com}
          StringLike: {'token.actions.githubusercontent.com:sub': 'repo:our-company/orders:*'}`,
  },
  check(cx) {
    for (const { kind, owner, statements } of policyDocuments(cx)) {
      if (kind !== 'trust') continue;
      for (const statement of statements) {
        if (get(statement.value, 'Effect') !== 'Allow') continue;
        const provider = providersIn(statement).find((each) => isGithub(each.value, cx));
        if (!provider) continue;
        const subjects = subjectsIn(statement);
        const [open] = subjects.filter(({ value }) => isString(value) && takesInAll.test(value));
        const common = { logicalId: owner.id };
        if (subjects.length === 0) cx.report('open', provider.at, { ...common, data: { id: owner.id } });
        else if (open) cx.report('pattern', open.at, { ...common, data: { id: owner.id, value: String(open.value) } });
      }
    }
  },
});

/** Subjects of any repository; they begin with `repo:<owner>/<name>`. */
const takesInAll = /^(?:\*+|repo:\*.*)$/;

/** GitHub's provider, in an ARN or as the URL of a provider of the template. */
const isGithub = (provider: Json, cx: RuleContext): boolean => {
  const url = cx.target(provider)?.get('Url');
  return symbolicText(url ?? provider, cx).includes('token.actions.githubusercontent.com');
};

/** The keys that say what a token of GitHub is for. */
const subject = /:(?:sub|job_workflow_ref|repository|repository_id|repository_owner|repository_owner_id)$/i;

/** What a condition compares the repository of a token with; the condition itself where a function makes it. */
const subjectsIn = ({ value, at }: Choice): Choice[] =>
  entryChoices(value, 'Condition', at).flatMap((condition) => {
    if (!isPlainMap(condition.value)) return [condition];
    return Object.keys(condition.value).flatMap((operator) =>
      entryChoices(condition.value, operator, condition.at).flatMap((keys) => {
        if (isIntrinsic(keys.value) || !isPlainMap(keys.value)) return [keys];
        return Object.keys(keys.value)
          .filter((key) => subject.test(key))
          .flatMap((key) => entryItems(keys.value, key, keys.at));
      }),
    );
  });
