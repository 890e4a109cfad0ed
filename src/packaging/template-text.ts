import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { templateString } from '../model/number-json.ts';
import type { JsonMap } from '../model/tree.ts';

/** The largest template that CloudFormation takes from S3, in bytes. */
const largestTemplate = 1_048_576;

/** A template as it is written and uploaded: in lines for people, as long as CloudFormation takes it like that. */
export const templateText = (template: JsonMap): string => {
  const lines = `${templateString(template, 2)}\n`;
  return new TextEncoder().encode(lines).length > largestTemplate ? `${templateString(template)}\n` : lines;
};

/** The SHA-256 of a text, in hex. */
export const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
