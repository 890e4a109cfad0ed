import { idSuffix } from '../../../model/hash.ts';
import { ref } from '../../../model/intrinsics.ts';
import { carry } from '../../../model/origin.ts';
import { message } from '../../../model/problem.ts';
import { get, isMap, isNothing, type JsonMap, kindOf, newMap } from '../../../model/tree.ts';
import { aliasTargetTo } from '../../record-sets.ts';
import type { ApiContext } from '../context.ts';
import { propagateTags } from '../tags.ts';
import { emitMappings } from './base-paths.ts';
import { endpointOfDomain, optionalOfDomain, refuse } from './public.ts';
import { addRecords } from './records.ts';

const BadAssociation = message(
  'wrong-type',
  'error',
  (found: string) => `'AccessAssociation' of the domain is ${found}; it must be a map with 'VpcEndpointId'.`,
);

/** Emits a domain that only VPC endpoints reach, and the association of one with it. */
export const emitPrivateDomain = (cx: ApiContext, domain: JsonMap, stageId: string): void => {
  const id = `ApiGatewayDomainNameV2${idSuffix(get(domain, 'DomainName')!)}`;
  const properties = newMap();
  carry(domain, 'DomainName', properties);
  carry(domain, 'CertificateArn', properties);
  endpointOfDomain(domain, 'PRIVATE', properties);
  optionalOfDomain(domain, properties, ['SecurityPolicy', 'EndpointAccessMode', 'Policy']);
  refuse(cx, domain, 'OwnershipVerificationCertificateArn', 'PRIVATE', id);
  propagateTags(cx, properties);
  const cause = cx.at('Domain', 'DomainName');
  cx.emit({ id, type: 'AWS::ApiGateway::DomainNameV2', properties, attributes: cx.inherited, cause });
  cx.refer('DomainNameV2', id);
  emitMappings(cx, domain, {
    type: 'AWS::ApiGateway::BasePathMappingV2',
    properties: { DomainNameArn: ref(id), RestApiId: ref(cx.id), Stage: ref(stageId) },
  });
  emitAssociation(cx, domain, id);
  addRecords(cx, domain, (route53) =>
    aliasTargetTo(
      route53,
      get(route53, 'VpcEndpointHostedZoneId') ?? null,
      get(route53, 'VpcEndpointDomainName') ?? null,
    ),
  );
};

const emitAssociation = (cx: ApiContext, domain: JsonMap, domainId: string): void => {
  const association = get(domain, 'AccessAssociation');
  if (isNothing(association)) return;
  const at = cx.at('Domain', 'AccessAssociation');
  if (!isMap(association)) return cx.fail(BadAssociation(kindOf(association)), at);
  const endpoint = get(association, 'VpcEndpointId') ?? null;
  const properties = newMap();
  properties['DomainNameArn'] = ref(domainId);
  properties['AccessAssociationSourceType'] = 'VPCE';
  carry(association, 'VpcEndpointId', properties, 'AccessAssociationSource');
  propagateTags(cx, properties);
  const id = `DomainNameAccessAssociation${idSuffix([endpoint, domainId])}`;
  const type = 'AWS::ApiGateway::DomainNameAccessAssociation';
  cx.emit({ id, type, properties, attributes: cx.inherited, cause: at });
};
