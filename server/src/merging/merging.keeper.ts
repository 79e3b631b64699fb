import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { BearingsService } from '../conversations/bearings.service.js';
import { Keeper, notPersonal, type RecordKeeper } from '../privacy/record-keeper.js';
import { MergeDeed } from './merge-deed.entity.js';

@Keeper()
@Injectable()
export class MergingKeeper implements RecordKeeper, OnModuleInit {
  readonly name = 'merging';
  readonly personal = [];
  readonly notPersonal = [
    notPersonal(MergeDeed, 'all', 'States before and after a merge, so that it can be taken back; gone after minutes.'),
  ];
  readonly swept = [];

  constructor(private readonly bearings: BearingsService) {}

  onModuleInit(): void {
    this.bearings.register({
      facts: () => Promise.resolve(new Map()),
      removed: async (tx, ids) => {
        await tx.em.delete(MergeDeed, [{ fromId: In([...ids]) }, { intoId: In([...ids]) }]);
      },
    });
  }
}
