import { nearest } from '../../model/nearest.ts';
import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import type { Specs } from '../../model/spec.ts';
import { isString } from '../../model/tree.ts';
import { matchesAction } from '../facts/policies/action-pattern.ts';
import { doubtfulItems, policyDocuments } from '../facts/policies/documents.ts';
import { isWrittenAt } from '../facts/texts/written-at.ts';

interface UsedAction {
  readonly text: string;
  readonly at: Cause | undefined;
  readonly logicalId: string;
  /** Whether the resource is refused, and not only of no use. */
  readonly isRefused: boolean;
}

function* wrongActions(cx: RuleContext, isRight: (text: string) => boolean): Generator<UsedAction> {
  for (const { owner, statements } of policyDocuments(cx)) {
    for (const statement of statements) {
      for (const { value, at } of ['Action', 'NotAction'].flatMap((name) => doubtfulItems(statement, name, isRight))) {
        const text = cx.resolve(value);
        if (isString(text) && !isRight(text) && (value !== text || isWrittenAt(text, at))) {
          yield { text, at: at ?? owner.at, logicalId: owner.id, isRefused: false };
        }
      }
    }
  }
  for (const permission of cx.resources('AWS::Lambda::Permission', 'AWS::Lambda::LayerVersionPermission')) {
    const action = permission.get('Action');
    if (isString(action) && isRight(action)) continue;
    for (const { value, at } of permission.strings('Action')) {
      if (!isRight(value)) yield { text: value, at, logicalId: permission.id, isRefused: true };
    }
  }
}

type Verdict =
  | { readonly messageId: 'service' | 'action' | 'suggested' | 'pattern'; readonly near: string }
  | undefined;

/** The verdicts so far: templates have many actions in common. */
const cache = new WeakMap<Specs, Map<string, Verdict>>();
const verdictsOf = (specs: Specs): Map<string, Verdict> => {
  const verdicts = cache.get(specs) ?? new Map<string, Verdict>();
  cache.set(specs, verdicts);
  return verdicts;
};

/** Actions that policies written by AWS's own consoles and guides have, though no list has them any more. */
const documented: ReadonlySet<string> = new Set([
  'sns:receive',
  'sqs:changemessagevisibilitybatch',
  'sqs:deletemessagebatch',
  'sqs:sendmessagebatch',
  'logs:putlogeventsbatch',
  // https://docs.aws.amazon.com/medialive/latest/ug/requirements-for-mediaconnect.html
  'mediaconnect:manageddescribeflow',
  'mediaconnect:managedaddoutput',
  'mediaconnect:managedremoveoutput',
]);

const judge = (text: string, specs: Specs): Verdict => {
  if (documented.has(text.toLowerCase())) return undefined;
  const [, service, name] = /^([A-Za-z0-9-]+):([A-Za-z0-9*?]+)$/.exec(text) ?? [];
  if (service === undefined || name === undefined || name === '*') return undefined;
  const actions = specs.actions(service.toLowerCase());
  if (!actions) return { messageId: 'service', near: '' };
  if (/[*?]/.test(name)) return matchesAction(name, actions.keys()) ? undefined : { messageId: 'pattern', near: '' };
  if (actions.has(name.toLowerCase())) return undefined;
  const near = nearest(name, actions.values());
  return near === undefined
    ? { messageId: 'action', near: '' }
    : { messageId: 'suggested', near: `${service}:${near}` };
};

export const iamUnknownAction = defineTemplateRule({
  id: 'iam-unknown-action',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'IAM action that does not exist',
  description:
    'IAM takes names of actions that no service has, and such a statement permits nothing: the mistake shows as a refused call when the function runs. The actions are those that AWS publishes; a pattern must match at least one of them. A permission of a function or layer is refused, which is an error. What SAM itself writes into policies is not reported.',
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  messages: {
    service: "No service has the prefix of '{action}'.",
    action: "There is no action '{action}'.",
    suggested: "There is no action '{action}'. Did you mean '{near}'?",
    pattern: "The pattern '{action}' matches no action.",
  },
  example: {
    in: 'function',
    fails: `
Policies:
  - Version: '2012-10-17'
    Statement: [{Effect: Allow, Action: ‹'s3:ListObjects'›, Resource: 'arn:aws:s3:::orders'}]`,
    passes: `
Policies:
  - Version: '2012-10-17'
    Statement: [{Effect: Allow, Action: 's3:ListBucket', Resource: 'arn:aws:s3:::orders'}]`,
  },
  check(cx) {
    const { specs } = cx;
    if (!specs) return;
    const verdicts = verdictsOf(specs);
    const verdictOn = (text: string): Verdict => {
      if (!verdicts.has(text)) verdicts.set(text, judge(text, specs));
      return verdicts.get(text);
    };
    for (const { text, at, logicalId, isRefused } of wrongActions(cx, (action) => verdictOn(action) === undefined)) {
      const { messageId, near } = verdictOn(text)!;
      cx.report(messageId, at, { data: { action: text, near }, level: isRefused ? 'error' : 'warning', logicalId });
    }
  },
});
