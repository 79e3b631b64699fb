import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Config } from './config/config.js';
import { actorId, traceId } from './request-context.js';

/**
 * One line a request: method, route pattern, status, time. Never an address (it may hold a search for a person),
 * a header, a body, or a client's network address.
 */
export function logging(config: Config): Params {
  return {
    pinoHttp: {
      level: config.logLevel,
      base: null,
      quietReqLogger: true,
      autoLogging: { ignore: (request) => !(request.url ?? '').startsWith('/api') },
      genReqId: () => traceId() ?? '-',
      serializers: {
        req: (request: { method: string }) => request.method,
        res: (response: { statusCode: number }) => response.statusCode,
        err: (error: { type?: string }) => error.type ?? 'Error',
      },
      customProps: (request: IncomingMessage & { route?: { path?: string } }, _: ServerResponse) => ({
        route: request.route?.path,
        actor: actorId(),
        trace: traceId(),
      }),
      redact: [
        'text',
        'email',
        'phone',
        'name',
        'password',
        'token',
        '*.text',
        '*.email',
        '*.phone',
        '*.password',
        '*.token',
      ],
    },
  };
}
