import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Attachment } from '@candour/shared/attachments.js';
import { firstValueFrom } from 'rxjs';
import type * as z from 'zod';
import { troubleOf, Troubled } from '../core/problems';

const HERE = '/api/help/conversation';

/** What a page with a reading token asks of the desk. The token stays in this page. */
@Injectable()
export class ReaderDesk {
  private readonly http = inject(HttpClient);
  token = '';

  async ask<T>(method: 'GET' | 'POST', path: string, answer: z.ZodType<T>, body?: unknown): Promise<T> {
    const options = { body, headers: this.headers() };
    return answer.parse(await firstValueFrom(this.http.request<unknown>(method, `${HERE}${path}`, options)));
  }

  /** @throws Troubled */
  async bytes(path: string): Promise<Blob> {
    const options = { headers: this.headers(), responseType: 'blob' } as const;
    return this.tried(() => firstValueFrom(this.http.get(`${HERE}/files/${path}`, options)));
  }

  /** @throws Troubled */
  async upload(file: File): Promise<Attachment> {
    const name = encodeURIComponent(file.name.slice(0, 200).toWellFormed());
    const headers = { ...this.headers(), 'content-type': 'application/octet-stream' };
    return this.tried(async () =>
      Attachment.parse(await firstValueFrom(this.http.post<unknown>(`${HERE}/files?name=${name}`, file, { headers }))),
    );
  }

  /** One that stays is forgotten by the server within hours. */
  async discard(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${HERE}/files/${id}`, { headers: this.headers() })).catch(() => undefined);
  }

  private headers(): { authorization: string } {
    return { authorization: `Bearer ${this.token}` };
  }

  private async tried<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw new Troubled(troubleOf(error));
    }
  }
}
