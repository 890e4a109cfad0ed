import { asciiString, byCodePoint } from '../../model/hash.ts';
import { join } from '../../model/intrinsics.ts';
import { pythonNumberAt } from '../../model/number.ts';
import { type Cause, type Entry, entryOf, place } from '../../model/origin.ts';
import { isIntrinsic, isList, isMap, isString, type Json, type JsonMap, newMap, type Step } from '../../model/tree.ts';

const indent = '    ';

/** A definition as text, line by line, and what is filled in when the stack is deployed. */
export interface DefinitionText {
  readonly text: JsonMap;
  readonly substitutions: JsonMap;
}

/**
 * Writes a definition as JSON. An intrinsic function or dynamic reference in it becomes `${definition_substitution_N}`
 * and a substitution of that name; N counts in the order of the text.
 */
export const definitionText = (definition: JsonMap): DefinitionText => {
  const writer = new Writer();
  writer.container(definition, '', '', '', undefined);
  return { text: join('\n', writer.lines), substitutions: writer.substitutions };
};

class Writer {
  readonly lines: Json[] = [];
  readonly substitutions = newMap();
  #count = 0;

  /** Writes a map or list; `start` is what stands before it on its first line, `end` what follows on its last. */
  container(value: Json[] | JsonMap, margin: string, start: string, end: string, origin: Entry | undefined): void {
    const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
    const steps: Step[] = isList(value) ? [...value.keys()] : Object.keys(value).sort(byCodePoint);
    if (steps.length === 0) return this.#line(margin + start + open + close + end, origin?.key);
    this.#line(margin + start + open, origin?.key);
    const last = steps.length - 1;
    steps.forEach((step, at) => {
      this.#entry(value, step, margin + indent, at < last ? ',' : '');
    });
    this.#line(margin + close + end, origin?.key);
  }

  #entry(container: Json[] | JsonMap, step: Step, margin: string, end: string): void {
    const value = (container as JsonMap)[step as string]!;
    const start = isString(step) ? `${asciiString(step)}: ` : '';
    const origin = entryOf(container, step);
    if (isDynamic(value)) {
      const name = `definition_substitution_${++this.#count}`;
      this.substitutions[name] = value;
      place(this.substitutions, name, origin);
      this.#line(`${margin}${start}"\${${name}}"${end}`, origin?.value);
    } else if (typeof value === 'object' && value !== null) this.container(value, margin, start, end, origin);
    else this.#line(margin + start + scalarText(container, step, value) + end, origin?.value);
  }

  #line(text: string, origin: Cause | undefined): void {
    if (origin) place(this.lines, this.lines.length, { key: origin, value: origin });
    this.lines.push(text);
  }
}

const scalarText = (container: Json[] | JsonMap, step: Step, value: Json): string => {
  if (isString(value)) return asciiString(value);
  return typeof value === 'number' ? pythonNumberAt(container, step) : String(value);
};

/** What only has a value when the stack is deployed. */
const isDynamic = (value: Json): boolean =>
  isMap(value) ? isIntrinsic(value) : isString(value) && /^\{\{resolve:[a-z-]+:.+\}\}\n?$/.test(value);
