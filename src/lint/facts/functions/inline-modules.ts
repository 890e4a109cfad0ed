/** A module that code imports, and where its name stands in the code. */
export interface ImportedModule {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const pythonImports = [
  /^[ \t]*import[ \t]+([\w.]+(?:[ \t]+as[ \t]+\w+)?(?:[ \t]*,[ \t]*[\w.]+(?:[ \t]+as[ \t]+\w+)?)*)/dgm,
  /^[ \t]*from[ \t]+([\w.]+)[ \t]+import\b/dgm,
];
const nodeImports = [
  /\brequire\(\s*['"]([^'"]+)['"]\s*\)/dg,
  /^[ \t]*(?:import|export)\b[^'"\n\r\u2028\u2029;]*?\bfrom[ \t]*['"]([^'"]+)['"]/dgm,
  /^[ \t]*import[ \t]*['"]([^'"]+)['"]/dgm,
];

/** The top-level names of the modules that inline code imports, each once. */
export const importedModules = (code: string, runtime: string): ImportedModule[] => {
  const isPython = runtime.startsWith('python');
  const isCommented = isPython ? () => false : commentsIn(code);
  const found = new Map<string, ImportedModule>();
  for (const pattern of isPython ? pythonImports : nodeImports) {
    for (const match of code.matchAll(pattern)) {
      if (isCommented(match.indices![1]![0])) continue;
      const list = match[1]!;
      let [start] = match.indices![1]!;
      for (const part of isPython ? list.split(',') : [list]) {
        const name = isPython ? /[^ \t.]*/.exec(part.trimStart())![0] : packageName(part);
        const from = start + part.length - part.trimStart().length;
        if (name !== '' && !found.has(name)) found.set(name, { name, start: from, end: from + name.length });
        start += part.length + 1;
      }
    }
  }
  return [...found.values()];
};

/** Tells whether a place in JavaScript stands behind `//` or inside of a block comment. */
const commentsIn = (code: string): ((offset: number) => boolean) => {
  const lines = offsetsOf(code, '\n');
  // Not the slashes of an address.
  const slashes = offsetsOf(code, '//').filter((at) => at === 0 || !/[:\\]/.test(code[at - 1]!));
  const [opened, closed] = [offsetsOf(code, '/*'), offsetsOf(code, '*/')];
  return (offset) => {
    const line = lines[countUpTo(lines, offset) - 1] ?? -1;
    if ((slashes[countUpTo(slashes, offset - 2) - 1] ?? -1) > line) return true;
    const open = opened[countUpTo(opened, offset) - 1];
    return open !== undefined && (closed[countUpTo(closed, open - 1)] ?? -1) > offset;
  };
};

/** Where a part stands in a text, each time, in order. */
const offsetsOf = (text: string, part: string): number[] => {
  const offsets: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) offsets.push(at);
  return offsets;
};

/** How many of some numbers in order are not above a limit. */
const countUpTo = (numbers: readonly number[], limit: number): number => {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** `@scope/name/file` → `@scope/name`, `name/file` → `name`, relative paths to nothing. */
const packageName = (specifier: string): string => {
  if (specifier.startsWith('.') || specifier.startsWith('/')) return '';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
};

/** Whether a runtime brings a module: the language's own, the AWS SDK, `cfn-response`. */
export const isProvided = (name: string, runtime: string): boolean => {
  if (runtime.startsWith('python')) return pythonModules.has(name);
  if (name.startsWith('node:') || nodeModules.has(name)) return true;
  const version = Number(/^nodejs(\d+)/.exec(runtime)?.[1] ?? 0);
  return version >= 18 ? name.startsWith('@aws-sdk/') || name.startsWith('@smithy/') : name === 'aws-sdk';
};

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const nodeModules = words(`
  assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs
  http http2 https inspector module net os path perf_hooks process punycode querystring readline repl stream
  string_decoder sys test timers tls trace_events tty url util v8 vm wasi worker_threads zlib cfn-response
`);

const pythonModules = words(`
  __future__ __main__ _thread abc aifc argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii
  binhex bisect builtins bz2 calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall
  concurrent configparser contextlib contextvars copy copyreg cProfile crypt csv ctypes curses dataclasses datetime dbm
  decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch
  formatter fractions ftplib functools gc getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http
  imaplib imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox
  mailcap marshal math mimetypes mmap modulefinder msilib multiprocessing netrc nis nntplib numbers operator optparse os
  ossaudiodev parser pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile
  pstats pty pwd py_compile pyclbr pydoc queue quopri random re readline reprlib resource rlcompleter runpy sched secrets
  select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 ssl stat
  statistics string stringprep struct subprocess sunau symbol symtable sys sysconfig syslog tabnanny tarfile telnetlib
  tempfile termios test textwrap threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty
  turtle types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg wsgiref xdrlib xml
  xmlrpc zipapp zipfile zipimport zlib zoneinfo urllib2 urlparse StringIO boto3 botocore s3transfer jmespath dateutil
  six urllib3 awslambdaric cfnresponse
`);
