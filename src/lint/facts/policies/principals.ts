import { get, isString } from '../../../model/tree.ts';
import { type Choice, entryChoices, entryItems } from '../templates/choices.ts';
import type { PolicyFault } from './faults.ts';

/** `arn:aws:iam::111122223333:role/…`; users of CloudFront have no account. */
const principalArn =
  /^arn:[a-z][a-z-]*:(?:iam|sts)::(?:\d{12}|cloudfront):(?:root|self|(?:user|role|assumed-role|federated-user)\/\S.*)$/;

/** A whole account, or the unique ID of a role or user. */
const account = /^(?:\d{12}|[A-Z0-9]{16,128})$/;

/** The literal principals that IAM does not take: malformed ARNs and accounts, and patterns. */
export const namedPrincipalFaults = (statement: Choice): PolicyFault[] =>
  ['Principal', 'NotPrincipal'].flatMap((name) =>
    entryChoices(statement.value, name, statement.at).flatMap(accountFaults),
  );

/** The ends of the names of services: of each partition, and of the Alexa services, which have another. */
const serviceEnd = /\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|aws\.internal|gov|uk)$|^alexa-[a-z]+\.amazon\.com$/;
/** What is certainly meant as the name of a service: one part alone, or a domain that is Amazon's. */
const misnamed = /^([a-z0-9-]+)(?:\.(?:amazon|aws|amazonaws)(?:\.[a-z]+)*)?$/;

/** The literal services that are not named by their domain. */
export const serviceFaults = (statement: Choice): PolicyFault[] =>
  ['Principal', 'NotPrincipal'].flatMap((name) =>
    entryChoices(statement.value, name, statement.at).flatMap((principal) => {
      if (get(principal.value, 'Service') === undefined) return [];
      return entryItems(principal.value, 'Service', principal.at).flatMap(({ value, at }): PolicyFault[] => {
        if (!isString(value) || serviceEnd.test(value)) return [];
        const service = misnamed.exec(value)?.[1];
        const data = { found: value, wanted: `${service}.amazonaws.com` };
        return service === undefined ? [] : [{ messageId: 'service', at, data }];
      });
    }),
  );

const accountFaults = (principal: Choice): PolicyFault[] => {
  if (get(principal.value, 'AWS') === undefined) return [];
  return entryItems(principal.value, 'AWS', principal.at).flatMap(({ value, at }): PolicyFault[] => {
    const fault = isString(value) && value !== '*' && !value.includes('{{') ? accountFault(value) : undefined;
    return fault ? [{ ...fault, at }] : [];
  });
};

const accountFault = (text: string): Omit<PolicyFault, 'at'> | undefined => {
  if (!text.startsWith('arn:'))
    return account.test(text) || text.includes('${') ? undefined : { messageId: 'principalAccount', data: { text } };
  if (/[*?]/.test(text)) return { messageId: 'principalPattern', data: { arn: text } };
  return principalArn.test(text) ? undefined : { messageId: 'principalArn', data: { arn: text } };
};
