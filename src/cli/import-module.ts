type Importer = (url: string) => Promise<unknown>;

let importer: Importer = (url) => import(url);

/**
 * Sets how ES modules are loaded. The bundle runs as a script that V8 cached, in which `import()` has no loader: the
 * launcher lends its own.
 */
export const useImporter = (given: Importer): void => {
  importer = given;
};

/** Loads an ES module that the user named. */
export const importModule: Importer = (url) => importer(url);
