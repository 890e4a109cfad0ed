import { Lexer } from 'yaml';

/** What the lexer keeps to itself. */
interface Inside {
  /** The least indentation of a line that goes on with the current value. */
  indentNext: number;
  lex(source: string): Generator<string, void>;
  parseQuotedScalar(): Generator<string, unknown>;
  parseFlowCollection(): Generator<string, unknown>;
  /** How many brackets are open. */
  flowLevel: number;
  /** The character at a distance from the current one. */
  charAt(ahead: number): string | undefined;
}

const Strict = Lexer as unknown as new () => Inside;

/**
 * A lexer that lets lines inside of quotes and brackets stand further left than YAML 1.2 wants them, as PyYAML does:
 * JSON that was pasted into a template often begins at the first column. A dash can be text, too.
 */
export class LenientLexer extends Strict {
  override parseQuotedScalar(): Generator<string, unknown> {
    return this.#anywhere(super.parseQuotedScalar());
  }

  override parseFlowCollection(): Generator<string, unknown> {
    return this.#anywhere(super.parseFlowCollection());
  }

  /** A dash in brackets with anything but space behind it is not an indicator but text like any other, as in `[-, x]`. */
  override charAt(ahead: number): string | undefined {
    const character = super.charAt(ahead);
    const isText = ahead === 0 && character === '-' && this.flowLevel > 0 && !/^\s?$/.test(super.charAt(1) ?? '');
    return isText ? 'x' : character;
  }

  *#anywhere(lexemes: Generator<string, unknown>): Generator<string, unknown> {
    const { indentNext } = this;
    this.indentNext = 0;
    const next = yield* lexemes;
    this.indentNext = indentNext;
    return next;
  }
}
