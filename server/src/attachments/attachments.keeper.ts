import { Injectable } from '@nestjs/common';
import { evidenceColumns } from '../policy/evidence.js';
import { Keeper, notPersonal, personal, type PersonalColumn, type RecordKeeper } from '../privacy/record-keeper.js';
import { AttachmentRecord } from './attachment.entity.js';

const file: PersonalColumn = { category: 'C5', source: 'provided', purposes: ['P5', 'P6'], treatment: 'seal' };

@Keeper()
@Injectable()
export class AttachmentsKeeper implements RecordKeeper {
  readonly name = 'attachments';

  readonly personal = [
    personal(AttachmentRecord, {
      whose: 'customer',
      owner: 'conversationId',
      retention: ['attachment'],
      columns: {
        name: file,
        fileId: { ...file, treatment: 'delete' },
        previewId: { ...file, treatment: 'delete' },
        digest: { ...file, purposes: ['house'], treatment: 'delete' },
        authorId: { ...file, treatment: 'delete' },
        sensitive: { ...file, source: 'provided', treatment: 'delete' },
      },
    }),
  ];

  readonly notPersonal = [
    notPersonal(
      AttachmentRecord,
      [
        'id',
        'conversationId',
        'messageId',
        'note',
        'role',
        'keyId',
        'type',
        'size',
        'previewSize',
        'width',
        'height',
        'createdAt',
      ],
      'Where it belongs, what kind of file it is, its measures.',
    ),
    notPersonal(AttachmentRecord, evidenceColumns, 'Evidence about the record.'),
  ];

  readonly swept = [];

  readonly endedElsewhere = [
    {
      retentionClass: 'attachment' as const,
      how: 'An attachment goes in the unit that removes its conversation, which stays as long as anything it belongs to; its files follow by a removal that waits until they are gone. An upload without a message goes after six hours.',
    },
  ];
}
