import { entryOf, place, stamp } from '../../model/origin.ts';
import { isTruthy, type JsonMap } from '../../model/tree.ts';
import { samTags } from '../sam-tags.ts';
import { capacityProviderConfig } from './capacity.ts';
import { codeOf } from './code.ts';
import type { FunctionContext } from './context.ts';
import type { DeadLetter } from './dead-letter.ts';
import { tracingMode } from './tracing.ts';

/** Pass-through properties that do not count as given when they are empty. */
const nothingWhenEmpty = ['FunctionName', 'FunctionScalingConfig'];

/** The properties of the Lambda function as far as they follow from the author's alone. */
export const lambdaProperties = (cx: FunctionContext, dead: DeadLetter | undefined): JsonMap => {
  const properties = cx.passed();
  for (const name of nothingWhenEmpty) if (!isTruthy(properties[name])) delete properties[name];
  properties['Code'] = codeOf(cx);
  properties['Tags'] = samTags(cx, cx.props.Tags);
  const mode = tracingMode(cx);
  if (mode !== undefined) properties['TracingConfig'] = stamp({ Mode: mode }, cx.at('Tracing'));
  if (dead) {
    properties['DeadLetterConfig'] = dead.config;
    place(properties, 'DeadLetterConfig', entryOf(cx.properties, 'DeadLetterQueue'));
  }
  const capacity = capacityProviderConfig(cx);
  if (capacity) properties['CapacityProviderConfig'] = capacity;
  return properties;
};
