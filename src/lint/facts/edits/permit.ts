import { getAtt, ref, sub } from '../../../model/intrinsics.ts';
import type { Fix, ResourceNode, TemplateView } from '../../../model/rule.ts';
import { type Json, type JsonMap, newMap } from '../../../model/tree.ts';
import type { Call } from '../access/calls.ts';
import { freeId, insertResources } from './new-resource.ts';

/** How the ARN of what a service calls for is written, by type; an API has one for all its routes and authorizers. */
const sourceArns: ReadonlyMap<string, (id: string) => Json> = new Map([
  ...['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'].map((type): [string, (id: string) => Json] => [
    type,
    (id) => sub(`arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${id}}/*`),
  ]),
  ...['AWS::Cognito::UserPool', 'AWS::Events::Rule', 'AWS::IoT::TopicRule', 'AWS::CloudWatch::Alarm'].map(
    (type): [string, (id: string) => Json] => [type, (id) => getAtt(id, 'Arn')],
  ),
  ['AWS::SNS::Topic', (id) => ref(id)],
]);

/** A fix that adds the permission that a call of a function lacks. */
export const permitCall = ({ sender, called, isTried }: Call, view: TemplateView): Fix | undefined => {
  // How an alias or a version is named best cannot be told.
  if (called?.qualifier !== '') return undefined;
  const { service, owner } = sender;
  const properties = newMap();
  properties['FunctionName'] = ref(called.fn.id);
  properties['Action'] = 'lambda:InvokeFunction';
  properties['Principal'] = `${service}.amazonaws.com`;
  // What is tried at once must not wait for the source, and so the permission not either.
  const arn = isTried ? undefined : sourceArn(sender.source);
  if (arn === undefined) properties['SourceAccount'] = ref('AWS::AccountId');
  else properties['SourceArn'] = arn;
  const before = [view.owner(owner.id, undefined).logicalId, called.fn.id].find((id) => view.written(id)) ?? '';
  const id = freeId(
    `${called.fn.id}${(sender.source ?? owner).id}Permission`,
    (each) => view.resource(each) !== undefined,
  );
  const body: JsonMap = { Type: 'AWS::Lambda::Permission', Properties: properties };
  return insertResources(view.source, before, new Map([[id, body]]));
};

const sourceArn = (source: ResourceNode | undefined): Json | undefined =>
  source && sourceArns.get(source.type)?.(source.id);
