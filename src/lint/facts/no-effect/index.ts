import { inApi } from './api.ts';
import { inEvents } from './events.ts';
import type { NoEffectFinder } from './finding.ts';
import { inFunction } from './function.ts';
import { inCapacityProvider, inHttpApi, inStateMachine, inWebSocketApi } from './others.ts';

/** What looks for properties without effect, by the type of resource. */
export const noEffectFinders: ReadonlyMap<string, readonly NoEffectFinder[]> = new Map([
  ['AWS::Serverless::Function', [inFunction, inEvents]],
  ['AWS::Serverless::StateMachine', [inStateMachine, inEvents]],
  ['AWS::Serverless::Api', [inApi]],
  ['AWS::Serverless::HttpApi', [inHttpApi]],
  ['AWS::Serverless::WebSocketApi', [inWebSocketApi]],
  ['AWS::Serverless::CapacityProvider', [inCapacityProvider]],
]);
