import { samFunction } from './templates.ts';

/** A SAM template with one function and what else is given; the function's events, in flow style, start at line 8, column 17. */
export const api = (events: string, resources = '', globals = ''): string =>
  samFunction(`Events: {${events}}`, resources + globals);

/** An HTTP API of CloudFormation's own with further resources, which start at line 3. */
export const http = (...resources: string[]): string =>
  [
    'Resources:',
    '  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: HTTP, Name: a}}',
    ...resources.map((line) => `  ${line}`),
    '',
  ].join('\n');

/** An HTTP API made from a document; the document, in flow style, starts at line 5, column 13. */
export const httpBody = (body: string): string => `Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Body: {${body}}
`;

/** A REST API made from a document; the document, in flow style, starts at line 5, column 13. */
export const restBody = (body: string, properties = ''): string => `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body: {${body}}
${properties}`;
