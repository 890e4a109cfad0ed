import { entryOf, place, stamp } from '../../model/origin.ts';
import { isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { withFunctions } from '../codecs/functions.ts';
import { parseQuantity, printTime, timeScale } from '../codecs/units.ts';
import { wrong } from '../codecs/wrong.ts';
import type { Codec } from '../language/codec.ts';
import type { Spot } from '../language/spot.ts';

/** How traffic is shifted: a first part and the rest later, or equal parts. */
export interface Shift {
  readonly kind: 'canary' | 'linear';
  readonly percent: number;
  /** In minutes. */
  readonly interval: number;
}

export const shiftSays = "'all at once', 'canary 10% for 5m' or 'linear 10% every 1m'";

/** Reads `canary 10% for 5m`; undefined for anything else. */
export const parseShift = (text: string): Shift | undefined => {
  const [, kind, digits, word, time] =
    /^(canary|linear) (\d{1,2})% (for|every) (\d{1,4} ?[a-z]{0,2})$/.exec(text) ?? [];
  if (kind === undefined || (kind === 'canary') !== (word === 'for')) return undefined;
  const interval = parseQuantity(time!, timeScale, 'm', false);
  const percent = Number(digits);
  return interval === undefined || interval < 1 || percent < 1
    ? undefined
    : { kind: kind as Shift['kind'], percent, interval };
};

export const printShift = ({ kind, percent, interval }: Shift): string =>
  `${kind} ${percent}% ${kind === 'canary' ? 'for' : 'every'} ${printTime(interval, 'm', ['m'])}`;

/** The configurations that CodeDeploy has for Lambda, by SAM's names. */
const predefined: ReadonlyMap<string, Shift> = new Map<string, Shift>([
  ...[5, 10, 15, 30].map(
    (interval) => [`Canary10Percent${interval}Minutes`, { kind: 'canary', percent: 10, interval }] as const,
  ),
  ...[1, 2, 3, 10].map(
    (interval) =>
      [
        `Linear10PercentEvery${interval}Minute${interval === 1 ? '' : 's'}`,
        { kind: 'linear', percent: 10, interval },
      ] as const,
  ),
]);

const same = (left: Shift, right: Shift): boolean =>
  left.kind === right.kind && left.percent === right.percent && left.interval === right.interval;

/** The logical id of the configuration for a shift that CodeDeploy does not have: the same for all that share it. */
const configurationId = ({ kind, percent, interval }: Shift): string =>
  kind === 'canary' ? `Canary${percent}Percent${interval}Minutes` : `Linear${percent}PercentEvery${interval}Minutes`;

const configurationOf = ({ kind, percent, interval }: Shift): JsonMap => {
  const name = kind === 'canary' ? 'Canary' : 'Linear';
  return {
    Type: 'AWS::CodeDeploy::DeploymentConfig',
    Properties: {
      ComputePlatform: 'Lambda',
      TrafficRoutingConfig: {
        Type: `TimeBased${name}`,
        [`TimeBased${name}`]: { [`${name}Percentage`]: percent, [`${name}Interval`]: interval },
      },
    },
  };
};

/** How a function's traffic is shifted: `DeploymentPreference.Type`. */
export const shift: Codec = withFunctions({
  says: shiftSays,
  schema: () => ({
    type: 'string',
    pattern: '^(all at once|canary \\d+% for \\d+ ?(m|h)|linear \\d+% every \\d+ ?(m|h)|\\$\\{.+\\})$',
    patternErrorMessage: `Write ${shiftSays}.`,
  }),
  read: (spot, cx) => {
    const { text } = spot;
    if (text === 'all at once') return 'AllAtOnce';
    const asked = text === undefined ? undefined : parseShift(text);
    if (asked === undefined) return wrong(spot, shiftSays, cx, ['all at once']);
    for (const [name, known] of predefined) if (same(known, asked)) return name;
    const id = configurationId(asked);
    cx.add(id, configurationOf(asked), spot);
    return stamp({ Ref: id }, spot.at);
  },
  write: (value) => {
    if (value === 'AllAtOnce') return 'all at once';
    const known = isString(value) ? predefined.get(value) : undefined;
    return known && printShift(known);
  },
});

/** How a state machine's traffic is shifted: `Type`, `Percentage` and `Interval` of its deployment preference. */
export const openMachineShift = (spot: Spot): JsonMap | undefined => {
  const { text } = spot;
  const map = stamp(newMap(), spot.at);
  const put = (key: string, value: Json): void => {
    map[key] = value;
    place(map, key, entryOf(spot.holder, spot.step));
  };
  if (text === 'all at once') put('Type', 'ALL_AT_ONCE');
  else {
    const asked = text === undefined ? undefined : parseShift(text);
    if (asked === undefined) return undefined;
    put('Type', asked.kind.toUpperCase());
    put('Percentage', asked.percent);
    put('Interval', asked.interval);
  }
  return map;
};

/** The phrase for a state machine's shift. */
export const closeMachineShift = (value: Json): string | undefined => {
  if (!isMap(value)) return undefined;
  const { Type: type, Percentage: percent, Interval: interval } = value;
  if (type === 'ALL_AT_ONCE' && percent === undefined && interval === undefined) return 'all at once';
  const kind = type === 'CANARY' ? 'canary' : type === 'LINEAR' ? 'linear' : undefined;
  if (kind === undefined || typeof percent !== 'number' || typeof interval !== 'number') return undefined;
  return printShift({ kind, percent, interval });
};
