// Made by scripts/compile-schemas.mjs from schemas/synth.config.schema.json; not written by hand.
import type { ValidateFunction } from 'ajv';
declare const validate: ValidateFunction;
export default validate;
