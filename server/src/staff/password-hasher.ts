import { randomBytes } from 'node:crypto';
import { Refused } from '@candour/shared/errors.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Vault } from '../core/vault/vault.js';

/**
 * argon2id, version 19, 46 MiB, two passes, one lane: above the least that OWASP's password storage sheet asks for
 * (46 MiB with one pass). The pepper keeps a stolen database useless without the master key.
 */
const cost = { memoryCost: 47_104, timeCost: 2, parallelism: 1, outputLen: 32 } as const;
/** Asks that may wait; each takes some 100 ms. */
const QUEUE = 100;

/** Hashes one password at a time: a hash holds a thread that SQLite would need, and 46 MiB. */
@Injectable()
export class PasswordHasher implements OnModuleInit {
  private readonly options: typeof cost & { secret: Buffer };
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private nobody = '';

  constructor(vault: Vault) {
    this.options = { ...cost, secret: vault.derive('password pepper') };
  }

  async onModuleInit(): Promise<void> {
    this.nobody = await this.hash(randomBytes(32).toString('base64'));
  }

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(normal(password), this.options));
  }

  /** Without a stored hash it takes as long and says no, so that the time does not tell who works here. */
  async verify(stored: string | null | undefined, password: string): Promise<boolean> {
    const fits = await this.inTurn(() => verify(stored ?? this.nobody, normal(password), this.options));
    return fits && stored !== null && stored !== undefined;
  }

  /** @throws Refused `too-many-requests` when too many wait already. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting >= QUEUE) return Promise.reject(new Refused('too-many-requests', { retryAfter: 5 }));
    this.waiting++;
    const done = this.last.then(work).finally(() => this.waiting--);
    this.last = done.catch(() => undefined);
    return done;
  }
}

/** The same letters typed on another keyboard are the same password. */
const normal = (password: string): string => password.normalize('NFKC');
