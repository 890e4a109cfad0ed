import { apiBehind } from '../../lint/facts/apis/kind.ts';
import type { ResourceNode } from '../../model/rule.ts';
import { get } from '../../model/tree.ts';
import type { Side } from '../side.ts';
import { symbolic } from '../words/shown.ts';

/** An address on a custom domain that leads to an API. */
export interface ApiAddress {
  /** `api.example.com/shop` */
  readonly address: string;
  /** The API, where it stands in the template. */
  readonly api: ResourceNode | undefined;
  readonly mapping: ResourceNode;
}

/** By type of a mapping: the property with the path below the domain. */
const paths: ReadonlyMap<string, string> = new Map([
  ['AWS::ApiGateway::BasePathMapping', 'BasePath'],
  ['AWS::ApiGatewayV2::ApiMapping', 'ApiMappingKey'],
]);

/** The addresses that APIs have on custom domains. */
export const apiAddresses = (side: Side): ApiAddress[] => {
  const view = side.facts();
  return view.resources(...paths.keys()).flatMap((mapping) => {
    const properties = propertiesOf(mapping.id, side);
    const domain = view.target(mapping.get('DomainName'));
    const name = (domain && get(propertiesOf(domain.id, side), 'DomainName')) ?? get(properties, 'DomainName');
    if (name === undefined) return [];
    const path = symbolic(get(properties, paths.get(mapping.type)!) ?? '');
    const address = path === '' || path === '(none)' ? symbolic(name) : `${symbolic(name)}/${path}`;
    return [{ address, api: apiBehind(mapping, view), mapping }];
  });
};

const propertiesOf = (id: string, { resources, meaning }: Side) => {
  const resource = resources.get(id);
  return resource && meaning.properties(resource.body);
};
