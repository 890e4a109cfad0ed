import { freeForm } from '../../src/lint/facts/templates/free-form.ts';
import { isUnknownType } from '../../src/lint/facts/templates/unknown-type.ts';
import { specsFrom } from '../../src/lint/specs.ts';
import type { ShapeSpec } from '../../src/model/spec.ts';
import { get, getIn, isMap, isString, type Json, type JsonMap, type Step } from '../../src/model/tree.ts';
import { builtSpecs } from './unknown-keys.ts';

const specs = specsFrom(builtSpecs);

const matches = (pattern: readonly string[], path: readonly Step[]): boolean => {
  const [step, ...rest] = pattern;
  if (step === undefined) return path.length === 0;
  if (step === '**') return matches(rest, path) || (path.length > 0 && matches(pattern, path.slice(1)));
  return path.length > 0 && (step === '*' || step === String(path[0])) && matches(rest, path.slice(1));
};

/** A place as the list names places: what it belongs to, and the steps from there. */
type Place = readonly [of: string | undefined, path: readonly Step[]];

const placesOf = (template: JsonMap, path: readonly Step[]): Place[] => {
  const plain = path.filter((step, at) => step !== 'Fn::If' && path[at - 1] !== 'Fn::If');
  const [section, name] = plain;
  const places: Place[] = [[undefined, plain]];
  if (section === 'Globals') places.push([`AWS::Serverless::${name}`, plain.slice(2)]);
  if (section !== 'Resources' || plain[2] !== 'Properties') return places;
  const type = getIn(template, 'Resources', name!, 'Type');
  places.push([isString(type) ? type : undefined, plain.slice(3)]);
  const event = plain[3] === 'Events' ? getIn(template, ...path.slice(0, 5), 'Type') : undefined;
  if (isString(event) && plain[5] === 'Properties') places.push([`${event} event`, plain.slice(6)]);
  return places;
};

/** Whether any key may stand at a path of a published type. */
const isOpenInSchema = (type: string, path: readonly Step[]): boolean => {
  const spec = specs.resource(type);
  const open = (shape: ShapeSpec, rest: readonly Step[]): boolean => {
    if (shape === 'j') return true;
    if (typeof shape === 'string' || 'e' in shape || 't' in shape) return false;
    if ('u' in shape) return shape.u.some((each) => open(each, rest));
    if ('m' in shape && rest.length === 0) return true;
    if (rest.length === 0) return false;
    if ('l' in shape) return open(shape.l, rest.slice(1));
    if ('m' in shape) return open(shape.m, rest.slice(1));
    const property = spec?.definition(shape.r)?.[String(rest[0])];
    return property !== undefined && open(property[0], rest.slice(1));
  };
  const [name, ...rest] = path;
  const property = name === undefined ? undefined : spec?.properties[String(name)];
  return property !== undefined && open(property[0], rest);
};

const isFunction = (step: Step): boolean =>
  isString(step) && step.startsWith('Fn::') && step !== 'Fn::If' && step !== 'Fn::Transform';

/** Whether a map stands where keys are the author's own. */
export const isFreeForm = (template: JsonMap, path: readonly Step[]): boolean => {
  if (path.some(isFunction)) return true;
  const places = placesOf(template, path);
  if (places.some(([of, steps]) => freeForm.some((each) => each.of === of && matches(each.at.split('/'), steps)))) {
    return true;
  }
  const body: Json | undefined = path[0] === 'Resources' ? getIn(template, ...path.slice(0, 2)) : undefined;
  const type = get(body, 'Type');
  // A type that is no text is reported as such.
  if (isMap(body) && path.length > 2 && !isString(type)) return true;
  if (!isMap(body) || !isString(type) || path[2] !== 'Properties') return false;
  if (!type.startsWith('AWS::Serverless::') && !specs.resource(type)) return !isUnknownType(type, specs);
  return isOpenInSchema(type, places[1]![1]);
};
