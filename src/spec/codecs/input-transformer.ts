import { property } from '../language/key.ts';
import { free } from './free.ts';
import { record } from './records.ts';
import { text } from './scalars.ts';

/** How EventBridge changes an event on its way to a target. */
export const inputTransformer = record(
  'a transformation',
  [
    property(
      'paths',
      'InputPathsMap',
      free,
      'Parts of the event, by the names that the template has for them.',
      '{id: $.detail.id}',
    ),
    property('template', 'InputTemplate', text, 'What is sent, with `<name>` for a part.', '\'{"order": <id>}\''),
  ],
  { synonyms: { 'input-paths': 'paths', 'input-template': 'template' } },
);
