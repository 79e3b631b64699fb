import type { Attachment } from '@candour/shared/attachments.js';
import { fileTypes } from '@candour/shared/file-types.js';
import { Inject, Injectable } from '@nestjs/common';
import { Enclosures } from '../conversations/enclosures.service.js';
import type { DataKey } from '../core/vault/sealing.js';
import { Vault } from '../core/vault/vault.js';
import type { AttachmentRecord } from './attachment.entity.js';

const place = (id: string) => ({ table: 'attachments', row: id, column: 'name' });

/** Attachments as their readers see them. */
@Injectable()
export class AttachmentViews {
  constructor(
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Enclosures) private readonly enclosures: Enclosures,
  ) {}

  /** @throws Refused `not-found`. */
  keyOf(conversationId: string): Promise<DataKey> {
    return this.enclosures.keyOf(conversationId);
  }

  async key(keyId: string): Promise<DataKey | undefined> {
    return (await this.vault.keys([keyId])).get(keyId);
  }

  sealName(key: DataKey, id: string, name: string): Buffer {
    return this.vault.seal(key, place(id), name);
  }

  name(key: DataKey, { id, name }: Pick<AttachmentRecord, 'id' | 'name'>): string {
    return this.vault.open(key, place(id), name);
  }

  /** By id. What has lost its key is not to be seen. */
  async of(records: readonly AttachmentRecord[]): Promise<Map<string, Attachment>> {
    const keys = await this.vault.keys(records.map(({ keyId }) => keyId));
    return new Map(
      records.flatMap((record) => {
        const key = keys.get(record.keyId);
        return key ? [[record.id, this.viewOf(record, this.name(key, record))] as const] : [];
      }),
    );
  }

  viewOf({ id, type, size, width, height, previewId }: AttachmentRecord, name: string): Attachment {
    return {
      id,
      name,
      type,
      kind: fileTypes[type].kind,
      size,
      ...(width === null || height === null ? {} : { width, height }),
      preview: previewId !== null,
    };
  }
}
