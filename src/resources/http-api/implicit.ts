import { anyMethod } from '../../model/api-extensions.ts';
import { implicitApiIds } from '../../model/implicit-apis.ts';
import { get, isTruthy, newMap } from '../../model/tree.ts';
import { implicitApiPreparer } from '../implicit-api.ts';

/** The HTTP API that `HttpApi` events share when they name none. */
export const implicitHttpApi = implicitApiPreparer({
  id: implicitApiIds.http,
  apiType: 'AWS::Serverless::HttpApi',
  otherTypes: [],
  eventType: 'HttpApi',
  idProperty: 'ApiId',
  properties: newMap(),
  // An event with neither path nor method takes all requests that no other route takes.
  route: (event) => {
    const [path, method] = [get(event, 'Path'), get(event, 'Method')];
    return isTruthy(path) || isTruthy(method)
      ? { path, method, written: true }
      : { path: '$default', method: anyMethod, written: false };
  },
});
