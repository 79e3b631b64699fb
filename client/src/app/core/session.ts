import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { SignIn, SignInByLink } from '@candour/shared/staff.js';
import { Session as SessionContract } from '@candour/shared/staff.js';
import { Subject, firstValueFrom } from 'rxjs';
import { Troubled, troubleOf } from './problems';

export type EndedBy = 'session-expired' | 'sign-in-required' | 'signed-out' | 'disabled' | 'idle';

/** Who is signed in. `undefined` while nobody asked the server yet. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly state = signal<SessionContract | null | undefined>(undefined);
  readonly current = this.state.asReadonly();
  readonly staff = computed(() => this.state()?.staff);
  readonly csrf = computed(() => this.state()?.csrf);
  private readonly permissions = computed(() => new Set(this.state()?.permissions));
  /** Whose desk was locked, so that unlocking asks for the password alone. In this page's memory only. */
  readonly lockedFor = signal('');
  /** Told when the person leaves, so that drafts and live rooms are let go. */
  readonly left = new Subject<EndedBy>();

  can(permission: string): boolean {
    return this.permissions().has(permission);
  }

  /** Asks the server once; a guard waits for it. */
  async known(): Promise<boolean> {
    if (this.state() === undefined) await this.load();
    return !!this.state();
  }

  private async load(): Promise<void> {
    try {
      this.state.set(SessionContract.parse(await firstValueFrom(this.http.get('/api/session'))));
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.code === 'offline' || trouble.code === 'unavailable') throw new Troubled(trouble);
      this.state.set(null);
    }
  }

  signIn(ask: SignIn): Promise<void> {
    return this.open('/api/session', ask);
  }

  signInByLink(ask: SignInByLink): Promise<void> {
    return this.open('/api/session/link', ask);
  }

  private async open(url: string, ask: SignIn | SignInByLink): Promise<void> {
    try {
      this.state.set(SessionContract.parse(await firstValueFrom(this.http.post(url, ask))));
    } catch (error) {
      throw new Troubled(troubleOf(error));
    }
  }

  async signOut(everywhere = false, by: EndedBy = 'signed-out'): Promise<void> {
    await firstValueFrom(
      this.http.delete(everywhere ? '/api/session/all' : '/api/session', { responseType: 'text' }),
    ).catch((error: unknown) => {
      throw new Troubled(troubleOf(error));
    });
    this.ended(by);
  }

  /** The session is over, by the person or by the server. */
  ended(by: EndedBy): void {
    if (!this.state()) {
      this.state.set(null);
      return;
    }
    const locked = by === 'idle' || by === 'session-expired';
    this.lockedFor.set(locked ? (this.staff()?.email ?? '') : '');
    this.state.set(null);
    this.left.next(by);
    const back = by === 'signed-out' ? undefined : this.router.url;
    void this.router.navigate(['/sign-in'], { queryParams: { ended: by, back } });
  }
}
