import type { APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';

/** Who is connected, and how to reach them. */
export interface Room {
  add(connectionId: string): Promise<void>;
  remove(connectionId: string): Promise<void>;
  all(): Promise<readonly string[]>;
  /** Gives false where the connection is gone. */
  post(connectionId: string, text: string): Promise<boolean>;
}

type Message = Pick<APIGatewayProxyWebsocketEventV2, 'body'> & {
  readonly requestContext: { readonly routeKey: string; readonly connectionId: string };
};

const done = { statusCode: 200 };

/** Serves the three routes of the API. */
export const chat =
  (room: Room) =>
  async ({ requestContext, body }: Message): Promise<{ readonly statusCode: number }> => {
    const { routeKey, connectionId } = requestContext;
    if (routeKey === '$connect') await room.add(connectionId);
    else if (routeKey === '$disconnect') await room.remove(connectionId);
    else {
      const text = textOf(body);
      if (text === undefined) return { statusCode: 400 };
      await passOn(room, text);
    }
    return done;
  };

const passOn = async (room: Room, text: string): Promise<void> => {
  const message = JSON.stringify({ text });
  await Promise.all(
    (await room.all()).map(async (id) => {
      if (!(await room.post(id, message))) await room.remove(id);
    }),
  );
};

const textOf = (body = ''): string | undefined => {
  try {
    const { text } = JSON.parse(body);
    return typeof text === 'string' && text !== '' ? text : undefined;
  } catch {
    return undefined;
  }
};
