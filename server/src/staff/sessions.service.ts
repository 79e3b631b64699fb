import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { SECOND } from '@candour/shared/instant.js';
import { newId } from '@candour/shared/ids.js';
import { Refused } from '@candour/shared/errors.js';
import type { Role, Skills } from '@candour/shared/staff.js';
import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { parse } from 'cookie';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import { system, type StaffActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { CONFIG, type Config } from '../core/config/config.js';
import { Database, type Tx } from '../core/database/database.js';
import { Events } from '../core/events.js';
import { overTls } from '../core/http/border.rules.js';
import { Vault } from '../core/vault/vault.js';
import { IDLE_MS, isOver, SHIFT_MS, TOUCH_MS } from './sessions.rules.js';
import { SignInRow, type SignInWay } from './sign-in.entity.js';
import { StaffSessionRow } from './staff-session.entity.js';
import { StaffRow } from './staff.entity.js';
import { SessionEnded, type SessionEnd } from './staff.events.js';

/** How often sessions that ran out are looked for; their sockets close within this. */
const LOOK_MS = 5 * SECOND;

export interface LiveSession {
  readonly actor: StaffActor;
  readonly signedInAt: number;
}

/**
 * Who is behind a session, read by one statement at every request: nothing is kept from one to the next, so that
 * whoever was signed out or disabled, by another node or a command too, is so at once.
 */
const SIGNED_IN = `SELECT s.signed_in_at AS "signedInAt", s.seen_at AS "seenAt", m.id AS "staffId", m.key_id AS "keyId",
    m.name AS name, m.role AS role, m.skills AS skills
  FROM staff_sessions s JOIN staff m ON m.id = s.staff_id
  WHERE s.id = $1 AND m.disabled_at IS NULL`;

interface SignedIn {
  readonly signedInAt: number;
  readonly seenAt: number;
  readonly staffId: string;
  readonly keyId: string;
  readonly name: Buffer;
  readonly role: Role;
  /** JSON. */
  readonly skills: string;
}

/** Who is signed in: server-side sessions, found by the hash of the id that the cookie carries. */
@Injectable()
export class SessionsService {
  readonly cookieName: string;
  /** Signs the cookie (`express-session` wants it so; the id alone is 256 random bits). */
  readonly secret: string;
  private readonly csrfKey: Buffer;
  /** When this node last wrote down that a session is in use. */
  private readonly touched = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    events: Events,
    @Inject(CONFIG) config: Config,
  ) {
    this.cookieName = overTls(config) ? '__Host-candour' : 'candour';
    this.secret = vault.derive('session cookie').toString('base64url');
    this.csrfKey = vault.derive('csrf token');
    events.on(SessionEnded, ({ sessionId }) => void this.touched.delete(sessionId));
  }

  /** The live session behind a cookie's id. */
  async find(sid: string): Promise<LiveSession | undefined> {
    const id = hashOf(sid);
    const [found] = await this.database.read((em) => em.query<SignedIn[]>(SIGNED_IN, [id]));
    if (!found) return undefined;
    const [signedInAt, seenAt] = [Number(found.signedInAt), Number(found.seenAt)];
    if (isOver({ signedInAt, seenAt }, this.clock.now())) return undefined;
    const { staffId, role } = found;
    const key = (await this.vault.keys([found.keyId])).get(found.keyId);
    if (!key) return undefined;
    const name = this.vault.open(key, { table: 'staff', row: staffId, column: 'name' }, found.name);
    const skills = JSON.parse(found.skills) as Skills;
    return { actor: { kind: 'staff', id: staffId, name, role, skills, sessionId: id }, signedInAt };
  }

  /** The member of staff whose browser sends this `Cookie` header: for the handshake of a socket. */
  async actorOfCookie(cookieHeader: string | undefined): Promise<StaffActor | undefined> {
    const sid = this.sidOf(cookieHeader);
    return sid === undefined ? undefined : (await this.find(sid))?.actor;
  }

  /** Whether the handshake of a socket carries the token of the session that its `Cookie` header names. */
  csrfFitsCookie(cookieHeader: string | undefined, token: string | undefined): boolean {
    const sid = this.sidOf(cookieHeader);
    return sid !== undefined && this.csrfFits(sid, token);
  }

  /** Whether a browser thinks it has a session, live or not. */
  hasCookie(cookieHeader: string | undefined): boolean {
    return cookieHeader !== undefined && parse(cookieHeader)[this.cookieName] !== undefined;
  }

  /** What a changing request of this session carries in `x-csrf-token`. Nothing of it is stored. */
  csrfOf(sid: string): string {
    return createHmac('sha256', this.csrfKey).update(sid).digest('base64url');
  }

  csrfFits(sid: string, token: string | undefined): boolean {
    return token !== undefined && same(this.csrfOf(sid), token);
  }

  /** Opens a session and keeps the record of the sign-in. @throws Refused `sign-in-failed` for one disabled since. */
  async open(sid: string, staffId: string, way: SignInWay): Promise<void> {
    const now = this.clock.now();
    await this.database.write(async (tx) => {
      const member = await tx.em.findOneBy(StaffRow, { id: staffId });
      if (!member || member.disabledAt !== null) throw new Refused('sign-in-failed');
      await tx.em.insert(StaffSessionRow, { id: hashOf(sid), staffId, signedInAt: now, seenAt: now });
      await tx.em.insert(SignInRow, { id: newId(now), staffId, at: now, way });
      await this.audit.record(tx, { actor: system('sign-in'), verb: 'staff.signed-in', about: about(staffId) });
      await tx.em.update(StaffRow, { id: staffId }, { lastSeenAt: now });
    });
  }

  /** Keeps the record of an attempt that failed, for somebody who does not work here too: it takes as long. */
  async failed(staffId: string | undefined): Promise<void> {
    const at = this.clock.now();
    await this.database.write(async (tx) => {
      await tx.em.insert(SignInRow, { id: newId(at), staffId: staffId ?? null, at, way: 'failed' });
      await this.audit.record(tx, { actor: system('sign-in'), verb: 'staff.sign-in-failed', about: about(staffId) });
    });
  }

  /**
   * Writes down that a session is in use, at most once a minute. Everything a person does counts, on sockets too;
   * one that ran out or was ended meanwhile stays over.
   */
  touch({ id: staffId, sessionId }: StaffActor): Promise<void> | undefined {
    const now = this.clock.now();
    const last = this.touched.get(sessionId);
    if (last !== undefined && now - last < TOUCH_MS) return undefined;
    this.touched.set(sessionId, now);
    return this.database.write(async (tx) => {
      await tx.em.update(StaffSessionRow, { id: sessionId, seenAt: MoreThan(now - IDLE_MS) }, { seenAt: now });
      await tx.em.update(StaffRow, { id: staffId }, { lastSeenAt: now });
    });
  }

  /** The person signs out of this browser. */
  async end(actor: StaffActor): Promise<void> {
    await this.database.write(async (tx) => {
      const session = await tx.em.findOneBy(StaffSessionRow, { id: actor.sessionId });
      if (!session) return;
      await endSessions(tx, [session], 'signed-out');
      await this.audit.record(tx, { actor, verb: 'staff.signed-out', about: about(actor.id) });
    });
  }

  /** The person signs out everywhere. */
  async endAll(actor: StaffActor): Promise<void> {
    await this.database.write((tx) => this.endAllIn(tx, actor.id, 'signed-out'));
  }

  /** Ends all sessions of a person, in the unit that gives the reason. */
  async endAllIn(tx: Tx, staffId: string, code: SessionEnd, exceptId?: string): Promise<void> {
    const all = await tx.em.findBy(StaffSessionRow, { staffId });
    const sessions = all.filter((session) => session.id !== exceptId);
    if (sessions.length === 0) return;
    await endSessions(tx, sessions, code);
    await this.audit.record(tx, { actor: system('sessions'), verb: 'staff.sessions-ended', about: about(staffId) });
  }

  /** Ends the session of an id that a browser sent, whoever it is; at a sign-in the former one goes. */
  async drop(sid: string): Promise<void> {
    const id = hashOf(sid);
    if (!(await this.database.read((em) => em.existsBy(StaffSessionRow, { id })))) return;
    await this.database.write(async (tx) => {
      await endSessions(tx, await tx.em.findBy(StaffSessionRow, { id }), 'signed-out');
    });
  }

  /** Removes sessions that ran out and tells it, so that their sockets close. */
  @Interval(LOOK_MS)
  async endOver(): Promise<void> {
    const now = this.clock.now();
    const over = [{ seenAt: LessThanOrEqual(now - IDLE_MS) }, { signedInAt: LessThanOrEqual(now - SHIFT_MS) }];
    if (!(await this.database.read((em) => em.existsBy(StaffSessionRow, over)))) return;
    await this.database.write(async (tx) => {
      await endSessions(tx, await tx.em.find(StaffSessionRow, { where: over, take: 500 }), 'idle');
    });
  }

  private sidOf(cookieHeader: string | undefined): string | undefined {
    const value = cookieHeader === undefined ? undefined : parse(cookieHeader)[this.cookieName];
    const [, sid, signature] = /^s:([\w-]{43})\.(.+)$/.exec(value ?? '') ?? [];
    if (sid === undefined || signature === undefined) return undefined;
    const expected = createHmac('sha256', this.secret).update(sid).digest('base64').replace(/=+$/, '');
    return same(expected, signature) ? sid : undefined;
  }
}

const about = (staffId: string | undefined): { type: 'staff'; id: string }[] =>
  staffId === undefined ? [] : [{ type: 'staff', id: staffId }];

const hashOf = (sid: string): string => createHash('sha256').update(sid).digest('base64url');

function same(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

async function endSessions(tx: Tx, sessions: readonly StaffSessionRow[], code: SessionEnd): Promise<void> {
  if (sessions.length === 0) return;
  await tx.em.delete(
    StaffSessionRow,
    sessions.map((session) => session.id),
  );
  for (const { id, staffId } of sessions) tx.tell(new SessionEnded(id, staffId, code));
}
