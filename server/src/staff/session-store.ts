import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import session, { type SessionData } from 'express-session';
import type { LiveSession, SessionsService } from './sessions.service.js';
import type { SignInWay } from './sign-in.entity.js';

declare module 'express-session' {
  interface SessionData {
    /** Who is signed in, as the database says at this request. */
    live?: LiveSession;
    /** Set once, by a sign-in. */
    opening?: { readonly staffId: string; readonly way: SignInWay };
  }
}

type Done = (error?: unknown) => void;

/** Sessions of `express-session` in the desk's database. Nothing but a sign-in ever stores one. */
class SessionStore extends session.Store {
  constructor(private readonly sessions: SessionsService) {
    super();
  }

  override get(sid: string, done: (error: unknown, data?: SessionData | null) => void): void {
    this.sessions.find(sid).then(
      (live) => done(null, live ? ({ cookie: { originalMaxAge: null }, live } as SessionData) : null),
      (error: unknown) => done(error),
    );
  }

  override set(sid: string, { opening, live }: SessionData, done: Done = () => undefined): void {
    // `express-session` saves again at the end of the request in which somebody signed in.
    if (live) return done();
    if (!opening) return done(new Error('Only a sign-in opens a session.'));
    this.sessions.open(sid, opening.staffId, opening.way).then(() => done(), done);
  }

  override destroy(sid: string, done: Done = () => undefined): void {
    this.sessions.drop(sid).then(() => done(), done);
  }
}

/** Reads the session cookie. It has no date of its own: how long it is good for, the server decides. */
export function readSession(sessions: SessionsService, secure: boolean): RequestHandler {
  return session({
    name: sessions.cookieName,
    secret: sessions.secret,
    store: new SessionStore(sessions),
    genid: () => randomBytes(32).toString('base64url'),
    resave: false,
    saveUninitialized: false,
    // Whether TLS was spoken is decided before (policy R13), by the same header.
    proxy: true,
    cookie: { httpOnly: true, sameSite: 'strict', secure, path: '/' },
  });
}
