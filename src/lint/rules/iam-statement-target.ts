import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isString } from '../../model/tree.ts';
import { brokenTarget, resourcePattern, takesInAny, targetOf } from '../facts/policies/action-targets.ts';
import { policyDocuments, policyTypes } from '../facts/policies/documents.ts';
import { type Choice, entryItems, isPlainMap } from '../facts/templates/choices.ts';
import { isWrittenAt } from '../facts/texts/written-at.ts';

/** A `Resource` of a statement, and what it takes in. */
interface Named {
  readonly pattern: string;
  readonly at: Cause | undefined;
}

export const iamStatementTarget = defineTemplateRule({
  id: 'iam-statement-target',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  needs: policyTypes,
  title: 'Action on something that it does not apply to',
  description:
    'An action applies to some kinds of resources only: `s3:GetObject` to objects (`arn:aws:s3:::bucket/*`), `s3:ListBucket` to the bucket itself, `lambda:InvokeFunction` to functions (`…:function:name`), `kms:Decrypt` to keys, not to their aliases. IAM takes a statement that names something else, and it allows nothing: the mistake shows as a refused call. Checked are the actions and ARNs of the services that functions use most; references count as what they give. What SAM itself writes into policies is not reported.',
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  messages: {
    action:
      "{actions} applies to nothing that this statement names, so it allows nothing; it needs an ARN that ends with ':{shown}' of '{service}'.",
    resource: "No ARN of '{service}' is like this, so it matches no resource; write arn:…:{service}:…:{shown}.",
    slash:
      "The ARN of a parameter has one slash before the name: 'parameter/a/b' for '/a/b'; with two it matches no parameter.",
  },
  example: {
    in: 'function',
    fails: `
Policies:
  - Version: '2012-10-17'
    Statement: [{Effect: Allow, Action: ‹'s3:GetObject'›, Resource: 'arn:aws:s3:::orders'}]`,
    passes: `
Policies:
  - Version: '2012-10-17'
    Statement: [{Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders/*'}]`,
  },
  check(cx) {
    for (const { kind, owner, statements } of policyDocuments(cx)) {
      if (kind !== 'identity') continue;
      for (const statement of statements) checkStatement(statement, owner, cx);
    }
  },
});

const checkStatement = ({ value, at }: Choice, owner: ResourceNode, cx: RuleContext): void => {
  if (!isPlainMap(value) || get(value, 'Effect') !== 'Allow') return;
  const actions = entryItems(value, 'Action', at).flatMap((item): Choice<string>[] => {
    const action = cx.resolve(item.value);
    return isString(action) && isWrittenAt(action, item.at) ? [{ value: action, at: item.at }] : [];
  });
  if (actions.length === 0) return;
  const resources = entryItems(value, 'Resource', at).map(
    (item): Named => ({
      pattern: resourcePattern(item.value, cx),
      at: item.at,
    }),
  );
  if (resources.length === 0 || !resources.every(({ pattern }) => isWhole.test(pattern))) return;
  const meaningful = resources.filter((each) => !reportBroken(each, owner, cx));
  if (meaningful.length === 0) return;
  const idle = actions.flatMap(({ value: action, at: place }) => {
    const known = targetOf(action);
    const applies = !known || meaningful.some(({ pattern }) => takesInAny(pattern, known.service, known.target));
    return applies ? [] : [{ action, at: place, ...known }];
  });
  const [first] = idle;
  if (!first) return;
  const alike = idle.filter(({ target }) => target === first.target).map(({ action }) => `'${action}'`);
  const list = alike.length > mostActions ? `${alike.slice(0, mostActions).join(', ')} …` : alike.join(', ');
  const data = { actions: list, service: first.service, shown: first.target.shown };
  cx.report('action', first.at, { data, related: meaningful.map((each) => each.at), logicalId: owner.id });
};

const mostActions = 3;

/** An ARN with all its parts; one without them is refused, or is as good as `*`. */
const isWhole = /^arn:(?:[^:]*:){4}./;

/** Reports an ARN that means nothing. */
const reportBroken = ({ pattern, at }: Named, owner: ResourceNode, cx: RuleContext): boolean => {
  const broken = brokenTarget(pattern);
  const hasTwoSlashes = /^arn:[^:]*:ssm:[^:]*:[^:]*:parameter\/\//.test(pattern);
  if (broken) cx.report('resource', at, { data: broken, logicalId: owner.id });
  else if (hasTwoSlashes) cx.report('slash', at, { logicalId: owner.id });
  return broken !== undefined || hasTwoSlashes;
};
