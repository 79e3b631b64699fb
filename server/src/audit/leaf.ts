import type { Actor } from '../core/access/actor.js';
import { sha256 } from '../core/vault/sha256.js';
import { canonicalJson } from './canonical-json.js';
import type { AboutType, Verb } from './verbs.js';

/** What a leaf is about: records by their ids, never their content. */
export interface About {
  readonly type: AboutType;
  readonly id: string;
}

/** A fact for the audit. Holds no text and no personal data. */
export interface AuditEvent {
  readonly actor: Actor;
  readonly verb: Verb;
  readonly about: readonly About[];
  /** The person it concerns, as `AuditTrail.subject` gives them. */
  readonly subject?: Uint8Array | undefined;
  /** SHA-256 of what was done (a stored body, a decision), where a receipt will have to show it. */
  readonly digest?: Uint8Array | undefined;
}

/** The fields of an event as they are hashed and stored. */
export interface LeafFields {
  readonly verb: string;
  readonly about: readonly { readonly type: string; readonly id: string }[];
  readonly actor: string;
  /** Milliseconds UTC. */
  readonly at: number;
  readonly subject?: Uint8Array | null | undefined;
  readonly digest?: Uint8Array | null | undefined;
  /** Its place in the record it belongs to, where that counts its parts. */
  readonly seq?: number | undefined;
}

/** A member of staff by id, the desk by the part that acted; a visitor stands in the subject alone. */
export function actorText(actor: Actor): string {
  if (actor.kind === 'staff') return `staff:${actor.id}`;
  return actor.kind === 'visitor' ? 'visitor' : `system:${actor.name}`;
}

export function leafFields(event: AuditEvent, at: number): LeafFields {
  return {
    verb: event.verb,
    about: event.about.map(({ type, id }) => ({ type, id })),
    actor: actorText(event.actor),
    at,
    subject: event.subject,
    digest: event.digest,
  };
}

const base64url = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');

/**
 * What the leaf is the hash of: the event in canonical JSON (RFC 8785), written out by hand, its keys in sorted order,
 * since every message makes one; a spec holds it against `canonicalJson`.
 */
export function leafText({ about, actor, at, digest, seq, subject, verb }: LeafFields): string {
  const things = about.map(({ id, type }) => `{"id":${quoted(id)},"type":${quoted(type)}}`).join();
  const digested = digest ? `"digest":"${base64url(digest)}",` : '';
  const placed = seq === undefined ? '' : `"seq":${seq},`;
  const whom = subject ? `"subject":"${base64url(subject)}",` : '';
  return `{"about":[${things}],"actor":${quoted(actor)},"at":${at},${digested}${placed}${whom}"verb":${quoted(verb)}}`;
}

const plain = /^[\w:.-]*$/;
const quoted = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text));

/** SHA-256(0x00 || canonical JSON): the leaf hash of RFC 6962. */
export const leafOf = (fields: LeafFields): Buffer => sha256(`\0${leafText(fields)}`);

/** SHA-256 of the canonical JSON (RFC 8785) of what a leaf is to commit to. */
export const digestOf = (what: unknown): Buffer => sha256(canonicalJson(what));
