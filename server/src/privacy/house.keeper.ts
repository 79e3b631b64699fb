import { Injectable } from '@nestjs/common';
import { AuditLeaf } from '../audit/audit-leaf.entity.js';
import { AuditCheckpoint, AuditNumbered, AuditSegment, AuditSequencerRow } from '../audit/audit-log.entity.js';
import { FileRemoval } from '../core/files/file-removal.entity.js';
import { MailRecord } from '../core/mail/mail.entity.js';
import { DataKeyRow } from '../core/vault/data-key.entity.js';
import { evidenceColumns } from '../policy/evidence.js';
import { PolicyVersionRow } from '../policy/policy-version.entity.js';
import { SellingEntityRow } from '../policy/selling-entity.entity.js';
import { Keeper, notPersonal, personal, type PersonalColumn, type RecordKeeper } from './record-keeper.js';
import { RetentionSweepRow } from './retention-sweep.entity.js';
import { SweptMails } from './swept-mails.js';

const mail: PersonalColumn = { category: 'C1', source: 'automatic', purposes: ['P4'], treatment: 'seal' };

/** The tables of core, audit, policy and of the sweep itself. */
@Keeper()
@Injectable()
export class HouseKeeper implements RecordKeeper {
  readonly name = 'house';

  readonly personal = [
    personal(AuditLeaf, {
      whose: 'customer',
      owner: 'subject',
      retention: ['audit'],
      columns: {
        subject: { category: 'automatic', source: 'automatic', purposes: ['house'], treatment: 'keep' },
        actor: { category: 'staff', source: 'automatic', purposes: ['house'], treatment: 'keep' },
      },
    }),
    personal(MailRecord, {
      whose: 'customer',
      owner: 'ownerId',
      retention: ['mail'],
      columns: {
        ownerId: { ...mail, treatment: 'delete' },
        recipient: mail,
        recipientIndex: { ...mail, treatment: 'delete' },
        subject: mail,
        text: mail,
      },
    }),
    personal(DataKeyRow, {
      whose: 'customer',
      owner: 'ownerId',
      retention: ['audit-salt'],
      columns: {
        ownerId: { category: 'automatic', source: 'automatic', purposes: ['house'], treatment: 'keep' },
        cameFrom: { category: 'automatic', source: 'automatic', purposes: ['house'], treatment: 'keep' },
        wrapped: { category: 'automatic', source: 'automatic', purposes: ['house'], treatment: 'delete' },
      },
    }),
  ];

  readonly notPersonal = [
    notPersonal(
      AuditLeaf,
      ['ordinal', 'txid', 'leaf', 'verb', 'about', 'digest', 'storedAt'],
      'Verbs, ids of records, digests and times; the person stands in the salted digest alone.',
    ),
    notPersonal(FileRemoval, 'all', 'Random ids of files that are being removed, and when.'),
    notPersonal(AuditSequencerRow, 'all', 'Place and lease of the sequencer.'),
    notPersonal(AuditSegment, 'all', 'Months of the log and their roots.'),
    notPersonal(AuditNumbered, 'all', 'Hashes of leaves in their order.'),
    notPersonal(AuditCheckpoint, 'all', 'Signed heads of the log.'),
    notPersonal(
      DataKeyRow,
      ['id', 'family', 'createdAt', 'retiredAt', 'shreddedAt'],
      'That a key exists, what kind of records it opens, and since when it is destroyed.',
    ),
    notPersonal(
      MailRecord,
      [
        'id',
        'keyId',
        'hidden',
        'status',
        'attempts',
        'createdAt',
        'expiresAt',
        'nextAttemptAt',
        'sentAt',
        'error',
        'claimedBy',
        'claimedUntil',
      ],
      'Ids, states, dates and codes of the delivery.',
    ),
    notPersonal(MailRecord, evidenceColumns, 'Evidence about the record.'),
    notPersonal(PolicyVersionRow, 'all', 'Versions of the published policy.'),
    notPersonal(SellingEntityRow, 'all', 'Countries and currencies of the companies that sell.'),
    notPersonal(RetentionSweepRow, 'all', 'Times and counts of sweeps.'),
  ];

  readonly swept = [new SweptMails()];

  readonly endedElsewhere = [
    {
      retentionClass: 'audit' as const,
      how: 'The log drops an expired segment whole and keeps its root; without its salt a digest names nobody.',
    },
    {
      retentionClass: 'audit-salt' as const,
      how: 'Keys are shredded after the last record that they seal; the row stays, so that nobody takes a shredded key for a lost one.',
    },
  ];
}
