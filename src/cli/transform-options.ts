import type { ArtifactLocation, ExpandOptions } from '../index.ts';
import { isRegion } from '../model/region.ts';
import { withoutOuterSlashes } from '../model/slashes.ts';
import type { InputFlags } from './inputs.ts';
import { type Parameters, parametersFrom } from './parameters.ts';
import type { Settings, SettingsFlags } from './settings/settings.ts';
import { timeOf } from './time.ts';
import { UsageError } from './usage.ts';

/** What every command that expands a template takes, as commander hands it over. */
export interface TransformFlags extends InputFlags, SettingsFlags {
  readonly stage?: string | undefined;
  readonly region?: string | undefined;
  readonly parameter?: readonly string[] | undefined;
  readonly parameters?: string | undefined;
  readonly artifacts?: string | undefined;
  readonly application?: readonly string[] | undefined;
  readonly includeOutside?: boolean | undefined;
  /** The time of the deployment. */
  readonly date?: string | undefined;
}

/** Of these what says what a template is for, and what it may read. */
export type ValueFlags = Omit<TransformFlags, 'artifacts' | 'application' | 'date'>;

/** The region that was asked for, if one was. */
export const regionFrom = (text: string | undefined): string | undefined => {
  if (text === undefined || isRegion(text)) return text;
  throw new UsageError(`'${text}' is not a region.`, 'A region looks like eu-central-1.');
};

/** The region that was asked for, or that the files of the project name. */
export const regionIn = (text: string | undefined, settings: Settings | undefined): string | undefined =>
  regionFrom(text) ?? regionFrom(settings?.region?.value);

/** Values of parameters: those of the command line over those of the files of the project. */
export const valuesFrom = (
  file: string | undefined,
  single: readonly string[] = [],
  settings: Settings | undefined,
): Parameters => ({
  ...Object.fromEntries([...(settings?.parameters ?? [])].map(([name, { value }]) => [name, value])),
  ...parametersFrom(file, single),
});

/** The library's options that flags stand for. */
export const transformOptions = ({
  stage,
  region,
  parameter = [],
  parameters,
  artifacts,
  application = [],
  includeOutside,
  date,
  settings,
}: TransformFlags): ExpandOptions => {
  const applications = applicationsFrom(application);
  return {
    stage,
    region: regionIn(region, settings),
    parameters: valuesFrom(parameters, parameter, settings),
    includeOutside,
    now: date === undefined ? undefined : timeOf(date),
    artifacts: artifacts === undefined ? undefined : artifactLocation(artifacts),
    resolveApplication: (id, version) => applications.get(`${id}@${version}`) ?? applications.get(id),
  };
};

/** Templates of applications by `ID` or `ID@VERSION`. */
export const applicationsFrom = (given: readonly string[] = []): ReadonlyMap<string, string> =>
  new Map(given.map(applicationOf));

const artifactLocation = (text: string): ArtifactLocation => {
  const match = /^s3:\/\/([a-z0-9][a-z0-9.-]*)(?:\/(.*))?$/.exec(text);
  if (!match) throw new UsageError(`'${text}' is not an S3 location.`, 'Write s3://bucket or s3://bucket/prefix.');
  return { bucket: match[1]!, prefix: match[2] && withoutOuterSlashes(match[2]) };
};

const applicationOf = (text: string): [id: string, url: string] => {
  const match = /^([^=]+)=(https?:\/\/.+|s3:\/\/.+)$/.exec(text);
  if (!match) {
    throw new UsageError(
      `'${text}' does not name an application and its template.`,
      'Write ID=URL or ID@VERSION=URL, the URL with https://.',
    );
  }
  return [match[1]!, match[2]!];
};
