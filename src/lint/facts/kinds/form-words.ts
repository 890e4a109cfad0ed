import type { Form } from '../../../model/references.ts';

/** What a reference gives, in the words of messages. */
export const formWords: Readonly<Record<Form, string>> = {
  arn: 'an ARN',
  name: 'a name',
  id: 'an id',
  url: 'a URL',
  domain: 'a domain name',
  other: 'another text',
};
