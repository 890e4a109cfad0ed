/** A range of IPv4 addresses: its first address as a number, and how many bits are fixed. */
export interface Range {
  readonly first: number;
  readonly bits: number;
}

const form = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,3})$/;

/** An IPv4 range by its text, `10.0.0.0/16`; undefined for every other text. */
export const rangeOf = (text: string): Range | undefined => {
  const parts = form.exec(text)?.slice(1).map(Number);
  if (!parts || parts.slice(0, 4).some((part) => part > 255) || parts[4]! > 32) return undefined;
  const address = parts.slice(0, 4).reduce((sum, part) => sum * 256 + part, 0);
  const bits = parts[4]!;
  const size = sizeOf(bits);
  return { first: Math.floor(address / size) * size, bits };
};

const sizeOf = (bits: number): number => 2 ** (32 - bits);

/** The last address of a range. */
export const lastOf = ({ first, bits }: Range): number => first + sizeOf(bits) - 1;

export const holds = (outer: Range, inner: Range): boolean =>
  inner.bits >= outer.bits &&
  inner.first >= outer.first &&
  inner.first + sizeOf(inner.bits) <= outer.first + sizeOf(outer.bits);

export const overlap = (one: Range, another: Range): boolean => holds(one, another) || holds(another, one);

/** Whether a text is a range of IPv6 addresses. */
export const isIpv6Range = (text: string): boolean => {
  const [, address, bits] = /^([0-9a-fA-F:.]+)\/(\d{1,3})$/.exec(text) ?? [];
  return address !== undefined && Number(bits) <= 128 && isIpv6(address);
};

const group = /^[0-9a-fA-F]{1,4}$/;

/** Whether a text is an IPv6 address; the last two groups may be an IPv4 address. */
export const isIpv6 = (text: string): boolean => {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const embedded = last?.includes('.') === true && !text.endsWith('::');
  if (embedded && !isIpv4(last!)) return false;
  const plain = embedded ? groups.slice(0, -1) : groups;
  const count = plain.length + (embedded ? 2 : 0);
  return plain.every((each) => group.test(each)) && (halves.length === 2 ? count <= 7 : count === 8);
};

/** Whether a text is an IPv4 address. */
export const isIpv4 = (text: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255);
