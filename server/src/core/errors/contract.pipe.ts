import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { ZodError } from 'zod';
import { badInput } from './problem.js';

/** Validates every `@Body({ schema })`, `@Query({ schema })` and `@Param({ schema })` by its contract. */
export const contractPipe = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({ exceptionFactory: (issues) => badInput({ issues } as Pick<ZodError, 'issues'>) });
