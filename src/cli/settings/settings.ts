/** A value, and where it was written: `samconfig.toml:3 [default.deploy.parameters]`. */
export interface Sourced<T> {
  readonly value: T;
  readonly from: string;
}

/** The value of a parameter. */
export interface ParameterValue extends Sourced<string> {
  /** Whether it is given for this template alone; the values of a file for several ones are for those that have them. */
  readonly isOwn?: boolean | undefined;
}

/** What files of the project say where the command line says nothing. */
export interface Settings {
  readonly region?: Sourced<string> | undefined;
  /** By the names of the parameters. */
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  /** What a build is deployed as, and where its files go. */
  readonly stackName?: Sourced<string> | undefined;
  readonly tags?: ReadonlyMap<string, Sourced<string>> | undefined;
  readonly bucket?: Sourced<string> | undefined;
  readonly prefix?: Sourced<string> | undefined;
}

export const noSettings: Settings = { parameters: new Map() };

/** Several settings as one; of values that several have, that of the last holds. */
export const merged = (...all: readonly Settings[]): Settings => ({
  region: all.findLast(({ region }) => region !== undefined)?.region,
  parameters: new Map(all.flatMap(({ parameters }) => [...parameters])),
  stackName: all.findLast(({ stackName }) => stackName !== undefined)?.stackName,
  tags: new Map(all.flatMap(({ tags = new Map() }) => [...tags])),
  bucket: all.findLast(({ bucket }) => bucket !== undefined)?.bucket,
  prefix: all.findLast(({ prefix }) => prefix !== undefined)?.prefix,
});

/** Settings that a file has for one template alone. */
export const asOwn = (settings: Settings): Settings => ({
  ...settings,
  parameters: new Map([...settings.parameters].map(([name, value]) => [name, { ...value, isOwn: true }])),
});

/** A template, as the files of the project are looked for. */
export interface Place {
  readonly folder: string;
  readonly name: string;
  /** Whether it is one from before: the files of the project are about what it is now. */
  readonly isPast?: boolean | undefined;
}

/** The templates that a file of the project names. */
export interface NamedTemplates {
  /** Files, folders and patterns. */
  readonly paths: readonly string[];
  /** The file that names them, and its section. */
  readonly from: string;
}

/** What flags say of settings, as commander hands them over. */
export interface SettingsFlags {
  /** The configuration of synth, or false for no configuration at all. */
  readonly config?: string | false | undefined;
  /** The environment of samconfig.toml. */
  readonly configEnv?: string | undefined;
  readonly showSettings?: boolean | undefined;
  /** What files of the project say; `settled` puts it there. */
  readonly settings?: Settings | undefined;
}
