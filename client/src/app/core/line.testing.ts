import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { DeskAsks, DeskEvents } from '@candour/shared/live.js';
import type { LiveState } from './live';
import { Troubled, type Trouble } from './problems';

interface Asked {
  event: keyof DeskAsks;
  payload: unknown;
  answer(ok: unknown): Promise<void>;
  fail(code: Trouble['code']): Promise<void>;
}

/** The desk's line with the spec at its other end. */
export class TestLine {
  readonly state = signal<LiveState>('live');
  readonly connections = signal(1);
  readonly told: { event: keyof DeskAsks; payload: unknown }[] = [];
  /** Asks that wait for their answer, oldest first. */
  readonly asked: Asked[] = [];
  private readonly handlers = new Map<string, ((...facts: unknown[]) => void)[]>();

  on(event: keyof DeskEvents, handler: (...facts: never[]) => void): () => void {
    const all = this.handlers.get(event) ?? [];
    this.handlers.set(event, [...all, handler as (...facts: unknown[]) => void]);
    return () => this.handlers.set(event, all);
  }

  ask(event: keyof DeskAsks, payload: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const settled = (settle: () => void): Promise<void> => {
        this.asked.splice(this.asked.indexOf(asked), 1);
        settle();
        return turn();
      };
      const asked: Asked = {
        event,
        payload,
        answer: (ok) => settled(() => resolve(ok)),
        fail: (code) => settled(() => reject(new Troubled({ code }))),
      };
      this.asked.push(asked);
    });
  }

  tell(event: keyof DeskAsks, payload: unknown): void {
    this.told.push({ event, payload });
  }

  /** The oldest ask of this name that waits. */
  waiting(event: keyof DeskAsks): Asked {
    const found = this.asked.find((one) => one.event === event);
    if (!found) throw new Error(`Nobody asks ${event}; asked: ${this.asked.map((one) => one.event).join(', ')}`);
    return found;
  }

  /** The server says something. */
  async say<E extends keyof DeskEvents>(event: E, ...facts: Parameters<DeskEvents[E]>): Promise<void> {
    for (const handler of this.handlers.get(event) ?? []) handler(...facts);
    await turn();
  }

  /** The connection goes: what was asked finds no answer. */
  async lose(): Promise<void> {
    this.state.set('lost');
    for (const asked of [...this.asked]) await asked.fail('no-answer');
  }
  async comeBack(): Promise<void> {
    this.state.set('live');
    this.connections.update((n) => n + 1);
    await turn();
  }
}

/** Lets everything happen that follows: signals, promises, their effects. */
export async function turn(): Promise<void> {
  for (let i = 0; i < 3; i++) {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
  }
}
