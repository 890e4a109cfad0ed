/** The stack that a template is built for. */
export interface Stack {
  readonly name: string;
  /** The account, by its twelve digits; any when not given. */
  readonly account?: string | undefined;
  /** Any when not given. */
  readonly region?: string | undefined;
  /** Values that the deployment gives the template's parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

/** The files of an output, by what they are for. The stack's name stands in front where tools look at several. */
export const fileNames = ({ name }: Pick<Stack, 'name'>) => ({
  template: `${name}.template.json`,
  assets: `${name}.assets.json`,
});
