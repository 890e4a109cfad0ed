import { nearest } from '../../../model/nearest.ts';

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Whether two type names differ in nothing but case and punctuation. */
export const isSameButSpelling = (left: string, right: string): boolean => plain(left) === plain(right);

/** The names of types, ready to be searched. */
interface TypeNames {
  /** Without case and punctuation → as written. */
  readonly plain: ReadonlyMap<string, string>;
  /** `Lambda` → last part of the name → type. */
  readonly services: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const cache = new WeakMap<ReadonlySet<string>, TypeNames>();

/**
 * The resource type that a wrong name most likely means: another spelling of it, a type of that name at a service with
 * a near name, the same name at another service, or a near name at the same service.
 */
export const nearestType = (name: string, types: ReadonlySet<string>): string | undefined => {
  let names = cache.get(types);
  if (!names) {
    names = namesOf(types);
    cache.set(types, names);
  }
  const same = names.plain.get(plain(name));
  if (same !== undefined) return same;
  const [, service = '', last = ''] = name.split(/:+/);
  const { services } = names;
  const near = services.has(service) ? service : nearest(service, services.keys());
  const known = near === undefined ? undefined : services.get(near);
  if (known?.has(last)) return known.get(last);
  const elsewhere = [...services.values()].flatMap((others) => others.get(last) ?? []);
  return elsewhere.length === 1 ? elsewhere[0] : within(known, last);
};

const namesOf = (types: ReadonlySet<string>): TypeNames => {
  const services = new Map<string, Map<string, string>>();
  for (const type of types) {
    const [, service = '', last = ''] = type.split('::');
    if (!services.has(service)) services.set(service, new Map());
    services.get(service)!.set(last, type);
  }
  return { plain: new Map([...types].map((type) => [plain(type), type])), services };
};

const within = (names: ReadonlyMap<string, string> | undefined, last: string): string | undefined => {
  const near = names && last.length > 2 ? nearest(last, names.keys()) : undefined;
  return near === undefined ? undefined : names!.get(near);
};
