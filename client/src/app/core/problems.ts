import { HttpErrorResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { RefusalCode } from '@candour/shared/errors.js';
import { Problem } from '@candour/shared/errors.js';
import type { WordKey } from './words';
import { Words } from './words';

/** Why something did not happen: the server's code, or one of ours where no answer came. */
export interface Trouble {
  code: RefusalCode | 'offline' | 'no-answer' | 'bad-answer';
  facts?: Record<string, string | number>;
  fields?: readonly { path: string; rule: string }[];
  trace?: string;
}

export class Troubled extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.code);
    this.name = 'Troubled';
  }
}

/** Reads the trouble out of whatever a failed request, ask or parse threw. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Troubled) return error.trouble;
  if (error instanceof HttpErrorResponse) {
    if (error.status === 0) return { code: 'offline' };
    const problem = Problem.safeParse(typeof error.error === 'string' ? parsed(error.error) : error.error);
    if (problem.success) return troubleFrom(problem.data);
    return { code: error.status >= 500 ? 'unavailable' : error.status === 404 ? 'not-found' : 'bad-answer' };
  }
  // The resource wraps what its parser threw.
  if (error instanceof Error && error.cause !== undefined) return troubleOf(error.cause);
  return { code: 'bad-answer' };
}

export function troubleFrom(problem: Problem): Trouble {
  return { code: problem.code, facts: problem.facts, fields: problem.fields, trace: problem.trace };
}

/** A trouble that passes by itself: the same ask may be sent again. */
export function passes(trouble: Trouble): boolean {
  return trouble.code === 'offline' || trouble.code === 'no-answer' || trouble.code === 'unavailable';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Says what happened, what was kept and what to do, in the person's language. */
@Injectable({ providedIn: 'root' })
export class ProblemWords {
  private readonly words = inject(Words);

  sentence(trouble: Trouble): string {
    const { retryAfter } = trouble.facts ?? {};
    const key: WordKey =
      typeof retryAfter === 'number' && trouble.code.startsWith('too-many')
        ? 'problem.wait-seconds'
        : `problem.${trouble.code}`;
    return this.words.t(key, { ...trouble.facts });
  }
}
