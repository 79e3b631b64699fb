import { unreadableIn } from '@candour/shared/readable.js';
import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { ZodError } from 'zod';
import { badInput, unreadable } from './problem.js';

/** Validates every `@Body({ schema })`, `@Query({ schema })` and `@Param({ schema })` by its contract. */
class ContractPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => badInput({ issues } as Pick<ZodError, 'issues'>) });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const fitting = await super.transform(value, metadata);
    const path = metadata.schema && unreadableIn(fitting);
    if (path) throw unreadable(path);
    return fitting;
  }
}

export const contractPipe = (): StandardSchemaValidationPipe => new ContractPipe();
