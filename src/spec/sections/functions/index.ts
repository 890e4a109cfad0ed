import { withoutCircle } from '../../access/bucket-circle.ts';
import { kind, type Section } from '../../language/section.ts';
import { commonKeys, tagsKey } from '../common.ts';
import { functionFacts } from './aliases.ts';
import { allowReport, raiseHook, withoutReport } from './hook.ts';
import { functionKeys, functionSynonyms } from './keys.ts';

/** `AWS::Serverless::Function` */
export const functions: Section = {
  name: 'functions',
  heading: 'function',
  doc: 'Lambda functions, with what starts them, what they may do and how new versions of them are rolled out.',
  example: 'Report: {code: src/report, access: {Orders: read}, events: daily at 06:30}',
  kinds: [
    kind({
      type: 'AWS::Serverless::Function',
      title: 'a function',
      required: ['run', 'code', 'image', 'inline', 'CodeUri', 'ImageUri', 'InlineCode'],
      keys: [...commonKeys, ...functionKeys, tagsKey('map')],
      synonyms: functionSynonyms,
      globals: 'Function',
      facts: functionFacts,
      finish: (draft, entry, cx) => {
        if (entry['hook'] === true) allowReport(draft.properties);
        withoutCircle(draft, entry, cx);
      },
      joint: raiseHook,
      unfinish: (draft) => {
        withoutReport(draft);
        return true;
      },
    }),
  ],
};
