/** The addresses of a network, from the first to the last one. */
export interface Network {
  readonly version: 4 | 6;
  readonly low: bigint;
  readonly high: bigint;
}

/** Reads `10.0.0.0/8` or `2001:db8::/32`; a single address is a network of one. Undefined for any other text. */
export const networkOf = (text: string): Network | undefined => {
  const [, address, length] = /^([0-9a-f.:]{2,45})(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  if (address === undefined) return undefined;
  const version = address.includes(':') ? 6 : 4;
  const bits = version === 6 ? 128 : 32;
  const value = version === 6 ? address6(address) : address4(address);
  const fixed = length === undefined ? bits : Number(length);
  if (value === undefined || fixed > bits) return undefined;
  const free = BigInt(bits - fixed);
  // What stands behind the prefix does not count: AWS cuts it off.
  const low = (value >> free) << free;
  return { version, low, high: low + (1n << free) - 1n };
};

/** Whether a network takes in all addresses of another one. */
export const takesInNetwork = (network: Network, other: Network): boolean =>
  network.version === other.version && network.low <= other.low && network.high >= other.high;

const address4 = (text: string): bigint | undefined => {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return numberOf(parts.map(Number), 8n);
};

const address6 = (text: string): bigint | undefined => {
  const [front, back, ...more] = text.split('::');
  if (more.length > 0) return undefined;
  const [left, right] = [groupsOf(front!), groupsOf(back ?? '')];
  if (!left || !right) return undefined;
  const missing = 8 - left.length - right.length;
  if (back === undefined ? missing !== 0 : missing < 1) return undefined;
  return numberOf([...left, ...new Array<number>(missing).fill(0), ...right], 16n);
};

/** The groups of 16 bits; the last two may be written as an IPv4 address. */
const groupsOf = (text: string): number[] | undefined => {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [at, part] of parts.entries()) {
    const embedded = at === parts.length - 1 && part.includes('.') ? address4(part) : undefined;
    if (embedded !== undefined) groups.push(Number(embedded >> 16n), Number(embedded & 0xffffn));
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
};

const numberOf = (parts: readonly number[], bits: bigint): bigint =>
  parts.reduce((value, part) => (value << bits) | BigInt(part), 0n);
