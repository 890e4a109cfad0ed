import type { Form } from '../../../model/references.ts';

/** How a message calls what a reference gives. */
export const formWords: Readonly<Record<Form, string>> = {
  arn: 'an ARN',
  name: 'a name',
  id: 'an id',
  url: 'a URL',
  domain: 'a domain name',
  other: 'another text',
};

/** How a message shows a reference to a resource. */
export const shownReference = (id: string, attribute: string | undefined): string =>
  attribute === undefined ? `!Ref ${id}` : `!GetAtt ${id}.${attribute}`;
