import { HttpErrorResponse } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import { Attachment } from '@candour/shared/attachments.js';
import { FILE_MAX, FILES_PER_MESSAGE } from '@candour/shared/file-types.js';
import { newId } from '@candour/shared/ids.js';
import { Api } from '../../core/api';
import type { Trouble } from '../../core/problems';
import { troubleOf } from '../../core/problems';
import { Session } from '../../core/session';

const MEGABYTE = 1024 * 1024;
/** Files on their way at once. */
const AT_ONCE = 3;

/** A file that goes with the message being written. */
export interface Upload {
  readonly key: string;
  readonly conversationId: string;
  readonly file: File;
  /** A picture of it from this device, for an image. */
  readonly picture?: string;
  readonly state: 'waiting' | 'sending' | 'there' | 'refused';
  /** From 0 to 1. */
  readonly progress: number;
  readonly attachment?: Attachment;
  readonly trouble?: Trouble;
}

/** Files chosen for messages that are not sent yet, by conversation. They outlive a change of conversation. */
@Injectable({ providedIn: 'root' })
export class Uploads {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly uploads = signal<readonly Upload[]>([]);
  readonly all = this.uploads.asReadonly();
  private readonly running = new Map<string, XMLHttpRequest>();

  constructor() {
    this.session.left.subscribe((by) => {
      if (by !== 'signed-out' && by !== 'disabled') return;
      for (const { key } of this.uploads()) this.forget(key);
    });
  }

  of(conversationId: string): readonly Upload[] {
    return this.uploads().filter((one) => one.conversationId === conversationId);
  }

  add(conversationId: string, files: Iterable<File>): void {
    for (const file of files) {
      const tooMany = this.of(conversationId).length >= FILES_PER_MESSAGE;
      const trouble: Trouble | undefined = tooMany
        ? { code: 'too-many-files' }
        : file.size > FILE_MAX
          ? { code: 'file-too-large', facts: { max: FILE_MAX / MEGABYTE } }
          : undefined;
      const picture = file.type.startsWith('image/') && !trouble ? URL.createObjectURL(file) : undefined;
      this.uploads.update((all) => [
        ...all,
        { key: newId(), conversationId, file, picture, state: trouble ? 'refused' : 'waiting', progress: 0, trouble },
      ]);
    }
    this.pump();
  }

  again(key: string): void {
    this.change(key, { state: 'waiting', progress: 0, trouble: undefined });
    this.pump();
  }

  /** Stops it, or takes it back where it is there already. */
  cancel(key: string): void {
    const upload = this.uploads().find((one) => one.key === key);
    this.forget(key);
    const { attachment } = upload ?? {};
    // One that stays is forgotten by the server within hours.
    if (attachment) this.api.tell('DELETE', `/api/attachments/${attachment.id}`).catch(() => undefined);
    this.pump();
  }

  /** The files that are there; they belong to the message that takes them. */
  take(conversationId: string): Attachment[] {
    const there = this.of(conversationId).filter(({ state }) => state === 'there');
    for (const { key } of there) this.forget(key);
    return there.flatMap(({ attachment }) => attachment ?? []);
  }

  private pump(): void {
    for (const one of this.uploads()) {
      if (this.running.size >= AT_ONCE) return;
      if (one.state === 'waiting') this.begin(one);
    }
  }

  private begin({ key, conversationId, file }: Upload): void {
    const request = new XMLHttpRequest();
    this.running.set(key, request);
    this.change(key, { state: 'sending' });
    const name = encodeURIComponent(file.name.slice(0, 200).toWellFormed());
    request.open('POST', `/api/conversations/${conversationId}/attachments?name=${name}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-csrf-token', this.session.csrf() ?? '');
    request.upload.onprogress = ({ loaded, total }) => this.change(key, { progress: total ? loaded / total : 0 });
    request.onloadend = () => {
      if (this.running.get(key) !== request) return;
      this.running.delete(key);
      const found = request.status === 201 ? Attachment.safeParse(parsed(request.responseText)) : undefined;
      if (found?.success) this.change(key, { state: 'there', progress: 1, attachment: found.data });
      else {
        const error = new HttpErrorResponse({ status: request.status, error: request.responseText });
        this.change(key, { state: 'refused', trouble: troubleOf(error) });
      }
      this.pump();
    };
    request.send(file);
  }

  private forget(key: string): void {
    const request = this.running.get(key);
    this.running.delete(key);
    request?.abort();
    const { picture } = this.uploads().find((one) => one.key === key) ?? {};
    if (picture) URL.revokeObjectURL(picture);
    this.uploads.update((all) => all.filter((one) => one.key !== key));
  }

  private change(key: string, to: Partial<Upload>): void {
    this.uploads.update((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
