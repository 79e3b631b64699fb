import type { HttpInterceptorFn } from '@angular/common/http';
import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, throwError, catchError } from 'rxjs';
import type * as z from 'zod';
import { Troubled, troubleOf } from './problems';
import { Session } from './session';

const reading = new Set(['GET', 'HEAD']);

/** Changing requests carry the session's token; a session that ended leads back to the sign-in page. */
export const throughTheDesk: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const session = inject(Session);
  const csrf = session.csrf();
  const sent = csrf && !reading.has(request.method) ? request.clone({ setHeaders: { 'x-csrf-token': csrf } }) : request;
  return next(sent).pipe(
    catchError((error: unknown) => {
      const { code } = troubleOf(error);
      if (code === 'session-expired' || code === 'sign-in-required') session.ended(code);
      return throwError(() => error);
    }),
  );
};

type Change = 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** Writes: sends the ask, checks the answer against its contract, throws `Troubled` otherwise. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  async send<T>(
    method: Change,
    url: string,
    answer: z.ZodType<T>,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<T> {
    try {
      return answer.parse(await firstValueFrom(this.http.request<unknown>(method, url, { body, headers })));
    } catch (error) {
      throw new Troubled(troubleOf(error));
    }
  }

  /** A change that answers nothing. */
  async tell(method: Change, url: string, body?: unknown): Promise<void> {
    try {
      await firstValueFrom(this.http.request(method, url, { body, responseType: 'text' }));
    } catch (error) {
      throw new Troubled(troubleOf(error));
    }
  }

  async get<T>(url: string, answer: z.ZodType<T>, params?: Record<string, string | number>): Promise<T> {
    try {
      return answer.parse(await firstValueFrom(this.http.get<unknown>(url, { params })));
    } catch (error) {
      throw new Troubled(troubleOf(error));
    }
  }
}

/** The `parse` of a resource: what the contract does not list is dropped, what it asks for must be there. */
export function as<T>(contract: z.ZodType<T>): (raw: unknown) => T {
  return (raw) => contract.parse(raw);
}
