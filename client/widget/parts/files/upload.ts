import type { Attachment } from '@candour/shared/attachments.js';
import type { Session } from '../../session.js';

/** What came of an upload: the file as it is kept, or why it was not. */
export type Outcome = { readonly attachment: Attachment } | { readonly code: string };

const pathOf = (session: Session): string => `/api/chat/conversations/${session.talk.id}/attachments`;
const bearer = (session: Session): string => `Bearer ${session.memory.kept.token ?? ''}`;

/** Sends a file; `told` hears how far it is, from 0 to 1. `fetch` cannot tell, so it is not used. */
export function upload(
  session: Session,
  file: File,
  told: (progress: number) => void,
): { done: Promise<Outcome>; stop(): void } {
  const request = new XMLHttpRequest();
  const done = new Promise<Outcome>((resolve) => {
    const name = encodeURIComponent(file.name.slice(0, 200).replace(/[\ud800-\udfff]/g, ''));
    request.open('POST', `${pathOf(session)}?name=${name}`);
    request.setRequestHeader('authorization', bearer(session));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => told(total ? loaded / total : 0);
    request.onloadend = () => {
      try {
        const answer = JSON.parse(request.responseText) as Attachment & { code?: string };
        resolve(request.status === 201 ? { attachment: answer } : { code: answer.code ?? 'lost' });
      } catch {
        resolve({ code: 'lost' });
      }
    };
    request.send(file);
  });
  return { done, stop: () => request.abort() };
}

/** Takes back what was uploaded and not sent; what stays is forgotten by the desk within hours. */
export function takeBack(session: Session, { id }: Attachment): void {
  const headers = { authorization: bearer(session) };
  fetch(`/api/chat/attachments/${id}`, { method: 'DELETE', headers }).catch(() => undefined);
}

/** The bytes of a file of the conversation: its token travels in a header, never in an address. */
export async function bytesOf(session: Session, path: string): Promise<Blob> {
  const answer = await fetch(`/api/chat/attachments/${path}`, { headers: { authorization: bearer(session) } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.blob();
}
