import { Injectable, inject } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import { Words } from '../core/words';

interface Issue {
  code?: string;
  format?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
}

/** What is wrong with a field, from the contract's own issue. */
@Injectable({ providedIn: 'root' })
export class FieldWords {
  private readonly words = inject(Words);

  readonly first = (errors: readonly ValidationError[], value?: unknown): string => {
    const [error] = errors;
    if (!error) return '';
    const issue = 'issue' in error ? (error.issue as Issue) : {};
    if (value === '' || value === undefined) return this.words.t('field.required');
    if (issue.format === 'email' || error.kind === 'email') return this.words.t('field.email');
    if (issue.code === 'too_small') return this.words.t('field.tooShort', { min: Number(issue.minimum) });
    if (issue.code === 'too_big') return this.words.t('field.tooLong', { max: Number(issue.maximum) });
    return this.words.t('field.invalid');
  };
}
