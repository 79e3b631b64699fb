import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { BearingsService } from '../conversations/bearings.service.js';
import { CustomerParts } from '../customers/customer-parts.service.js';
import { Keeper, notPersonal, personal, type PersonalColumn, type RecordKeeper } from '../privacy/record-keeper.js';
import { CustomerMergeRow } from './customer-merge.entity.js';
import { MergeDeed } from './merge-deed.entity.js';

const known: PersonalColumn = { category: 'C1', source: 'automatic', purposes: ['P2', 'house'], treatment: 'delete' };
const how = 'Goes with its customers, in the unit that removes either.';

@Keeper()
@Injectable()
export class MergingKeeper implements RecordKeeper, OnModuleInit {
  readonly name = 'merging';
  readonly personal = [
    personal(CustomerMergeRow, {
      ...{ whose: 'customer', owner: 'intoId', retention: ['account'] },
      columns: { fromId: known, intoId: known, did: known },
    }),
  ];
  readonly notPersonal = [
    notPersonal(
      CustomerMergeRow,
      ['id', 'state', 'askedBy', 'askedAt', 'decidedBy', 'mergedAt'],
      'State and dates of the record, and who of the staff decided.',
    ),
    notPersonal(MergeDeed, 'all', 'States before and after a merge, so that it can be taken back; gone after minutes.'),
  ];
  readonly swept = [];
  readonly endedElsewhere = [{ retentionClass: 'account' as const, how }];

  constructor(
    private readonly bearings: BearingsService,
    private readonly parts: CustomerParts,
  ) {}

  onModuleInit(): void {
    this.bearings.register({
      facts: () => Promise.resolve(new Map()),
      removed: async (tx, ids) => {
        await tx.em.delete(MergeDeed, [{ fromId: In([...ids]) }, { intoId: In([...ids]) }]);
      },
    });
    this.parts.alsoRemove(async (tx, ids) => {
      await tx.em.delete(CustomerMergeRow, [{ fromId: In([...ids]) }, { intoId: In([...ids]) }]);
    });
  }
}
