import type { Step } from '../build/steps.ts';
import type { Entry } from '../files/listing.ts';

/** What a builder works with. All folders are absolute. */
export interface Workplace {
  readonly step: Step;
  /** What counts of the code, as it lies in the project. */
  readonly entries: readonly Entry[];
  /** The code's folder in the project. Nothing may be written there. */
  readonly source: string;
  /** An empty folder for whatever the builder needs. */
  readonly scratch: string;
  /** The empty folder that is packaged afterwards. */
  readonly output: string;
  /** A folder that stays, for what takes long and is the same for the same digest. */
  readonly cached: (digest: string, make: (folder: string) => Promise<void>) => Promise<string>;
  /** Tells something that is worth knowing. */
  readonly warn: (text: string) => void;
}

/** Builds the code of a step into the output folder; throws `StepFailed` where it cannot. */
export type Builder = (place: Workplace) => Promise<void>;
