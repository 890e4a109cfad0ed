import { Composer, type CST, type Document, type ErrorCode, Lexer, Parser, YAMLParseError } from 'yaml';
import { inGroups } from '../model/counted.ts';
import { append } from '../model/lists.ts';
import { type Message, message } from '../model/problem.ts';
import { maximumDepth, TooDeep } from './entries.ts';
import { LenientLexer } from './lenient-lexer.ts';

const LongDirective = message(
  'directive-too-long',
  'error',
  () => `A directive has at most ${inGroups(maximumDirective)} characters; a template needs none at all.`,
);

/** What follows a `%TAG` stands before the name of every tag that uses it. */
const maximumDirective = 1000;

/** Making an error takes far longer than reading a line, and so many help no reader. */
const mostErrors = 1000;

/** The documents of a text as they were read. */
export interface Composed {
  /** The first ones; more than one is an error. */
  readonly documents: readonly Document.Parsed[];
  /** How many there are. */
  readonly count: number;
  /** How many errors there are that the documents do not hold, the first ones being enough. */
  readonly moreErrors: number;
  /** Where reading stopped, and why. */
  readonly cut: { readonly at: number; readonly why: Message } | undefined;
}

/** A text with faults is read once more leniently; what is wrong even then is reported in the words of the strict reader. */
export const composed = (text: string): Composed => {
  const strict = compose(text, new Lexer());
  if (!strict.documents.some(isFaulty)) return strict;
  const lenient = compose(text, new LenientLexer());
  return lenient.documents.some(isFaulty) ? strict : lenient;
};

const isFaulty = ({ errors }: Document.Parsed): boolean => errors.some(isFault);

/** PyYAML lets a comment stand right behind a quote or a bracket. */
export const isFault = ({ message }: Pick<YAMLParseError, 'message'>): boolean =>
  !message.startsWith('Comments must be separated');

const compose = (text: string, lexer: Pick<Lexer, 'lex'>): Composed => {
  const parser = new Parser();
  const composer = new BoundedComposer();
  const documents: Document.Parsed[] = [];
  let skipped = 0;
  let cut: Composed['cut'];
  const take = (token: CST.Token): void => {
    if (isLongDirective(token)) cut = { at: token.offset, why: LongDirective() };
    else if (documents.length < 2) append(documents, composer.next(token) as Iterable<Document.Parsed>);
    else if (token.type === 'document') skipped++;
  };
  for (const lexeme of lexer.lex(text)) {
    for (const token of parser.next(lexeme)) take(token);
    // The composer is recursive. The document and the scalar being read stand on the stack too.
    if (parser.stack.length > maximumDepth + 2) cut = { at: parser.offset, why: TooDeep() };
    if (cut) break;
  }
  for (const token of parser.end()) take(token);
  append(documents, composer.end(true, text.length) as Iterable<Document.Parsed>);
  return { documents, count: documents.length + skipped, moreErrors: composer.moreErrors, cut };
};

const isLongDirective = (token: CST.Token): boolean =>
  token.type === 'directive' && token.source.length > maximumDirective;

/** What the composer keeps to itself. */
interface Inside {
  errors: YAMLParseError[];
  onError: (
    source: number | readonly number[] | CST.Token,
    code: ErrorCode,
    message: string,
    warning?: boolean,
  ) => void;
}

/** A composer that keeps the first errors and counts the others. */
class BoundedComposer extends Composer {
  moreErrors = 0;
  #count = 0;
  #previous = -1;

  constructor() {
    super({ schema: 'failsafe', version: '1.1', merge: false, uniqueKeys: false, logLevel: 'silent', strict: true });
    const inside = this as unknown as Inside;
    inside.onError = (source, code, detail, warning) => {
      if (warning) return;
      const [start, end] = rangeOf(source);
      if (this.#counts(start, detail)) inside.errors.push(new YAMLParseError([start, end], code, detail));
    };
  }

  override *next(token: CST.Token): Generator<Document.Parsed, void> {
    if (token.type !== 'error' || this.#counts(token.offset, token.message)) {
      yield* super.next(token) as Generator<Document.Parsed, void>;
    }
  }

  /** Whether an error is one to keep. Of several at one place only one is kept. */
  #counts(start: number, detail: string): boolean {
    if (this.#count < mostErrors) this.#count++;
    else {
      if (start !== this.#previous && isFault({ message: detail })) this.moreErrors++;
      this.#previous = start;
      return false;
    }
    this.#previous = start;
    return true;
  }
}

const rangeOf = (source: Parameters<Inside['onError']>[0]): [start: number, end: number] => {
  if (typeof source === 'number') return [source, source + 1];
  if (isRange(source)) return [source[0]!, source[1]!];
  const { offset } = source;
  return [offset, offset + ('source' in source ? source.source.length : 1)];
};

const isRange = (source: readonly number[] | CST.Token): source is readonly number[] => Array.isArray(source);
