/** A page with its tables written anew, each between its two marks: `<!-- name: … -->` and `<!-- /name -->`. */
export const markedTables = (page: string, tables: Readonly<Record<string, () => readonly string[]>>): string =>
  Object.entries(tables).reduce(
    (text, [name, rows]) =>
      text.replace(
        new RegExp(`(<!-- ${name}: [^\\n]*-->\\n)[\\s\\S]*?(<!-- /${name} -->)`),
        (_, start: string, end: string) => `${start}${rows().join('\n')}\n${end}`,
      ),
    page,
  );
