import { implicitApiIds } from '../../model/implicit-apis.ts';
import { get, isTruthy } from '../../model/tree.ts';
import { implicitApiPreparer } from '../implicit-api.ts';

/** The REST API that `Api` events share when they name none. */
export const implicitRestApi = implicitApiPreparer({
  id: implicitApiIds.rest,
  apiType: 'AWS::Serverless::Api',
  otherTypes: ['AWS::Serverless::HttpApi'],
  eventType: 'Api',
  idProperty: 'RestApiId',
  properties: { StageName: 'Prod' },
  route: (event) =>
    isTruthy(event) ? { path: get(event, 'Path'), method: get(event, 'Method'), written: true } : undefined,
});
