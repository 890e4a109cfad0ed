import { defineResource } from '../../model/plugin.ts';
import { emitApi, emitSchema } from './api.ts';
import { emitDataSources } from './data-sources.ts';
import { emitApiKeys, emitCache, emitDomainName } from './extras.ts';
import { emitFunctions } from './functions.ts';
import { graphqlApiProperties } from './properties.ts';
import { emitResolvers } from './resolvers.ts';

export const graphqlApi = defineResource({
  type: 'AWS::Serverless::GraphQLApi',
  phase: 'other',
  properties: graphqlApiProperties,
  others: 'ignored',
  expand(cx) {
    emitApi(cx);
    const schemaId = emitSchema(cx);
    emitApiKeys(cx);
    emitCache(cx);
    emitDomainName(cx);
    const dataSources = emitDataSources(cx);
    const functions = emitFunctions(cx, dataSources);
    emitResolvers(cx, functions, schemaId);
  },
});
