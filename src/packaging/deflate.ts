import { deflateSync, ZipPassThrough } from 'fflate';

/** The bytes of a file, packed, with what an archive says of them. */
export interface Deflated {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly crc: number;
  /** Before packing. */
  readonly size: number;
}

/** As most tools pack; a higher level takes much longer for little. */
export const level = 6;

/** Packs the bytes of a file. */
export const deflate = (bytes: Uint8Array): Deflated => {
  // Of all that the library gives away, this counts a checksum.
  const counted = new ZipPassThrough('');
  counted.ondata = () => undefined;
  counted.push(bytes, true);
  return { bytes: deflateSync(bytes, { level }), crc: counted.crc, size: bytes.length };
};
