import { entryOf } from '../../../model/origin.ts';
import { isIntrinsic, isMap, isString, kindOf } from '../../../model/tree.ts';
import { type Choice, entryChoices, entryItems, isPlainMap } from '../templates/choices.ts';
import type { PolicyFault } from './faults.ts';
import { principalKinds } from './grammar.ts';

/** `arn:aws:iam::111122223333:role/…`; users of CloudFront have no account. */
const principalArn =
  /^arn:[a-z][a-z-]*:(?:iam|sts)::(?:\d{12}|cloudfront):(?:root|self|(?:user|role|assumed-role|federated-user)\/\S.*)$/;

/** A whole account, or the unique ID of a role or user. */
const account = /^(?:\d{12}|[A-Z0-9]{16,128})$/;

/** The ends of the names of services: of each partition, and of the Alexa services, which have another. */
const serviceEnd = /\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|aws\.internal|gov|uk)$|^alexa-[a-z]+\.amazon\.com$/;
/** What is certainly meant as the name of a service: one part alone, or a domain that is Amazon's. */
const misnamed = /^([a-z0-9-]+)(?:\.(?:amazon|aws|amazonaws)(?:\.[a-z]+)*)?$/;

const named = ['Principal', 'NotPrincipal'];

/** What is wrong with those whom a statement names. */
export const principalFaults = (statement: Choice): PolicyFault[] => {
  const found: PolicyFault[] = [];
  for (const name of named) {
    for (const principal of entryChoices(statement.value, name, statement.at)) addFaults(principal, name, found);
  }
  return found;
};

/** A principal is `*` or a map by kind. */
const addFaults = ({ value, at }: Choice, name: string, found: PolicyFault[]): void => {
  if (value === '*' || isIntrinsic(value)) return;
  if (!isMap(value)) {
    found.push({ messageId: 'who', at, data: { name, found: isString(value) ? `'${value}'` : kindOf(value) } });
    return;
  }
  for (const { value: text, at: place } of entryItems(value, 'AWS', at)) {
    const fault = isString(text) && text !== '*' && !text.includes('{{') ? accountFault(text) : undefined;
    if (fault) found.push({ ...fault, at: place });
  }
  for (const { value: text, at: place } of entryItems(value, 'Service', at)) {
    const fault = isString(text) && !serviceEnd.test(text) ? serviceFault(text) : undefined;
    if (fault) found.push({ ...fault, at: place });
  }
  if (!isPlainMap(value)) return;
  for (const kind in value) {
    if (principalKinds.includes(kind)) {
      if (typeof value[kind] !== 'object') continue;
      for (const { value: principal, at: place } of entryItems(value, kind, at)) {
        if (typeof principal !== 'object' || isIntrinsic(principal)) continue;
        found.push({ messageId: 'principalValue', at: place, data: { kind, found: kindOf(principal) } });
      }
      continue;
    }
    const data = { name, kind, known: principalKinds.join(', ') };
    found.push({ messageId: 'principalKind', at: entryOf(value, kind)?.key ?? at, data });
  }
};

/** The fault of a literal service that is not named by its domain. */
const serviceFault = (text: string): Omit<PolicyFault, 'at'> | undefined => {
  const service = misnamed.exec(text)?.[1];
  return service === undefined
    ? undefined
    : { messageId: 'service', data: { found: text, wanted: `${service}.amazonaws.com` } };
};

/** The fault of a literal account or ARN that IAM does not take: it is malformed, or a pattern. */
const accountFault = (text: string): Omit<PolicyFault, 'at'> | undefined => {
  if (!text.startsWith('arn:'))
    return account.test(text) || text.includes('${') ? undefined : { messageId: 'principalAccount', data: { text } };
  if (/[*?]/.test(text)) return { messageId: 'principalPattern', data: { arn: text } };
  return principalArn.test(text) ? undefined : { messageId: 'principalArn', data: { arn: text } };
};
