/** JSON Schema, draft-07, as far as the schema of the compact spec needs it, with what editors add to it. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly $ref?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly patternErrorMessage?: string;
  readonly defaultSnippets?: readonly unknown[];
  readonly examples?: readonly unknown[];
}

/** Anything at all. */
export const anything: JsonSchema = {};

/** An intrinsic function, in its long form. */
export const functionSchema: JsonSchema = { $ref: '#/definitions/function' };

/** One of several forms: maps before texts, as editors complete the first that fits. */
export const anyOf = (...forms: readonly JsonSchema[]): JsonSchema => {
  const flat = forms.flatMap((form) => (Object.keys(form).join() === 'anyOf' ? form.anyOf! : [form]));
  const distinct = new Map(flat.map((form) => [JSON.stringify(form), form]));
  return distinct.size === 1 ? flat[0]! : { anyOf: [...distinct.values()] };
};

export const listSchema = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
