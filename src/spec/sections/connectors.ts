import { connected, connectorSynonyms, end } from '../codecs/connectors.ts';
import { property } from '../language/key.ts';
import { kind, type Section } from '../language/section.ts';
import { commonKeys } from './common.ts';

/** `AWS::Serverless::Connector` */
export const connectors: Section = {
  name: 'connectors',
  heading: 'connector',
  doc: 'Connectors: SAM writes the permissions that one resource needs on another.',
  example: 'OrdersToJobs: {from: PlaceOrder, to: Jobs, allow: write}',
  kinds: [
    kind({
      type: 'AWS::Serverless::Connector',
      title: 'a connector',
      required: ['from', 'Source'],
      keys: [
        ...commonKeys,
        property('from', 'Source', end, 'What needs the permission.', [
          'PlaceOrder',
          '{id: PlaceOrder, qualifier: live}',
        ]),
        ...connected(),
      ],
      synonyms: connectorSynonyms,
    }),
  ],
};
