import { nearest } from '../../model/nearest.ts';
import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { isString } from '../../model/tree.ts';
import { matchesAction } from '../facts/action-pattern.ts';
import { elementItems, policyDocuments, statementsOf } from '../facts/policy-documents.ts';

interface UsedAction {
  readonly text: string;
  readonly at: Cause | undefined;
  readonly logicalId: string;
}

/** Whether the source shows a text at a place; in documents that SAM generates it does not. */
const isWrittenAt = (text: string, at: Cause | undefined): boolean =>
  at === undefined || at.source.text.slice(at.start, at.end).includes(text);

function* usedActions(cx: RuleContext): Generator<UsedAction> {
  for (const document of policyDocuments(cx)) {
    for (const statement of statementsOf(document)) {
      for (const { value, at } of ['Action', 'NotAction'].flatMap((name) => elementItems(statement, name))) {
        const text = cx.resolve(value);
        if (isString(text) && (value !== text || isWrittenAt(text, at))) {
          yield { text, at: at ?? document.owner.at, logicalId: document.owner.id };
        }
      }
    }
  }
  for (const permission of cx.resources('AWS::Lambda::Permission', 'AWS::Lambda::LayerVersionPermission')) {
    for (const { value, at } of permission.strings('Action')) yield { text: value, at, logicalId: permission.id };
  }
}

type Verdict =
  | { readonly messageId: 'service' | 'action' | 'suggested' | 'pattern'; readonly near: string }
  | undefined;

const judge = (text: string, cx: RuleContext): Verdict => {
  const [, service, name] = /^([A-Za-z0-9-]+):([A-Za-z0-9*?]+)$/.exec(text) ?? [];
  if (service === undefined || name === undefined || name === '*') return undefined;
  const actions = cx.specs!.actions(service.toLowerCase());
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
    'IAM takes names of actions that no service has, and such a statement permits nothing: the mistake shows as a refused call when the function runs. The actions are those that AWS publishes; a pattern must match at least one of them. What SAM itself writes into policies is not reported.',
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  messages: {
    service: "No service has the prefix of '{action}'.",
    action: "There is no action '{action}'.",
    suggested: "There is no action '{action}'. Did you mean '{near}'?",
    pattern: "The pattern '{action}' matches no action.",
  },
  check(cx) {
    if (!cx.specs) return;
    const verdicts = new Map<string, Verdict>();
    for (const { text, at, logicalId } of usedActions(cx)) {
      if (!verdicts.has(text)) verdicts.set(text, judge(text, cx));
      const verdict = verdicts.get(text);
      if (verdict) cx.report(verdict.messageId, at, { data: { action: text, near: verdict.near }, logicalId });
    }
  },
});
