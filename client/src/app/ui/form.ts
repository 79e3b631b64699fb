import type { FieldTree } from '@angular/forms/signals';
import { submit } from '@angular/forms/signals';
import type { WritableSignal } from '@angular/core';
import { troubleOf } from '../core/problems';

/** Submits a valid form once; what the server refuses is shown in `trouble`. True when it went through. */
export async function sendForm<T>(
  form: FieldTree<T>,
  trouble: WritableSignal<unknown>,
  send: (value: T) => Promise<void>,
): Promise<boolean> {
  let sent = false;
  trouble.set(undefined);
  await submit(form, async () => {
    try {
      await send(form().value());
      sent = true;
    } catch (error) {
      trouble.set(troubleOf(error));
    }
    return undefined;
  });
  return sent;
}
