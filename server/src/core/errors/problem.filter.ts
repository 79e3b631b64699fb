import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { traceId } from '../request-context.js';
import { problemOf } from './problem.js';

/** The one place where an error becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    const problem = problemOf(error, traceId());
    if (problem.status >= 500 && error instanceof Error) {
      this.log.error(
        { code: problem.code, trace: problem.trace, route: routeOf(http.getRequest()), error: error.name },
        error.stack,
      );
    }
    if (response.headersSent) {
      response.end();
      return;
    }
    const wait = problem.facts?.['retryAfter'];
    if (typeof wait === 'number') response.setHeader('Retry-After', String(wait));
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

/** The pattern, not the address: an address may hold an id or a search for a person. */
const routeOf = (request: Request): string =>
  String((request.route as { path?: unknown } | undefined)?.path ?? request.method);
