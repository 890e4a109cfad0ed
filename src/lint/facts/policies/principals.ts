import { get, isString } from '../../../model/tree.ts';
import { type Choice, entryChoices, entryItems } from '../templates/choices.ts';
import type { PolicyFault } from './faults.ts';

/** `arn:aws:iam::111122223333:role/…`; users of CloudFront have no account. */
const principalArn =
  /^arn:[a-z][a-z-]*:(?:iam|sts)::(?:\d{12}|cloudfront):(?:root|self|(?:user|role|assumed-role|federated-user)\/\S.*)$/;

/** The literal ARNs of principals that IAM does not take: malformed ones, and patterns. */
export const principalArnFaults = (statement: Choice): PolicyFault[] =>
  ['Principal', 'NotPrincipal'].flatMap((name) =>
    entryChoices(statement.value, name, statement.at).flatMap((principal): PolicyFault[] => {
      if (get(principal.value, 'AWS') === undefined) return [];
      return entryItems(principal.value, 'AWS', principal.at).flatMap(({ value, at }): PolicyFault[] => {
        if (!isString(value) || !value.startsWith('arn:') || value.includes('{{')) return [];
        if (/[*?]/.test(value)) return [{ messageId: 'principalPattern', at, data: { arn: value } }];
        return principalArn.test(value) ? [] : [{ messageId: 'principalArn', at, data: { arn: value } }];
      });
    }),
  );
