import type { Section } from '../../language/section.ts';
import { graphqlApi } from './graphql.ts';
import { httpApi } from './http.ts';
import { restApi } from './rest.ts';
import { websocketApi } from './websocket.ts';

/** SAM's APIs. */
export const apis: Section = {
  name: 'apis',
  heading: 'api',
  doc: 'APIs: HTTP APIs unless `kind` says `rest`, `websocket` or `graphql`. Their routes are written at the functions, under `events`.',
  example: 'Public: {kind: rest, stage: prod, cors: "*", auth: {key: required}}',
  kinds: [httpApi, restApi, websocketApi, graphqlApi],
};
