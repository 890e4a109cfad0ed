import { Lexer } from 'yaml';

/** What the lexer keeps to itself. */
interface Inside {
  /** The least indentation of a line that goes on with the current value. */
  indentNext: number;
  lex(source: string): Generator<string, void>;
  parseQuotedScalar(): Generator<string, unknown>;
  parseFlowCollection(): Generator<string, unknown>;
}

const Strict = Lexer as unknown as new () => Inside;

/**
 * A lexer that lets lines inside of quotes and brackets stand further left than YAML 1.2 wants them, as PyYAML does:
 * JSON that was pasted into a template often begins at the first column.
 */
export class LenientLexer extends Strict {
  override parseQuotedScalar(): Generator<string, unknown> {
    return this.#anywhere(super.parseQuotedScalar());
  }

  override parseFlowCollection(): Generator<string, unknown> {
    return this.#anywhere(super.parseFlowCollection());
  }

  *#anywhere(lexemes: Generator<string, unknown>): Generator<string, unknown> {
    const { indentNext } = this;
    this.indentNext = 0;
    const next = yield* lexemes;
    this.indentNext = indentNext;
    return next;
  }
}
