import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request to a service of AWS, as far as the stand-ins look at it. */
export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly body: Buffer;
  /** The parameters of a service that takes forms, with its `Action`. */
  readonly form: URLSearchParams;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export type Service = (call: Call) => Answer | Promise<Answer>;

/** The stand-ins of some services on 127.0.0.1; a request goes to the one that it is signed for. */
export class Cloud {
  /** What was asked, as `service action`. */
  readonly calls: string[] = [];
  readonly #server: Server;

  constructor(services: Readonly<Record<string, Service>>) {
    this.#server = createServer((request, response) => {
      void this.#answer(services, request, response);
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async #answer(
    services: Readonly<Record<string, Service>>,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const name = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const body = plainBody(Buffer.concat(chunks), request);
    const form = new URLSearchParams(/x-www-form/.test(request.headers['content-type'] ?? '') ? body.toString() : '');
    const call: Call = { method: request.method!, url: new URL(request.url!, 'http://x'), body, form };
    this.calls.push(`${name} ${form.get('Action') ?? call.method}`);
    try {
      const { status = 200, headers = {}, body: answer = '' } = (await services[name]?.(call)) ?? { status: 501 };
      response.writeHead(status, headers).end(answer);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  }
}

/** The body without the frames of a signed stream (`aws-chunked`). */
const plainBody = (body: Buffer, { headers }: IncomingMessage): Buffer => {
  if (!/aws-chunked/.test(headers['content-encoding'] ?? '')) return body;
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.toString('latin1', at, end), 16);
    if (!size) break;
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 4 + size;
  }
  return Buffer.concat(parts);
};

export const account = '111122223333';

/** XML as the services that take forms answer; lists become `member` elements. */
export const xml = (action: string, result: unknown): Answer => ({
  headers: { 'content-type': 'text/xml' },
  body: `<${action}Response><${action}Result>${element(result)}</${action}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></${action}Response>`,
});

export const xmlError = (code: string, text: string): Answer => ({
  status: 400,
  headers: { 'content-type': 'text/xml' },
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped(text)}</Message></Error></ErrorResponse>`,
});

const element = (value: unknown): string => {
  if (Array.isArray(value)) return value.map((item) => `<member>${element(item)}</member>`).join('');
  if (typeof value !== 'object' || value === null) return escaped(String(value));
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([name, each]) => `<${name}>${element(each)}</${name}>`)
    .join('');
};

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
