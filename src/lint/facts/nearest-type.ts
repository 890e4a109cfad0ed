import { nearest } from '../../model/nearest.ts';

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Whether two type names differ in nothing but case and punctuation. */
export const isSameButSpelling = (left: string, right: string): boolean => plain(left) === plain(right);

/**
 * The resource type that a wrong name most likely means: another spelling of it, the same name at another service, a
 * near name at the same service, or both of a service with a near name.
 */
export const nearestType = (name: string, types: Iterable<string>): string | undefined => {
  const all = [...types];
  const same = all.find((type) => isSameButSpelling(type, name));
  if (same !== undefined) return same;
  const [vendor = '', service = '', last = ''] = name.split(/:+/);
  const elsewhere = all.filter((type) => last !== '' && type.endsWith(`::${last}`));
  const services = servicesOf(all, vendor);
  const near = nearest(service, services.keys());
  const known = services.get(service) ?? (near === undefined ? undefined : services.get(near));
  // A service's own type of that name comes before the same name at another one.
  return known?.get(last) ?? (elsewhere.length === 1 ? elsewhere[0] : within(known, last));
};

/** Service → last part of the name → type. */
const servicesOf = (types: readonly string[], vendor: string): Map<string, Map<string, string>> => {
  const services = new Map<string, Map<string, string>>();
  for (const type of types) {
    const [start = '', service = '', last = ''] = type.split('::');
    if (start.toLowerCase() !== vendor.toLowerCase()) continue;
    if (!services.has(service)) services.set(service, new Map());
    services.get(service)!.set(last, type);
  }
  return services;
};

const within = (names: ReadonlyMap<string, string> | undefined, last: string): string | undefined => {
  const near = names && last.length > 2 ? nearest(last, names.keys()) : undefined;
  return near === undefined ? undefined : names!.get(near);
};
