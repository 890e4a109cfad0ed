declare module 'js-yaml' {
  /** Reads one document. */
  export const load: (text: string, options: { schema: unknown; json: boolean }) => unknown;
}
