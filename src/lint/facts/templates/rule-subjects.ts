import { get, isList, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';

/** What the functions of the section `Rules` ask for: names of parameters (`Fn::ValueOf`) and types of parameters. */
export const ruleSubjects = (template: JsonMap): ReadonlySet<string> => {
  const subjects = new Set<string>();
  collect(get(template, 'Rules'), subjects);
  return subjects;
};

const collect = (value: Json | undefined, subjects: Set<string>): void => {
  if (isList(value)) for (const item of value) collect(item, subjects);
  if (!isMap(value)) return;
  for (const key of Object.keys(value)) {
    const operand = value[key]!;
    const first = isList(operand) ? operand[0] : operand;
    if (['Fn::ValueOf', 'Fn::ValueOfAll', 'Fn::RefAll'].includes(key) && isString(first)) subjects.add(first);
    collect(operand, subjects);
  }
};
