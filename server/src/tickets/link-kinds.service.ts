import { Injectable } from '@nestjs/common';
import type { Actor } from '../core/access/actor.js';

/** A kind of records that tickets can be linked to. */
export interface LinkKindSource {
  /** The design's noun, such as `return`. */
  readonly kind: string;
  /** As people call each; one that is not there is absent. In a constant number of statements. */
  labels(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The one that has this number; undefined where there is none. Who asks is checked by `requireReadable`. */
  numbered(number: number): Promise<string | undefined>;
  /** Whoever may not read it is not told that it is there. @throws Refused `not-found`, `not-allowed`. */
  requireReadable?(actor: Actor, id: string): Promise<unknown>;
}

/** Where features register their records, so that tickets can be linked to what comes later. */
@Injectable()
export class LinkKindsService {
  private readonly sources = new Map<string, LinkKindSource>();

  register(source: LinkKindSource): void {
    this.sources.set(source.kind, source);
  }

  of(kind: string): LinkKindSource | undefined {
    return this.sources.get(kind);
  }

  get kinds(): string[] {
    return [...this.sources.keys()];
  }
}
