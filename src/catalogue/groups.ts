import { eventCodes } from '../events/codes.ts';
import { languageExtensionCodes } from '../language-extensions/codes.ts';
import { lintCodes } from '../lint/codes.ts';
import type { CodeDocs } from '../model/code-doc.ts';
import { openApiCodes } from '../openapi/codes.ts';
import { packagingCodes } from '../packaging/codes.ts';
import { parseCodes } from '../parse/codes.ts';
import { policyCodes } from '../policies/codes.ts';
import { apiCodes } from '../resources/api/codes.ts';
import { resourceCodes } from '../resources/codes.ts';
import { connectorCodes } from '../resources/connector/codes.ts';
import { functionCodes } from '../resources/function/codes.ts';
import { graphQlApiCodes } from '../resources/graphql-api/codes.ts';
import { httpApiCodes } from '../resources/http-api/codes.ts';
import { stateMachineCodes } from '../resources/state-machine/codes.ts';
import { webSocketApiCodes } from '../resources/websocket-api/codes.ts';
import { schemaCodes } from '../schema/codes.ts';
import { specCodes } from '../spec/codes.ts';
import { transformCodes } from '../transform/codes.ts';

/** Codes that belong together, with what the documentation says of them. */
export interface CodeGroup {
  readonly title: string;
  readonly codes: CodeDocs;
}

/** The documented codes of the library, in the order in which a template meets them; rules document themselves. */
export const codeGroups: readonly CodeGroup[] = [
  { title: 'Reading files', codes: parseCodes },
  { title: 'The compact language', codes: specCodes },
  { title: 'Local files', codes: packagingCodes },
  { title: 'Language extensions', codes: languageExtensionCodes },
  { title: 'Templates and Globals', codes: transformCodes },
  { title: 'Properties', codes: schemaCodes },
  { title: 'Policies of functions and state machines', codes: policyCodes },
  { title: 'API definitions', codes: openApiCodes },
  { title: 'Functions', codes: functionCodes },
  { title: 'State machines', codes: stateMachineCodes },
  { title: 'REST APIs', codes: apiCodes },
  { title: 'HTTP APIs', codes: httpApiCodes },
  { title: 'WebSocket APIs', codes: webSocketApiCodes },
  { title: 'GraphQL APIs', codes: graphQlApiCodes },
  { title: 'Connectors', codes: connectorCodes },
  { title: 'Events', codes: eventCodes },
  { title: 'Other resources', codes: resourceCodes },
  { title: 'Linting', codes: lintCodes },
];
