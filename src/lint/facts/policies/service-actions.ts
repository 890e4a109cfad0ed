import type { TemplateView } from '../../../model/rule.ts';
import { isString } from '../../../model/tree.ts';
import { branchItems, type Choice } from '../templates/choices.ts';
import type { PolicyFault } from './faults.ts';

/**
 * Actions of the services that are not on one queue or topic, so that the services take them in no policy. Sources:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-using-identity-based-policies.html,
 * https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html
 */
const ofAccount: ReadonlySet<string> = new Set([
  'sqs:listqueues',
  'sns:createtopic',
  'sns:getsubscriptionattributes',
  'sns:setsubscriptionattributes',
]);

/** Actions per statement of a queue policy. Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html */
const mostQueueActions = 7;

/** The actions of a statement that the service refuses in the policy of its resource. */
export const foreignActionFaults = (
  { value: statement, at: around }: Choice,
  service: string,
  cx: TemplateView,
): PolicyFault[] => {
  const items = ['Action', 'NotAction'].flatMap((name) => branchItems(statement, name, around));
  const faults = items.flatMap(({ value, at }): PolicyFault[] => {
    const action = cx.resolve(value);
    const [, prefix] = isString(action) ? (/^([A-Za-z0-9-]+):/.exec(action) ?? []) : [];
    if (prefix === undefined || !isString(action)) return [];
    if (prefix.toLowerCase() !== service) return [{ messageId: 'foreignAction', at, data: { action, service } }];
    return ofAccount.has(action.toLowerCase()) ? [{ messageId: 'accountAction', at, data: { action } }] : [];
  });
  const certain = items.filter(({ branches }) => branches.length === 0);
  if (service !== 'sqs' || certain.length <= mostQueueActions) return faults;
  const data = { count: String(certain.length), most: String(mostQueueActions) };
  return [...faults, { messageId: 'manyActions', at: certain[mostQueueActions]!.at, data }];
};

/** The actions of a trust policy that do not take a role: "AssumeRole policy may only specify STS AssumeRole actions". */
export const takingFaults = ({ value: statement, at: around }: Choice, cx: TemplateView): PolicyFault[] =>
  branchItems(statement, 'Action', around).flatMap(({ value, at }): PolicyFault[] => {
    const action = cx.resolve(value);
    const [, prefix] = isString(action) ? (/^([A-Za-z0-9-]+):/.exec(action) ?? []) : [];
    const isOther = prefix !== undefined && prefix.toLowerCase() !== 'sts';
    return isOther ? [{ messageId: 'takingAction', at, data: { action: action as string } }] : [];
  });
