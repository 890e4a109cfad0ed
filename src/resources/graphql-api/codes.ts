import type { CodeDocs } from '../../model/code-doc.ts';

const api =
  'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-graphqlapi.html';

const notes = (functions: string, resolvers: string): string => `
Notes:
  Type: AWS::Serverless::GraphQLApi
  Properties:
    SchemaInline: 'type Query { note: String }'
    Auth: {Type: API_KEY}
    ApiKeys: {Web: {}}
    Functions:
      note:
        Runtime: {Name: APPSYNC_JS, Version: 1.0.0}
        InlineCode: export const request = () => ({}); export const response = () => 'a'
        ${functions}
    Resolvers:
      Query:
        note:
          Runtime: {Name: APPSYNC_JS, Version: 1.0.0}
          InlineCode: export const request = () => ({}); export const response = () => 'a'
          ${resolvers}`;

/** What is documented of the codes of `AWS::Serverless::GraphQLApi`. */
export const graphQlApiCodes: CodeDocs = {
  'unknown-data-source': {
    title: 'Data source that the API does not have',
    why: 'A function reads a data source under `DataSources`, or `NONE`.',
    cure: 'Correct the name, or declare the data source.',
    source: api,
    example: {
      in: 'resources',
      fails: notes('DataSource: ‹Table›', 'Pipeline: [note]'),
      passes: notes('DataSource: NONE', 'Pipeline: [note]'),
    },
  },
  'unknown-pipeline-function': {
    title: 'Pipeline with a function that the API does not have',
    why: 'A resolver runs functions under `Functions`.',
    cure: 'Correct the name, or declare the function.',
    source: api,
    example: {
      in: 'resources',
      fails: notes('DataSource: NONE', 'Pipeline: [‹notes›]'),
      passes: notes('DataSource: NONE', 'Pipeline: [note]'),
    },
  },
};
