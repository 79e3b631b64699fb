import { refusals, Refused, type Problem, type RefusalCode } from '@candour/shared/errors.js';
import { HttpException } from '@nestjs/common';
import type { ZodError } from 'zod';

/** From the errors of libraries, by HTTP status, to ours. */
const byStatus: Readonly<Record<number, RefusalCode>> = {
  400: 'bad-input',
  401: 'sign-in-required',
  403: 'not-allowed',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-format',
  429: 'too-many-requests',
  503: 'unavailable',
};

/** What happened, as RFC 9457 problem details. Never a stack trace, never a value that somebody sent. */
export function problemOf(error: unknown, trace?: string): Problem {
  const { code, facts, fields } = asRefused(error);
  return {
    type: `https://candour.example/problems/${code}`,
    title: code,
    status: refusals[code],
    code,
    ...(trace === undefined ? {} : { trace }),
    ...(facts === undefined ? {} : { facts: { ...facts } }),
    ...(fields === undefined ? {} : { fields: [...fields] }),
  };
}

export function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (isBodyParserError(error)) {
    if (error.type === 'entity.parse.failed') return new Refused('malformed-json');
    if (error.type === 'entity.too.large') return new Refused('too-large');
    return new Refused(byStatus[error.status] ?? 'bad-input');
  }
  // Nest turns the parser's SyntaxError into an exception of its own.
  if (error instanceof HttpException && error.getStatus() === 400 && / JSON\b/.test(error.message)) {
    return new Refused('malformed-json');
  }
  if (error instanceof HttpException) return new Refused(byStatus[error.getStatus()] ?? 'internal');
  return new Refused('internal');
}

/** Where the input broke the contract and which rule; never the value. */
export function badInput(error: Pick<ZodError, 'issues'>): Refused {
  const fields = error.issues.slice(0, 20).flatMap((issue) => {
    const path = issue.path.map(String).join('.');
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [path, key.slice(0, 40)].filter(Boolean).join('.'), rule: 'unknown-field' }))
      : [{ path, rule: issue.code.replaceAll('_', '-') }];
  });
  return new Refused('bad-input', undefined, fields);
}

/** Of a text that not every store can hold. */
export const unreadable = (path: readonly (string | number)[]): Refused =>
  new Refused('bad-input', undefined, [{ path: path.join('.'), rule: 'unreadable' }]);

interface BodyParserError {
  type: string;
  status: number;
}

function isBodyParserError(error: unknown): error is BodyParserError {
  return (
    error instanceof Error &&
    typeof (error as Partial<BodyParserError>).type === 'string' &&
    typeof (error as Partial<BodyParserError>).status === 'number'
  );
}
