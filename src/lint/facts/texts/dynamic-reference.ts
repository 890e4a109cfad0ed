import { replaceEnclosed } from '../../../model/enclosed.ts';
/** What is wrong with a `{{resolve:…}}`. */
export interface ReferenceFault {
  readonly messageId: 'open' | 'single' | 'blank' | 'service' | 'parameter' | 'secret' | 'both';
  /** The reference as it stands. */
  readonly found: string;
}

/** A dynamic reference of a text. */
export interface DynamicReference {
  readonly service: string;
  readonly found: string;
  readonly fault: ReferenceFault['messageId'] | undefined;
}

const known = ['ssm', 'ssm-secure', 'secretsmanager'];

/** As far as a reference is read: names and ARNs are shorter. */
const longest = 4096;

/** The dynamic references in a text; what only the deployment knows of them may stand as `${…}`. */
export const dynamicReferences = (text: string): DynamicReference[] => {
  if (!/\{\s*resolve\s*:/.test(text)) return [];
  const found: DynamicReference[] = [];
  const single = /(?<![{$])\{\s*resolve:(?:ssm|ssm-secure|secretsmanager):[^{}]*\}?/.exec(text);
  if (single) found.push({ service: '', found: single[0], fault: 'single' });
  const begins = /\{\{\s*resolve\s*:/g;
  for (const { index } of text.matchAll(begins)) {
    const rest = text.slice(index, index + longest);
    const closed = /^\{\{((?:\$\{[^}]*\}|[^{}])*)\}\}/.exec(rest);
    const shown = closed ? closed[0] : rest.slice(0, 60);
    const [, service = '', argument = ''] = /^\s*resolve\s*:\s*([^:]*):?(.*)$/s.exec(closed?.[1] ?? '') ?? [];
    found.push({ service, found: shown, fault: closed ? faultOf(closed[1]!, service, argument) : 'open' });
  }
  return found;
};

const faultOf = (whole: string, service: string, argument: string): ReferenceFault['messageId'] | undefined => {
  if (/\s/.test(replaceEnclosed(whole, '${', '}', () => ''))) return 'blank';
  if (service.includes('${')) return undefined;
  if (!known.includes(service)) return 'service';
  const parts = replaceEnclosed(argument, '${', '}', () => '\0').split(':');
  return service === 'secretsmanager' ? secretFault(parts) : parameterFault(parts);
};

/** `name` or `name:version`; the ARN of a parameter that is shared is not taken apart. */
const parameterFault = ([name, version, ...more]: readonly string[]): ReferenceFault['messageId'] | undefined => {
  if (name === 'arn') return undefined;
  const isName = /^[\w.\-/\0]+$/.test(name!);
  const isVersion = version === undefined || /^\d+$/.test(version) || version.includes('\0');
  return isName && isVersion && more.length === 0 ? undefined : 'parameter';
};

/** `id`, then `SecretString`, a key in it, and a stage or a version, all but the id optional. */
const secretFault = (parts: readonly string[]): ReferenceFault['messageId'] | undefined => {
  const isArn = parts[0] === 'arn';
  const [string, , stage, version, ...more] = parts.slice(isArn ? 7 : 1);
  const hasId = isArn ? parts.length >= 7 : parts[0] !== '';
  // An unknown part may be several.
  if (parts[0]!.includes('\0')) return undefined;
  if (
    !hasId ||
    more.length > 0 ||
    !(string === undefined || string === '' || string.includes('\0') || string === 'SecretString')
  )
    return 'secret';
  return stage && version ? 'both' : undefined;
};
