import { ref } from '../../model/intrinsics.ts';
import { carry, entryOf } from '../../model/origin.ts';
import { isMap, type JsonMap, newMap } from '../../model/tree.ts';
import { apiId, emitPart, type GraphqlContext, partsOf } from './shared.ts';

/** Emits the API's keys. */
export const emitApiKeys = (cx: GraphqlContext): void => {
  for (const { key, body, cause } of partsOf(cx.props.ApiKeys)) {
    const properties = ofApi(cx, body, ['ApiKeyId', 'Description']);
    carry(body, 'ExpiresOn', properties, 'Expires');
    emitPart(cx, key, 'ApiKey', properties, cause);
  }
};

/** Emits the API's cache. */
export const emitCache = (cx: GraphqlContext): void => {
  const { Cache } = cx.props;
  if (!isMap(Cache)) return;
  const names = ['ApiCachingBehavior', 'Type', 'Ttl', 'AtRestEncryptionEnabled', 'TransitEncryptionEnabled'];
  emitPart(cx, 'ApiCache', 'ApiCache', ofApi(cx, Cache, names), entryOf(cx.properties, 'Cache')?.key);
};

/** Emits the API's domain name and ties it to the API. */
export const emitDomainName = (cx: GraphqlContext): void => {
  const { DomainName } = cx.props;
  if (!isMap(DomainName)) return;
  const cause = entryOf(cx.properties, 'DomainName')?.key;
  const properties = newMap();
  for (const name of ['CertificateArn', 'DomainName', 'Description']) carry(DomainName, name, properties);
  const id = emitPart(cx, 'DomainName', 'DomainName', properties, cause);
  const association: JsonMap = { ApiId: apiId(cx), DomainName: ref(id) };
  emitPart(cx, 'DomainNameApiAssociation', 'DomainNameApiAssociation', association, cause);
};

const ofApi = (cx: GraphqlContext, from: JsonMap, names: readonly string[]): JsonMap => {
  const properties = newMap();
  properties['ApiId'] = apiId(cx);
  for (const name of names) carry(from, name, properties);
  return properties;
};
