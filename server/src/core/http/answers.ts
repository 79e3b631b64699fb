import {
  applyDecorators,
  HttpCode,
  Injectable,
  Logger,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiResponse } from '@nestjs/swagger';
import { map, type Observable } from 'rxjs';
import type { ZodType } from 'zod';

export const ANSWERS = 'answers';
/** The contract of an answer; null: the answer has no content; `bytes`: it is a file, which nothing serialises. */
export type AnswerContract = ZodType | null | 'bytes';

/**
 * Declares the contract of a route's answer. The answer is serialised by it, so that a column it does not list
 * never leaves; the API document is made from it. `null` answers 204 without content.
 */
export const Answers = (contract: ZodType | null, status?: number): MethodDecorator =>
  contract === null
    ? applyDecorators(SetMetadata(ANSWERS, null), HttpCode(204), ApiResponse({ status: 204 }))
    : applyDecorators(
        SetMetadata(ANSWERS, contract),
        HttpCode(status ?? 200),
        ApiResponse({ status: status ?? 200, standardSchema: contract }),
      );

/** Declares a route that answers with a file (`StreamableFile`). */
export const AnswersBytes = (): MethodDecorator =>
  applyDecorators(
    SetMetadata<string, AnswerContract>(ANSWERS, 'bytes'),
    ApiResponse({
      status: 200,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    }),
  );

/** Serialises what a handler returns by the contract it declares. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  private readonly log = new Logger(AnswerInterceptor.name);

  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const contract = this.reflector.get<AnswerContract | undefined>(ANSWERS, context.getHandler());
    if (contract === undefined || contract === 'bytes') return next.handle();
    return next.handle().pipe(map((answer) => (contract === null ? undefined : this.serialise(contract, answer))));
  }

  private serialise(contract: ZodType, answer: unknown): unknown {
    const parsed = contract.safeParse(answer);
    if (parsed.success) return parsed.data;
    // Where and which rule, never the value: an answer is made of personal data.
    const faults = parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.code}`);
    this.log.error({ faults: faults.slice(0, 10) });
    throw new Error('An answer broke its contract.');
  }
}
