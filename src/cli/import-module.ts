type Importer = (url: string) => Promise<unknown>;

let importer: Importer = (url) => import(url);

/**
 * Sets how ES modules are loaded. The bundle runs as a script that V8 cached, in which `import()` has no loader: the
 * launcher lends its own.
 */
export const useImporter = (given: Importer): void => {
  importer = given;
};

/** The modules that were asked for, and those of them that are not there yet. */
export const imports = { asked: new Set<string>(), waiting: new Set<string>() };

const longest = 30_000;

/** Loads an ES module that the user named. One that takes too long to load is an error. */
export const importModule: Importer = async (url) => {
  imports.asked.add(url);
  imports.waiting.add(url);
  let timer: NodeJS.Timeout | undefined;
  // It does not keep the process alive: where nothing else does, the module waits for what never comes.
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it takes longer than ${longest / 1000} seconds`)), longest).unref();
  });
  try {
    return await Promise.race([importer(url), late]);
  } finally {
    clearTimeout(timer);
    imports.waiting.delete(url);
  }
};
