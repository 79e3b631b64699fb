import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Reading } from '@candour/shared/contact.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../core/clock.js';
import { Vault } from '../core/vault/vault.js';
import type { PassUse } from './contact.entity.js';
import { READING_LIFE } from './contact.rules.js';

/** What a page reads one conversation with, for an hour: which, what for, until when, and our mark over it. */
@Injectable()
export class ReadingTokens {
  private readonly secret: Buffer;

  constructor(
    private readonly clock: Clock,
    vault: Vault,
  ) {
    this.secret = vault.derive('conversation reading');
  }

  issue(conversationId: string, use: PassUse): Reading {
    const expiresAt = this.clock.now() + READING_LIFE;
    const body = `${conversationId}.${use}.${expiresAt}`;
    return { token: `${body}.${this.mark(body)}`, expiresAt };
  }

  /** @throws Refused `token-invalid`, `token-expired`. */
  read(token: string): { readonly conversationId: string; readonly use: PassUse } {
    const cut = token.lastIndexOf('.');
    const body = token.slice(0, Math.max(0, cut));
    const [given, made] = [Buffer.from(token.slice(cut + 1)), Buffer.from(this.mark(body))];
    const [conversationId, use, expiresAt] = body.split('.');
    if (given.length !== made.length || !timingSafeEqual(given, made) || !conversationId)
      throw new Refused('token-invalid');
    if (this.clock.now() >= Number(expiresAt)) throw new Refused('token-expired');
    return { conversationId, use: use === 'conversation' ? 'conversation' : 'transcript' };
  }

  private mark(body: string): string {
    return createHmac('sha256', this.secret).update(body).digest('base64url');
  }
}

/** @throws Refused `token-invalid` where the request carries none. */
export function readingToken(request: Request): string {
  const [, token] = /^Bearer ([\w.-]{1,400})$/.exec(request.get('authorization') ?? '') ?? [];
  if (token === undefined) throw new Refused('token-invalid');
  return token;
}
