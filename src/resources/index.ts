import type { Finisher, Preparer, ResourcePlugin } from '../model/plugin.ts';
import { implicitRestApi } from './api/implicit.ts';
import { api } from './api/index.ts';
import { sharedUsagePlan } from './api/shared-usage-plan.ts';
import { application } from './application/index.ts';
import { bucketFinisher } from './bucket/index.ts';
import { capacityProvider } from './capacity-provider/index.ts';
import { connectorDependencies } from './connector/dependencies.ts';
import { embeddedConnectors } from './connector/embedded.ts';
import { connector } from './connector/index.ts';
import { sharedDeployment } from './function/deployment/shared.ts';
import { functionPlugin } from './function/index.ts';
import { graphqlApi } from './graphql-api/index.ts';
import { implicitHttpApi } from './http-api/implicit.ts';
import { httpApi } from './http-api/index.ts';
import { layerVersion } from './layer-version/index.ts';
import { recordSetGroups } from './record-sets.ts';
import { simpleTable } from './simple-table/index.ts';
import { stateMachine } from './state-machine/index.ts';
import { userPoolFinisher } from './user-pool/index.ts';
import { websocketApi } from './websocket-api/index.ts';

/** Every type that is expanded. */
export const resourcePlugins: readonly ResourcePlugin[] = [
  api,
  application,
  capacityProvider,
  connector,
  functionPlugin,
  graphqlApi,
  httpApi,
  layerVersion,
  simpleTable,
  stateMachine,
  websocketApi,
];

/** What looks at the whole source before the expansion, in order. */
export const preparers: readonly Preparer[] = [implicitRestApi, implicitHttpApi, embeddedConnectors];

/** What works on the contributions of all resources after it, in order. */
export const finishers: readonly Finisher[] = [
  bucketFinisher,
  recordSetGroups,
  sharedDeployment,
  sharedUsagePlan,
  userPoolFinisher,
  connectorDependencies,
];
